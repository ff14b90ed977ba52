package firedrill.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.dashboard.web.RawHttpClient.RawRequest;
import firedrill.dashboard.web.RawHttpClient.Reply;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every route that the server has, with every combination of what a stranger could send. */
class EveryRouteTest {

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final List<String> METHOD_HEADERS =
            List.of("X-HTTP-Method-Override", "x-http-method-override", "X-Method-Override", "X-HTTP-Method");

    /** A body that each command accepts. */
    private static final Map<String, String> COMMANDS = Map.of(
            "/api/mode", "{\"mode\":\"RULES\",\"reason\":\"a test\"}",
            "/api/model", "{\"command\":\"ROLL_BACK\",\"reason\":\"a test\"}",
            "/api/scenario", "{\"id\":\"quiet\"}",
            "/api/end", "{}");

    private final SampleRun run = new SampleRun().at(5);
    private WebServer server;
    private RawHttpClient http;
    private List<String> tokens;
    private List<String> origins;
    private List<String> hosts;

    @BeforeEach
    void start() throws IOException, PortUnavailableException {
        server = WebServer.start(WebSettings.loopback(0), run, run);
        http = new RawHttpClient(server.port());
        tokens = List.of(http.token(), "", "guessed");
        origins = List.of("", "http://127.0.0.1:" + server.port(), "http://evil.example", "null");
        hosts = List.of("127.0.0.1:" + server.port(), "evil.example");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** One request; an empty text stands for a header that is not sent. */
    record Attempt(String method, String path, String token, String origin, String host, String type) {

        boolean isAllowed(EveryRouteTest test) {
            return method.equals("POST")
                    && COMMANDS.containsKey(path)
                    && token.equals(test.tokens.get(0))
                    && !origin.contains("evil")
                    && !origin.equals("null")
                    && host.equals(test.hosts.get(0))
                    && type.equals("application/json");
        }
    }

    @Test
    void everyRouteThatIsNotReadByGetIsACommandOfThisTest() {
        assertThat(server.endpoints())
                .filteredOn(endpoint -> !endpoint.method.equals(HandlerType.GET))
                .allSatisfy(endpoint -> assertThat(endpoint.method).isEqualTo(HandlerType.POST))
                .extracting(endpoint -> endpoint.path)
                .containsExactlyInAnyOrderElementsOf(COMMANDS.keySet());
    }

    @Test
    void onlyAPostWithTokenFromThisPageInJsonChangesAnything() throws IOException {
        for (Attempt attempt : attempts()) {
            int before = run.orders().size();
            Reply reply = request(attempt).send();
            boolean isAllowed = attempt.isAllowed(this);
            assertThat(run.orders().size() - before).as(attempt.toString()).isEqualTo(isAllowed ? 1 : 0);
            assertThat(reply.status() == 202).as(attempt + " " + reply.head()).isEqualTo(isAllowed);
            assertThat(reply.head())
                    .as(attempt.toString())
                    .contains("Content-Security-Policy: " + SecurityHeaders.CONTENT_SECURITY_POLICY)
                    .contains("X-Content-Type-Options: nosniff");
        }
        assertThat(run.orders()).isNotEmpty();
    }

    @Test
    void noHeaderAndNoParameterReplacesTheMethod() throws IOException {
        for (String header : METHOD_HEADERS) {
            for (String method : METHODS) {
                for (String token : tokens) {
                    for (String path : COMMANDS.keySet()) {
                        Attempt attempt = new Attempt(method, path, token, "", hosts.get(0), "application/json");
                        assertThat(request(attempt).with(header, "POST").send().status())
                                .as(header + " " + attempt)
                                .isEqualTo(403);
                    }
                }
            }
        }
        for (String path : COMMANDS.keySet()) {
            Attempt attempt = new Attempt("GET", path + "?_method=POST", "", "", hosts.get(0), "application/json");
            assertThat(request(attempt).send().status()).isIn(404, 405);
        }
        assertThat(run.orders()).isEmpty();
    }

    private List<Attempt> attempts() {
        List<Attempt> attempts = new ArrayList<>();
        for (String path : paths()) {
            for (String method : METHODS) {
                for (String token : tokens) {
                    for (String origin : origins) {
                        for (String host : hosts) {
                            for (String type : List.of("application/json", "", "text/plain")) {
                                attempts.add(new Attempt(method, path, token, origin, host, type));
                            }
                        }
                    }
                }
            }
        }
        // The answer of the stream has no end.
        attempts.removeIf(
                attempt -> attempt.path().equals(StreamRoute.PATH) && !RequestGuard.changesState(attempt.method()));
        return attempts;
    }

    private List<String> paths() {
        return server.endpoints().stream()
                .map(endpoint -> endpoint.path.replace("{id}", "17").replace("<file>", "app.js"))
                .distinct()
                .toList();
    }

    private RawRequest request(Attempt attempt) {
        RawRequest request =
                http.line(attempt.method() + " " + attempt.path() + " HTTP/1.1").with("Host", attempt.host());
        Map.of(RequestGuard.TOKEN_HEADER, attempt.token(), "Origin", attempt.origin(), "Content-Type", attempt.type())
                .forEach((name, value) -> {
                    if (!value.isEmpty()) {
                        request.with(name, value);
                    }
                });
        return request.body(COMMANDS.getOrDefault(attempt.path().replaceAll("\\?.*", ""), ""));
    }
}
