package firedrill.dashboard.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import firedrill.dashboard.web.RawHttpClient.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that are slow, break off or are malformed: the page goes on, and they get the page's own headers. */
class HostileClientTest extends ServedRun {

    private static final int CLIENTS = 60;

    private final List<Socket> open = new ArrayList<>();

    @AfterEach
    void closeClients() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    @Test
    void sixtyBodiesThatDoNotArriveKeepNoThread() throws IOException {
        for (int i = 0; i < CLIENTS; i++) {
            open.add(
                    http.order("/api/mode", "{").with("Content-Length", "60000").open());
        }
        assertThatThePageAnswers();
        assertThat(read(open.get(0))).startsWith("HTTP/1.1 408 ").contains("did not arrive within 5 s");
        assertThat(run.orders()).isEmpty();
    }

    @Test
    void whoHasNoTokenIsAnsweredBeforeTheBodyIsRead() throws IOException {
        for (int i = 0; i < CLIENTS; i++) {
            open.add(http.order("/api/mode", "{")
                    .without(RequestGuard.TOKEN_HEADER)
                    .with("Content-Length", "60000")
                    .open());
        }
        for (Socket socket : open) {
            assertThat(read(socket)).startsWith("HTTP/1.1 403 ");
        }
        assertThatThePageAnswers();
    }

    @Test
    void aBodyOfAReadIsNotWaitedFor() throws IOException {
        for (int i = 0; i < CLIENTS; i++) {
            open.add(http.get("/app.js")
                    .without("Connection")
                    .with("Content-Length", "60000")
                    .with("X-HTTP-Method-Override", "POST")
                    .open());
            open.add(http.get("/app.js").with("Content-Length", "60000").open());
        }
        assertThatThePageAnswers();
    }

    @Test
    void clientsThatAskAndDoNotReadKeepNoThread() throws IOException {
        for (int i = 0; i < CLIENTS / 2; i++) {
            // More than the buffers of both sockets hold.
            String ask = "GET /vendor/uplot-1.6.32.js HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\n\r\n";
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
            socket.getOutputStream().write(ask.repeat(200).getBytes(ISO_8859_1));
            open.add(socket);
        }
        assertThatThePageAnswers();
    }

    @Test
    void aBodyThatBreaksOffChangesNothing() throws IOException {
        for (int i = 0; i < CLIENTS; i++) {
            http.order("/api/mode", "{\"mode\":")
                    .with("Content-Length", "60000")
                    .open()
                    .close();
        }
        assertThatThePageAnswers();
        assertThat(run.orders()).isEmpty();
    }

    @Test
    void aBodyThatComesInPiecesIsACommand() throws IOException, InterruptedException {
        String body = "{\"mode\":\"RULES\",\"reason\":\"slowly\"}";
        try (Socket socket = http.order("/api/mode", "")
                .with("Content-Length", Integer.toString(body.length()))
                .open()) {
            for (byte one : body.getBytes(ISO_8859_1)) {
                socket.getOutputStream().write(one);
                Thread.sleep(2);
            }
            assertThat(read(socket)).startsWith("HTTP/1.1 202 ");
        }
        assertThat(run.orders()).containsExactly("mode RULES: slowly");
    }

    @Test
    void errorsOfTheServerItselfLookLikeAllOthers() throws IOException {
        for (Reply reply : List.of(
                http.line("GET / HTTP/1.1").with("Host", "a b").send(),
                http.line("GET").send(),
                http.line("GET / HTTP/9.9").send(),
                http.line("GET /%zz HTTP/1.1").send(),
                http.get("/").with("X-Long", "x".repeat(20_000)).send(),
                http.line("POST /api/end HTTP/1.1").with("Content-Length", "a").send(),
                http.line("GET /" + "x".repeat(20_000) + " HTTP/1.1").send())) {
            assertThat(reply.status()).isIn(400, 403, 404, 414, 431, 505);
            assertThat(reply.head())
                    .contains("Content-Security-Policy: " + SecurityHeaders.CONTENT_SECURITY_POLICY)
                    .contains("X-Content-Type-Options: nosniff")
                    .contains("Cache-Control: no-store")
                    .contains("Content-Type: application/json")
                    .doesNotContainIgnoringCase("jetty");
            assertThat(reply.body()).startsWith("{\"error\":\"").doesNotContain("Exception", "\tat ", "xxx");
        }
    }

    private void assertThatThePageAnswers() throws IOException {
        for (int i = 0; i < 5; i++) {
            assertThat(http.get("/health/ready").send().status()).isEqualTo(200);
            assertThat(http.get("/").send().status()).isEqualTo(200);
        }
    }

    private static String read(Socket socket) throws IOException {
        byte[] head = new byte[2_000];
        int length = 0;
        for (int more = 0; more >= 0 && length < head.length; length += Math.max(0, more)) {
            more = socket.getInputStream().read(head, length, head.length - length);
        }
        return new String(head, 0, length, ISO_8859_1);
    }
}
