package firedrill.dashboard.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import firedrill.dashboard.web.view.PageState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the latest state to every open page as server-sent events.
 *
 * <p>{@link #tick()} makes one frame for all, so that the cost of a state does not depend on the number of pages; an
 * unchanged state is not sent again. Event names: {@code state}, {@code heartbeat} (nothing new, but alive) and
 * {@code trouble} (the state could not be made).
 */
final class PageStream {
    /** Four times a second. */
    static final int TICK_MILLIS = 250;

    /** Pages at a time. */
    static final int MAX_CLIENTS = 32;

    /** Two seconds in one write. */
    private static final int STALL_TICKS = 2_000 / TICK_MILLIS;

    private static final int HEARTBEAT_TICKS = 5_000 / TICK_MILLIS;
    private static final byte[] HEARTBEAT = frame("heartbeat", "{}".getBytes(UTF_8));
    private static final Logger LOG = LoggerFactory.getLogger(PageStream.class);

    private final Supplier<PageState> source;
    private final List<StreamClient> clients = new ArrayList<>();
    private byte @Nullable [] latest;
    private int quietTicks;

    PageStream(Supplier<PageState> source) {
        this.source = source;
    }

    /** Adds a page, unless there are {@link #MAX_CLIENTS} already. */
    synchronized boolean join(StreamClient client) {
        if (clients.size() >= MAX_CLIENTS) {
            return false;
        }
        clients.add(client);
        if (latest != null) {
            client.offer(latest);
        }
        return true;
    }

    /** One round: drops pages that do not read, and sends what is new to the others. */
    void tick() {
        if (count() == 0) {
            forget();
            return;
        }
        send(stateFrame());
        for (StreamClient client : present()) {
            if (client.isStalled(STALL_TICKS)) {
                client.drop();
                leave(client);
            }
        }
    }

    void dropAll() {
        present().forEach(StreamClient::drop);
    }

    synchronized int count() {
        return clients.size();
    }

    synchronized void leave(StreamClient client) {
        clients.remove(client);
    }

    private synchronized List<StreamClient> present() {
        return List.copyOf(clients);
    }

    private synchronized void forget() {
        latest = null;
    }

    private synchronized void send(byte[] frame) {
        boolean isNew = !Arrays.equals(frame, latest);
        latest = frame;
        quietTicks = isNew ? 0 : quietTicks + 1;
        if (isNew) {
            clients.forEach(client -> client.offer(frame));
        } else if (quietTicks % HEARTBEAT_TICKS == 0) {
            clients.forEach(client -> client.offer(HEARTBEAT));
        }
    }

    /** Never throws: a failed state is sent to every page as trouble. */
    private byte[] stateFrame() {
        try {
            return frame("state", PageJson.write(source.get()));
        } catch (RuntimeException failure) {
            // An exception would end the timer's task, and with it the stream of every page.
            LOG.error("The page's figures could not be made", failure);
            return frame("trouble", PageJson.error("The figures could not be made; the log says why."));
        }
    }

    private static byte[] frame(String event, byte[] json) {
        byte[] head = ("event: " + event + "\ndata: ").getBytes(UTF_8);
        byte[] frame = Arrays.copyOf(head, head.length + json.length + 2);
        System.arraycopy(json, 0, frame, head.length, json.length);
        frame[frame.length - 2] = '\n';
        frame[frame.length - 1] = '\n';
        return frame;
    }
}
