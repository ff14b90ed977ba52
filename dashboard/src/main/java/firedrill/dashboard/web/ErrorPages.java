package firedrill.dashboard.web;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Errors of requests that reach no route, such as a malformed request line, in the shape of every other error of the
 * page: JSON and the security headers. They tell neither the request nor a stack.
 */
final class ErrorPages extends ErrorHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        SecurityHeaders.apply(response.getHeaders());
        answer(response.getStatus()).write(response, callback);
        return true;
    }

    private static ErrorAnswer answer(int status) {
        return new ErrorAnswer(status, HttpStatus.getMessage(status) + ".");
    }
}
