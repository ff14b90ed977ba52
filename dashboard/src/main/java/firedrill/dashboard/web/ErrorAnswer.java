package firedrill.dashboard.web;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * An answer that no route gives: a refusal by the gate, or an error of the server itself.
 *
 * @param status of HTTP
 * @param reason one sentence, which holds nothing of the request
 */
record ErrorAnswer(int status, String reason) {

    void write(Response response, Callback callback) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, WebServer.JSON);
        response.write(true, json(), callback);
    }

    ByteBuffer json() {
        return ByteBuffer.wrap(PageJson.error(reason));
    }
}
