package firedrill.dashboard.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;

/** {@code GET /api/stream}: keeps the request open and hands its output to a writer thread of its own. */
final class StreamRoute implements Handler {
    static final String PATH = "/api/stream";

    private final PageStream stream;
    private final AtomicInteger opened = new AtomicInteger();

    StreamRoute(PageStream stream) {
        this.stream = stream;
    }

    @Override
    public void handle(Context ctx) throws IOException {
        EndPoint connection = ServletContextRequest.getServletContextRequest(ctx.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
        OutputStream out = ctx.res().getOutputStream();
        StreamClient client = new StreamClient(out, connection::close);
        if (!stream.join(client)) {
            ctx.header("Retry-After", "10");
            throw new HttpResponseException(
                    HttpStatus.SERVICE_UNAVAILABLE.getCode(), "Too many pages are open; close one of them.");
        }
        WholeResponse.stream(ctx);
        ctx.contentType("text/event-stream; charset=utf-8");
        ctx.future(() -> {
            Thread writer = new Thread(() -> serve(client), "page-stream-" + opened.incrementAndGet());
            writer.setDaemon(true);
            writer.start();
            return client.ended();
        });
    }

    private void serve(StreamClient client) {
        client.run();
        stream.leave(client);
    }
}
