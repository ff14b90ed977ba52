package firedrill.dashboard.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class StreamClientTest {
    private final SampleRun run = new SampleRun().at(70);

    @Test
    void onlyTheLatestFrameWaits() {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        StreamClient client = new StreamClient(sent, () -> {});
        client.offer("old".getBytes(UTF_8));
        client.offer("new".getBytes(UTF_8));
        Thread writer = started(client);
        await().until(() -> sent.toString(UTF_8).equals("new"));
        client.drop();
        await().until(() -> !writer.isAlive());
        assertThat(client.ended()).isCompleted();
    }

    @Test
    void aHangingWriteIsDistinguishedFromWaitingAndEndsWithTheConnection() {
        HangingConnection connection = new HangingConnection();
        StreamClient client = new StreamClient(connection, connection::abort);
        assertThat(client.isStalled(1)).as("before any frame").isFalse();
        Thread writer = started(client);
        client.offer(new byte[1]);
        await().until(() -> client.isStalled(8));
        client.drop();
        await().until(() -> !writer.isAlive());
        assertThat(client.isStalled(1)).isFalse();
    }

    @Test
    void anUnchangedStateIsNotSentAgainButTheHeartbeatIs() {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        StreamClient client = new StreamClient(sent, () -> {});
        PageStream stream = new PageStream(run::state);
        Thread writer = started(client);
        stream.join(client);
        stream.tick();
        await().until(() -> sent.toString(UTF_8).endsWith("}\n\n"));
        for (int quiet = 0; quiet < 20; quiet++) {
            stream.tick();
        }
        await().until(() -> sent.toString(UTF_8).endsWith("event: heartbeat\ndata: {}\n\n"));
        assertThat(sent.toString(UTF_8).split("event: state", -1)).hasSize(2);
        stream.dropAll();
        await().until(() -> !writer.isAlive());
    }

    @Test
    void aStateThatCannotBeComputedIsReportedOnThePage() {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        StreamClient client = new StreamClient(sent, () -> {});
        PageStream stream = new PageStream(() -> {
            throw new IllegalStateException("made to fail by a test");
        });
        Thread writer = started(client);
        stream.join(client);
        stream.tick();
        await().until(() -> sent.toString(UTF_8).startsWith("event: trouble\ndata: {\"error\":"));
        client.drop();
        await().until(() -> !writer.isAlive());
    }

    private static Thread started(StreamClient client) {
        Thread writer = new Thread(client, "writer-of-a-test");
        writer.setDaemon(true);
        writer.start();
        return writer;
    }

    /** Takes nothing until it is closed, and then fails. */
    private static final class HangingConnection extends OutputStream {
        private final CountDownLatch closed = new CountDownLatch(1);

        void abort() {
            closed.countDown();
        }

        @Override
        public void write(int letter) throws IOException {
            try {
                closed.await();
            } catch (InterruptedException cause) {
                Thread.currentThread().interrupt();
            }
            throw new IOException("closed");
        }
    }
}
