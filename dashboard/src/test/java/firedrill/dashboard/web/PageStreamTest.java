package firedrill.dashboard.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import firedrill.dashboard.health.RunHealth;
import firedrill.dashboard.monitor.BillComparison;
import firedrill.dashboard.monitor.ClusterDetail;
import firedrill.dashboard.monitor.ClusterRow;
import firedrill.dashboard.monitor.DecisionProvenance;
import firedrill.dashboard.web.view.PageState;
import firedrill.scoring.evaluation.card.ModelCardDocument;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PageStreamTest extends ServedRun {
    private static final BillComparison FILLER =
            new BillComparison(BillComparison.BillStatus.FAILED, List.of(), "x".repeat(2_000_000));

    private final List<Socket> open = new ArrayList<>();

    @AfterEach
    void closePages() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    @Test
    void aClientReceivesTheStateAndThenEachNewOne() throws IOException {
        BufferedReader page = read(connect());
        assertThat(nextState(page)).isEqualTo(new String(PageJson.write(run.state()), UTF_8));
        run.at(71);
        assertThat(nextState(page)).isEqualTo(new String(PageJson.write(run.state()), UTF_8));
    }

    @Test
    void aClientThatNeverReadsIsDroppedAndDelaysNoOther() throws IOException, PortUnavailableException {
        AtomicInteger made = new AtomicInteger();
        PageSource heavy = new LargeStates(run, made);
        try (WebServer other = WebServer.start(WebSettings.loopback(0), heavy, run)) {
            http = new RawHttpClient(other.port());
            connect();
            String itsThread = newestWriter();
            BufferedReader reading = read(connect());
            int received = 0;
            while (threads().anyMatch(itsThread::equals)) {
                nextState(reading);
                received++;
            }
            assertThat(made.get() - received)
                    .as("states that the reading page missed")
                    .isLessThanOrEqualTo(3);
        }
    }

    @Test
    void atMostThirtyTwoClientsAreServed() throws IOException {
        for (int page = 0; page < PageStream.MAX_CLIENTS; page++) {
            connect();
        }
        RawHttpClient.Reply reply = http.get("/api/stream").send();
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.head()).contains("Retry-After: 10");
        assertThat(reply.body()).contains("Too many pages are open");
        assertThat(http.get("/api/state").send().status()).isEqualTo(200);
    }

    @Test
    void aDisconnectedClientFreesItsPlace() throws IOException {
        for (int page = 0; page < PageStream.MAX_CLIENTS; page++) {
            connect();
        }
        open.get(0).close();
        await().until(() -> {
            run.at(run.state().minutes().size() + 1);
            try (Socket socket = http.get("/api/stream").open()) {
                return read(socket).readLine().contains("200");
            }
        });
    }

    private Socket connect() throws IOException {
        Socket socket =
                http.get("/api/stream").with("Accept", "text/event-stream").open();
        open.add(socket);
        int letter = socket.getInputStream().read();
        assertThat(letter).as("first letter of the answer").isEqualTo('H');
        return socket;
    }

    /** Far more than the buffers between two sockets hold, and new each time. */
    private record LargeStates(SampleRun run, AtomicInteger made) implements PageSource {
        @Override
        public PageState state() {
            return run.at(made.incrementAndGet()).finished(FILLER).state();
        }

        @Override
        public RunHealth health() {
            return run.health();
        }

        @Override
        public Optional<DecisionProvenance> provenance(long eventId) {
            return run.provenance(eventId);
        }

        @Override
        public List<ClusterRow> clusters() {
            return run.clusters();
        }

        @Override
        public Optional<ClusterDetail> cluster(long id) {
            return run.cluster(id);
        }

        @Override
        public String metrics() {
            return run.metrics();
        }

        @Override
        public ModelCardDocument card() {
            return run.card();
        }
    }

    private static String newestWriter() {
        return threads()
                .filter(name -> name.startsWith("page-stream-"))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Stream<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName);
    }

    private static BufferedReader read(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    }

    private static String nextState(BufferedReader page) throws IOException {
        String line = page.readLine();
        while (!"event: state".equals(line)) {
            line = page.readLine();
        }
        return page.readLine().substring("data: ".length());
    }
}
