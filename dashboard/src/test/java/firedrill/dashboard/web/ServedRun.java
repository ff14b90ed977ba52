package firedrill.dashboard.web;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test of the web server: a sample run, served on a free port for each test. */
abstract class ServedRun {

    final SampleRun run = new SampleRun().at(70);
    WebServer server;
    RawHttpClient http;

    @BeforeEach
    void start() throws PortUnavailableException {
        server = WebServer.start(WebSettings.loopback(0), run, run);
        http = new RawHttpClient(server.port());
    }

    @AfterEach
    void stop() {
        server.close();
    }
}
