package firedrill.dashboard.web;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * A response that is kept whole and then written as fast as its client reads it. The thread of the route does not wait for
 * that, so a client that does not read keeps memory, of one response, but no thread.
 */
final class WholeResponse extends Response.Wrapper {

    /** Many times the longest response. */
    private static final int MAX_BYTES = 4 << 20;

    private static final String STREAMED = WholeResponse.class.getName();

    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final CompletableFuture<Void> written = new CompletableFuture<>();
    private boolean isHandedOver;

    WholeResponse(Request request, Response response) {
        super(request, response);
    }

    /** From now on the response is written piece by piece, by threads that may wait. */
    static void stream(Context ctx) {
        ctx.attribute(STREAMED, true);
    }

    private boolean isStreamed() {
        return getRequest().getAttribute(STREAMED) != null;
    }

    /** What the route calls when it has ended; {@code callback} is called when the response is written. */
    Callback completing(Callback callback) {
        return Callback.from(() -> complete(callback), callback::failed);
    }

    private void complete(Callback callback) {
        if (isStreamed()) {
            callback.succeeded();
            return;
        }
        if (!isHandedOver) {
            handOver();
        }
        var unused = written.whenComplete((done, failure) -> {
            if (failure == null) {
                callback.succeeded();
            } else {
                callback.failed(failure);
            }
        });
    }

    @Override
    public void write(boolean last, ByteBuffer bytes, Callback callback) {
        if (isStreamed()) {
            super.write(last, bytes, callback);
            return;
        }
        if (bytes != null && content.size() + bytes.remaining() > MAX_BYTES) {
            callback.failed(new IOException("the response has more than " + MAX_BYTES + " bytes"));
            return;
        }
        append(bytes);
        if (last) {
            handOver();
        }
        callback.succeeded();
    }

    private void append(ByteBuffer bytes) {
        if (bytes != null) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            content.writeBytes(copy);
        }
    }

    private void handOver() {
        isHandedOver = true;
        super.write(
                true,
                ByteBuffer.wrap(content.toByteArray()),
                Callback.from(() -> written.complete(null), written::completeExceptionally));
    }

    @Override
    public void reset() {
        content.reset();
        super.reset();
    }
}
