package firedrill.dashboard.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests spelled out by hand, so that they can be as wrong as an attacker's. */
final class RawHttpClient {
    private static final Pattern TOKEN = Pattern.compile("name=\"firedrill-token\" content=\"([^\"]+)\"");
    private static final int PATIENCE_MILLIS = 10_000;

    private final int port;

    RawHttpClient(int port) {
        this.port = port;
    }

    /** A whole answer. */
    record Reply(int status, String head, String body) {}

    /** One request under construction. */
    final class RawRequest {
        private final String line;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private String body = "";

        private RawRequest(String line) {
            this.line = line;
            headers.put("Host", "127.0.0.1:" + port);
            headers.put("Connection", "close");
        }

        RawRequest with(String header, String value) {
            headers.put(header, value);
            return this;
        }

        RawRequest without(String header) {
            headers.remove(header);
            return this;
        }

        RawRequest body(String text) {
            body = text;
            return with("Content-Length", Integer.toString(text.length()));
        }

        RawRequest chunk(String text) {
            body = Integer.toHexString(text.length()) + "\r\n" + text + "\r\n0\r\n\r\n";
            return this;
        }

        /** Sends headers as they are and any body as it is, even where they contradict each other. */
        Reply send() throws IOException {
            try (Socket socket = open()) {
                return read(socket.getInputStream());
            }
        }

        /** Sends the request and leaves the answer to the caller. */
        Socket open() throws IOException {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(PATIENCE_MILLIS);
            StringBuilder text = new StringBuilder(line).append("\r\n");
            headers.forEach((name, value) ->
                    text.append(name).append(": ").append(value).append("\r\n"));
            text.append("\r\n").append(body);
            socket.getOutputStream().write(text.toString().getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            return socket;
        }
    }

    RawRequest get(String path) {
        return new RawRequest("GET " + path + " HTTP/1.1");
    }

    RawRequest line(String line) {
        return new RawRequest(line);
    }

    /** An order as the page sends it: nothing about it is wrong. */
    RawRequest order(String path, String json) throws IOException {
        return new RawRequest("POST " + path + " HTTP/1.1")
                .with("Origin", "http://127.0.0.1:" + port)
                .with("Sec-Fetch-Site", "same-origin")
                .with("Content-Type", "application/json")
                .with(RequestGuard.TOKEN_HEADER, token())
                .body(json);
    }

    /** What the page finds in its own HTML. */
    String token() throws IOException {
        Matcher matcher = TOKEN.matcher(get("/").send().body());
        if (!matcher.find()) {
            throw new AssertionError("the page carries no token");
        }
        return matcher.group(1);
    }

    private static Reply read(InputStream in) throws IOException {
        String text = new String(in.readAllBytes(), ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new AssertionError("not an answer: " + text);
        }
        String head = text.substring(0, end);
        return new Reply(Integer.parseInt(head.split(" ", 3)[1]), head, text.substring(end + 4));
    }
}
