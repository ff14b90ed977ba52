package firedrill.dashboard.web;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Invocable;

/**
 * The body of a request that {@link RequestGuard} let through as a command. It is read piece by piece as it arrives, so a
 * slow sender keeps no thread; it is bounded in length and in time.
 */
final class CommandBody implements Invocable.Task {
    static final int MAX_BYTES = 64 * 1024;
    static final int MAX_SECONDS = 5;

    private static final String ATTRIBUTE = CommandBody.class.getName();

    private final Request request;
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();

    private CommandBody(Request request) {
        this.request = request;
    }

    /**
     * Begins to read. The result fails with {@link CommandBodyTooLongException}, with {@link
     * java.util.concurrent.TimeoutException}, or with what the connection reports.
     */
    static CompletableFuture<byte[]> read(Request request) {
        CommandBody body = new CommandBody(request);
        body.run();
        return body.whole.orTimeout(MAX_SECONDS, TimeUnit.SECONDS);
    }

    /** Hands a body on to the route. */
    static void attach(Request request, byte[] body) {
        request.setAttribute(ATTRIBUTE, body);
    }

    /** The body that was attached; a request without one did not pass the guard and commands nothing. */
    static byte[] of(Context ctx) {
        byte[] body = ctx.attribute(ATTRIBUTE);
        if (body == null) {
            throw new HttpResponseException(HttpStatus.FORBIDDEN.getCode(), "Only the page gives commands.");
        }
        return body;
    }

    @Override
    public void run() {
        while (!whole.isDone()) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this);
                return;
            }
            take(chunk);
        }
    }

    private void take(Content.Chunk chunk) {
        if (Content.Chunk.isFailure(chunk)) {
            whole.completeExceptionally(chunk.getFailure());
            return;
        }
        byte[] bytes = new byte[chunk.remaining()];
        chunk.getByteBuffer().get(bytes);
        boolean isLast = chunk.isLast();
        chunk.release();
        read.writeBytes(bytes);
        if (read.size() > MAX_BYTES) {
            whole.completeExceptionally(new CommandBodyTooLongException());
        } else if (isLast) {
            whole.complete(read.toByteArray());
        }
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    /** A body of more than {@link #MAX_BYTES}. */
    static final class CommandBodyTooLongException extends Exception {
        private static final long serialVersionUID = 1;
    }
}
