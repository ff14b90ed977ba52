package firedrill.dashboard.bench;

import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.kafka.KafkaSettings;
import firedrill.ingest.scenario.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * Decision latency of the running job at a given rate, against a relay on the same broker, in turns.
 *
 * <p>Open loop: events are due at fixed moments whatever happens to those before them, and latency counts from there.
 */
public final class LatencyBench implements AutoCloseable {

    /** Measured turns of each route; as many again, divided by two, come first and only warm up. */
    private static final int PAIRS = 6;

    private static final int WARM_UP_PAIRS = PAIRS / 2;

    private final int ratePerSecond;
    private final Duration slice;
    private final EventRecording recording;
    private final LoadGenerator player;
    private final KafkaRelay relay;
    private final Consumer<String> progress;

    private LatencyBench(LoadSpec load, KafkaSettings kafka, EventRecording recording, Consumer<String> say) {
        this.ratePerSecond = load.ratePerSecond();
        this.slice = load.measuredTime().dividedBy(2L * PAIRS);
        this.recording = recording;
        this.progress = say;
        player = new LoadGenerator(ratePerSecond, kafka, recording, List.of(RequestRoute.values()));
        relay = new KafkaRelay(kafka);
    }

    /**
     * Rate and duration of the load.
     *
     * @param ratePerSecond events per second
     * @param measuredTime time under measurement, both routes together; half as much again goes before it
     * @param seed of the recorded world
     */
    public record LoadSpec(int ratePerSecond, Duration measuredTime, long seed) {}

    /** Runs against a broker whose topics exist, with one partition each, and a job that runs. */
    public static LatencyResult run(LoadSpec load, KafkaSettings kafka, Scenario scenario, Consumer<String> say)
            throws InterruptedException, ExecutionException {
        createRelayTopics(kafka);
        var recording = EventRecording.of(ExchangeSettings.DEFAULT, scenario, load.seed());
        say.accept("%,d recorded events, %.0f %% of which ask for a decision"
                .formatted(recording.size(), 100 * recording.requestShare()));
        try (var bench = new LatencyBench(load, kafka, recording, say)) {
            return bench.run();
        }
    }

    private static void createRelayTopics(KafkaSettings kafka) throws InterruptedException, ExecutionException {
        var properties = Map.<String, Object>of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        try (var admin = Admin.create(properties)) {
            admin.createTopics(
                            List.of(topic(RequestRoute.RELAY.requestTopic()), topic(RequestRoute.RELAY.answerTopic())))
                    .all()
                    .get();
        }
    }

    private static NewTopic topic(String name) {
        return new NewTopic(name, Optional.of(1), Optional.empty());
    }

    private LatencyResult run() throws InterruptedException {
        var all = new ArrayList<LoadSlice>();
        for (int pair = 0; pair < WARM_UP_PAIRS + PAIRS; pair++) {
            for (var route : RequestRoute.values()) {
                all.add(player.run(route, slice));
            }
            var ratio = all.get(all.size() - 2).latencyMillis(99)
                    / all.get(all.size() - 1).latencyMillis(99);
            progress.accept("%s %d of %d: p99 pipeline %.1f ms, relay %.1f ms, ratio %.2f"
                    .formatted(
                            pair < WARM_UP_PAIRS ? "warm-up, turn" : "turn",
                            pair + 1,
                            WARM_UP_PAIRS + PAIRS,
                            all.get(all.size() - 2).latencyMillis(99),
                            all.get(all.size() - 1).latencyMillis(99),
                            ratio));
        }
        return result(all);
    }

    private LatencyResult result(List<LoadSlice> all) {
        var measured = all.subList(2 * WARM_UP_PAIRS, all.size());
        var ratiosP99 = ratios(measured, 99);
        return new LatencyResult(
                ratePerSecond,
                Math.round(recording.requestShare() * 1e3) / 1e3,
                PAIRS,
                slice.toMillis() / 1e3,
                routeLatency(RequestRoute.PIPELINE, measured, all),
                routeLatency(RequestRoute.RELAY, measured, all),
                LatencyResult.quantile(ratios(measured, 50), 0.5),
                LatencyResult.quantile(ratiosP99, 0.5),
                List.of(LatencyResult.quantile(ratiosP99, 0.25), LatencyResult.quantile(ratiosP99, 0.75)),
                LatencyResult.MachineInfo.current());
    }

    private static LatencyResult.RouteLatency routeLatency(
            RequestRoute route, List<LoadSlice> measured, List<LoadSlice> all) {
        return LatencyResult.RouteLatency.of(
                of(route, measured),
                of(route, all).stream().mapToLong(LoadSlice::unanswered).sum());
    }

    private static List<LoadSlice> of(RequestRoute route, List<LoadSlice> slices) {
        return slices.stream().filter(one -> one.route() == route).toList();
    }

    /** Ratios of adjacent slices, so that a disturbance of the machine affects both sides. */
    private static double[] ratios(List<LoadSlice> measured, double percentile) {
        var pipeline = of(RequestRoute.PIPELINE, measured);
        var relay = of(RequestRoute.RELAY, measured);
        var ratios = new double[pipeline.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = pipeline.get(i).latencyMillis(percentile) / relay.get(i).latencyMillis(percentile);
        }
        return ratios;
    }

    @Override
    public void close() throws InterruptedException {
        player.close();
        relay.close();
    }
}
