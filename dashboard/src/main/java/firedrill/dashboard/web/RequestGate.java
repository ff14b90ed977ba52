package firedrill.dashboard.web;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * In front of all routes: refuses what {@link RequestGuard} refuses, and calls a route that changes state only when the
 * whole body is there.
 *
 * <p>Commands may wait for Kafka. A few at a time may do so, and the others are refused, so that the page has threads left.
 */
final class RequestGate extends Handler.Wrapper {
    static final int MAX_COMMANDS = 4;
    private static final Logger LOG = LoggerFactory.getLogger(RequestGate.class);

    private final RequestGuard guard;
    private final Semaphore commands = new Semaphore(MAX_COMMANDS);

    RequestGate(RequestGuard guard) {
        this.guard = guard;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        SecurityHeaders.apply(response.getHeaders());
        Optional<ErrorAnswer> refusal = guard.refusal(request);
        if (refusal.isPresent()) {
            refusal.get().write(response, callback);
            return true;
        }
        if (!RequestGuard.changesState(request.getMethod())) {
            return route(request, response, callback);
        }
        var unused = CommandBody.read(request)
                .whenComplete((body, failure) ->
                        getServer().getThreadPool().execute(() -> proceed(request, response, callback, body, failure)));
        return true;
    }

    private boolean route(Request request, Response response, Callback callback) throws Exception {
        WholeResponse whole = new WholeResponse(request, response);
        return super.handle(request, whole, whole.completing(callback));
    }

    private void proceed(
            Request request,
            Response response,
            Callback callback,
            byte @Nullable [] body,
            @Nullable Throwable failure) {
        if (body != null) {
            CommandBody.attach(request, body);
            command(request, response, callback);
        } else if (failure instanceof TimeoutException) {
            new ErrorAnswer(
                            HttpStatus.REQUEST_TIMEOUT_408,
                            "The body did not arrive within " + CommandBody.MAX_SECONDS + " s.")
                    .write(response, callback);
        } else if (failure instanceof CommandBody.CommandBodyTooLongException) {
            new ErrorAnswer(HttpStatus.PAYLOAD_TOO_LARGE_413, "A command has at most 64 KiB.")
                    .write(response, callback);
        } else {
            LOG.warn(
                    "{} {}: the body broke off",
                    request.getMethod(),
                    request.getHttpURI().getCanonicalPath());
            callback.failed(new QuietException.Exception("the body broke off", failure));
        }
    }

    private void command(Request request, Response response, Callback callback) {
        if (!commands.tryAcquire()) {
            new ErrorAnswer(
                            HttpStatus.SERVICE_UNAVAILABLE_503,
                            MAX_COMMANDS + " commands are being carried out; nothing was changed. Retry when they are.")
                    .write(response, callback);
            return;
        }
        Request.addCompletionListener(request, unused -> commands.release());
        try {
            if (!route(request, response, callback)) {
                Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            }
        } catch (Exception failure) { // The servlet's methods declare it; the client gets the page's own error.
            Response.writeError(request, response, callback, failure);
        }
    }
}
