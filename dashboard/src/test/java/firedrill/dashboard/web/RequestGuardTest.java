package firedrill.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestGuardTest extends ServedRun {
    @Test
    void onlyOurOwnNamesAreServed() throws IOException {
        for (String host : List.of("127.0.0.1:", "localhost:", "LOCALHOST:", "[::1]:")) {
            assertThat(http.get("/api/state")
                            .with("Host", host + server.port())
                            .send()
                            .status())
                    .as(host)
                    .isEqualTo(200);
        }
        for (String host : List.of(
                "evil.example",
                "evil.example:" + server.port(),
                "127.0.0.1",
                "127.0.0.1:1",
                "127.0.0.1.evil.example:" + server.port(),
                "localhost:" + server.port() + ".evil.example")) {
            assertThat(http.get("/").with("Host", host).send().status())
                    .as(host)
                    .isIn(400, 403);
            assertThat(http.get("/metrics").with("Host", host).send().status())
                    .as(host)
                    .isIn(400, 403);
        }
        assertThat(http.line("GET / HTTP/1.0").without("Host").send().status()).isEqualTo(403);
    }

    @Test
    void aFurtherNameIsServedWhenItIsAllowed() throws IOException {
        WebSettings settings = new WebSettings("127.0.0.1", 0, Set.of("dashboard:8080"));
        try (WebServer known = WebServer.start(settings, run, run)) {
            RawHttpClient other = new RawHttpClient(known.port());
            assertThat(other.get("/metrics")
                            .with("Host", "dashboard:8080")
                            .send()
                            .status())
                    .isEqualTo(200);
            assertThat(other.get("/metrics")
                            .with("Host", "dashboard:8081")
                            .send()
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void anotherSiteCannotAsk() throws IOException {
        String order = "{\"mode\":\"RULES\",\"why\":\"because\"}";
        for (String origin : List.of("http://evil.example", "null", "https://127.0.0.1:" + server.port())) {
            assertThat(http.order("/api/mode", order)
                            .with("Origin", origin)
                            .send()
                            .status())
                    .as(origin)
                    .isEqualTo(403);
            assertThat(http.get("/api/stream").with("Origin", origin).send().status())
                    .as(origin)
                    .isEqualTo(403);
        }
        for (String site : List.of("cross-site", "same-site")) {
            assertThat(http.order("/api/mode", order)
                            .with("Sec-Fetch-Site", site)
                            .send()
                            .status())
                    .as(site)
                    .isEqualTo(403);
        }
        assertThat(run.orders()).isEmpty();
    }

    @Test
    void aLinkFromAnotherSiteOpensThePage() throws IOException {
        assertThat(http.get("/").with("Sec-Fetch-Site", "cross-site").send().status())
                .isEqualTo(200);
    }

    @Test
    void anOrderNeedsTheTokenOfThisStart() throws IOException {
        assertThat(http.order("/api/end", "{}")
                        .without(RequestGuard.TOKEN_HEADER)
                        .send()
                        .status())
                .isEqualTo(403);
        assertThat(http.order("/api/end", "{}")
                        .with(RequestGuard.TOKEN_HEADER, "guessed")
                        .send()
                        .status())
                .isEqualTo(403);
        assertThat(run.orders()).isEmpty();
        try (WebServer another = WebServer.start(WebSettings.loopback(0), run, run)) {
            assertThat(new RawHttpClient(another.port()).token()).hasSize(43).isNotEqualTo(http.token());
        }
    }

    @Test
    void anOrderIsJson() throws IOException {
        for (String type : List.of(
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/jsonp",
                "application/json; charset=utf-16",
                "application/json, text/plain")) {
            assertThat(http.order("/api/end", "{}")
                            .with("Content-Type", type)
                            .send()
                            .status())
                    .as(type)
                    .isEqualTo(415);
        }
        assertThat(http.order("/api/end", "{}").without("Content-Type").send().status())
                .isEqualTo(415);
        assertThat(http.order("/api/end", "{}")
                        .with("Content-Type", "application/json; charset=utf-8")
                        .send()
                        .status())
                .isEqualTo(202);
    }

    @Test
    void anOrderIsAtMost64KilobytesHoweverItIsSent() throws IOException {
        String large = "{\"mode\":\"RULES\",\"why\":\"" + "x".repeat(70_000) + "\"}";
        assertThat(http.order("/api/mode", large).send().status()).isEqualTo(413);
        assertThat(http.order("/api/mode", "")
                        .without("Content-Length")
                        .with("Transfer-Encoding", "chunked")
                        .chunk(large)
                        .send()
                        .status())
                .isEqualTo(413);
        assertThat(run.orders()).isEmpty();
    }

    @Test
    void methodsThatArePartOfNoOrderAreRefused() throws IOException {
        for (String method : List.of("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "CONNECT")) {
            assertThat(http.line(method + " /api/mode HTTP/1.1").send().status())
                    .as(method)
                    .isBetween(400, 405);
        }
        assertThat(http.get("/api/mode").send().status()).isEqualTo(404);
        assertThat(http.get("/api/end").send().status()).isEqualTo(404);
        assertThat(run.orders()).isEmpty();
    }

    @Test
    void everyAnswerForbidsForeignCodeFramesAndCopies() throws IOException {
        for (String path : List.of("/", "/app.js", "/api/state", "/no-such-page", "/metrics")) {
            assertThat(http.get(path).send().head())
                    .as(path)
                    .contains("Content-Security-Policy: " + SecurityHeaders.CONTENT_SECURITY_POLICY)
                    .contains("X-Content-Type-Options: nosniff")
                    .contains("Cache-Control: no-store")
                    .doesNotContain("Access-Control-")
                    .doesNotContain("Server:")
                    .doesNotContainIgnoringCase("jetty");
        }
        assertThat(SecurityHeaders.CONTENT_SECURITY_POLICY)
                .contains("default-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }
}
