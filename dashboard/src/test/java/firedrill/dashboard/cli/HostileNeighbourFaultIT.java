package firedrill.dashboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import firedrill.dashboard.runtime.WorkFolder;
import firedrill.ingest.event.DecisionRequest;
import firedrill.ingest.event.Topics;
import firedrill.ingest.event.wire.EventCodec;
import firedrill.ingest.event.wire.MalformedMessageException;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.kafka.KafkaSettings;
import firedrill.scoring.decision.wire.DecisionCodec;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run beside a {@link HostileNeighbour}, against the same run alone. The length of each is ten minutes, or {@code
 * -Dfiredrill.faults.minutes}.
 */
class HostileNeighbourFaultIT {

    private static final int MINUTES = Integer.getInteger("firedrill.faults.minutes", 10);
    private static final double SPEED = 60;
    /** Answers reach the exchange at moments of the wall clock, so two runs of one seed differ in a few events. */
    private static final double MIN_EQUAL_SHARE = 0.99;

    private static final double MAX_LATENCY_RATIO = 1.2;
    /** Simulated time; at speed 60 it is five seconds on the clock. */
    private static final Duration SETTLING = Duration.ofMinutes(5);

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern PAGE = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)");

    @TempDir
    Path scratch = Path.of("");

    /**
     * What a run came to.
     *
     * @param decisions action and decider by user and time of the request
     * @param unanswered requests without a decision, of those older than {@link #SETTLING}
     */
    private record RunFigures(JsonNode page, Map<String, String> decisions, long unanswered) {

        double p99Millis() {
            return page.at("/latency/overall/p99Millis").doubleValue();
        }

        String text() {
            return "decisions %d, unanswered %d, dead letters %s, modes %s, costs %s, users %s, latency %s"
                    .formatted(
                            decisions.size(),
                            unanswered,
                            page.at("/rates/deadLetters"),
                            page.get("modeChanges").size(),
                            page.get("costs"),
                            page.get("users"),
                            page.get("latency"));
        }
    }

    @Test
    void aHostileNeighbourChangesNoDecisionLosesNothingAndDelaysLittle() throws Exception {
        var alone = run("alone", false);
        var beside = run("beside", true);
        System.out.println("alone:  " + alone.text());
        System.out.println("beside: " + beside.text());
        double equalShare = equalShare(alone.decisions(), beside.decisions());
        System.out.printf(
                "equal decisions: %.4f; p99 ratio %.2f%n", equalShare, beside.p99Millis() / alone.p99Millis());

        assertThat(List.of(alone.unanswered(), beside.unanswered())).containsOnly(0L);
        assertThat(beside.page().at("/health/state").asText())
                .isEqualTo(alone.page().at("/health/state").asText());
        assertThat(beside.page().get("modeChanges")).isEqualTo(alone.page().get("modeChanges"));
        assertThat(beside.page().at("/registry/champion"))
                .isEqualTo(alone.page().at("/registry/champion"));
        assertThat(equalShare).isGreaterThan(MIN_EQUAL_SHARE);
        assertThat(beside.p99Millis()).isLessThan(MAX_LATENCY_RATIO * alone.p99Millis());
    }

    private RunFigures run(String name, boolean hasNeighbour) throws Exception {
        var work = scratch.resolve(name);
        try (var up = UpProcess.start(
                scratch, work, "--scenario", scenario(), "--users", "10000", "--speed", Double.toString(SPEED))) {
            var page = PAGE.matcher(up.said());
            assertThat(page.find()).as(up.said()).isTrue();
            int port = Integer.parseInt(page.group(1));
            var kafka = KafkaSettings.at(WorkFolder.readBootstrap(work).orElseThrow());
            if (!hasNeighbour) {
                return figures(kafka, port);
            }
            try (var neighbour = new HostileNeighbour(kafka, port, ExchangeSettings.DEFAULT.startMillis())) {
                var figures = figures(kafka, port);
                assertThat(neighbour.records()).isGreaterThan(MINUTES * 60L * HostileNeighbour.RECORDS_PER_SECOND / 2);
                assertThat(neighbour.failures()).isZero();
                return figures;
            }
        }
    }

    /** A quiet market for longer than the test; the shipped scenario ends after six hours. */
    private String scenario() throws IOException {
        var file = scratch.resolve("long-quiet.yaml");
        Files.writeString(file, """
                id: long-quiet
                title: A long quiet shift
                briefing: Nothing is known to be wrong.
                length: %dh
                timeline: []
                """.formatted((long) (MINUTES * SPEED / 60) + 2));
        return file.toString();
    }

    private static RunFigures figures(KafkaSettings kafka, int port) throws Exception {
        JsonNode state = state(port);
        while (state.at("/run/elapsedMillis").longValue() < MINUTES * 60_000L * SPEED) {
            TimeUnit.MILLISECONDS.sleep(500); // Between two requests to the page, which keep the machine idle.
            state = state(port);
        }
        var requests = requests(kafka);
        var decisions = new TreeMap<String, String>();
        for (byte[] value : values(kafka, Topics.DECISIONS)) {
            var decision = DecisionCodec.decode(value);
            requests.remove(decision.eventId());
            decisions.putIfAbsent(
                    decision.userId() + "@" + decision.timeMillis(), decision.action() + " by " + decision.decidedBy());
        }
        long settledMillis = state.at("/run/nowMillis").longValue() - SETTLING.toMillis();
        return new RunFigures(
                state,
                decisions,
                requests.values().stream().filter(time -> time < settledMillis).count());
    }

    /** Times of the exchange's requests by id. */
    private static Map<Long, Long> requests(KafkaSettings kafka) {
        var times = new TreeMap<Long, Long>();
        for (byte[] value : values(kafka, Topics.EVENTS)) {
            try {
                EventCodec.decode(value)
                        .asRequest()
                        .filter(DecisionRequest::requiresDecision)
                        .filter(request -> request.id() != HostileNeighbour.EVENT_ID)
                        .ifPresent(request -> times.put(request.id(), request.timeMillis()));
            } catch (MalformedMessageException garbage) {
                // The neighbour's.
            }
        }
        return times;
    }

    private static List<byte[]> values(KafkaSettings kafka, String topic) {
        var values = new ArrayList<byte[]>();
        var partition = new TopicPartition(topic, 0);
        try (var consumer = kafka.consumer("figures")) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = Objects.requireNonNull(
                    consumer.endOffsets(Set.of(partition)).get(partition));
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }

    private static JsonNode state(int port) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/state"))
                .timeout(Duration.ofSeconds(30))
                .build();
        var answer = HTTP.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    /** Share of equal decisions among the requests that both runs decided. */
    private static double equalShare(Map<String, String> first, Map<String, String> second) {
        var common = new TreeSet<>(first.keySet());
        common.retainAll(second.keySet());
        assertThat(common.size()).isGreaterThan((int) (0.95 * first.size()));
        return (double) common.stream()
                        .filter(request -> Objects.equals(first.get(request), second.get(request)))
                        .count()
                / common.size();
    }
}
