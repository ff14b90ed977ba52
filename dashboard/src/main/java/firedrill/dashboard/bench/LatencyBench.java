package firedrill.dashboard.bench;

import firedrill.ingest.event.EventCodec;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Topics;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.incident.Scenario;
import firedrill.ingest.publish.KafkaSettings;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Decision latency of the running job at a given rate, against a relay on the same broker, in turns.
 *
 * <p>Open loop: events are due at fixed moments whatever happens to those before them, and latency counts from there.
 */
public final class LatencyBench implements AutoCloseable {

    /** Measured turns of each route; as many again, divided by two, come first and only warm up. */
    private static final int PAIRS = 6;

    private static final int WARM_UP_PAIRS = PAIRS / 2;
    private static final Duration SETTLE = Duration.ofMillis(500);
    /** How long the last answers of a slice may take before they count as lost. */
    private static final Duration DRAIN = Duration.ofSeconds(10);

    private static final int RECORDED_HOURS = 6;

    private final int ratePerSecond;
    private final Duration slice;
    private final Recording recording;
    private final Producer<byte[], byte[]> producer;
    private final Listener listener;
    private final Relay relay;
    private final Consumer<String> say;
    private long sent;

    private LatencyBench(Load load, KafkaSettings kafka, Recording recording, Consumer<String> say) {
        this.ratePerSecond = load.ratePerSecond();
        this.slice = load.measured().dividedBy(2L * PAIRS);
        this.recording = recording;
        this.say = say;
        producer = kafka.producer("bench-sender");
        listener = new Listener(kafka);
        relay = new Relay(kafka);
    }

    /**
     * How much, and for how long.
     *
     * @param ratePerSecond events per second
     * @param measured time under measurement, both routes together; half as much again goes before it
     * @param seed of the recorded world
     */
    public record Load(int ratePerSecond, Duration measured, long seed) {}

    /** Runs against a broker whose topics exist, with one partition each, and a job that runs. */
    public static LatencyResult run(Load load, KafkaSettings kafka, Scenario scenario, Consumer<String> say)
            throws InterruptedException, ExecutionException {
        createRelayTopics(kafka);
        var recording = Recording.of(ExchangeSettings.DEFAULT, scenario, load.seed(), RECORDED_HOURS);
        say.accept("%,d recorded events, %.0f %% of which ask for a decision"
                .formatted(recording.size(), 100 * recording.askedShare()));
        try (var bench = new LatencyBench(load, kafka, recording, say)) {
            return bench.run();
        }
    }

    private static void createRelayTopics(KafkaSettings kafka) throws InterruptedException, ExecutionException {
        var properties = Map.<String, Object>of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrap());
        try (var admin = Admin.create(properties)) {
            admin.createTopics(List.of(topic(Route.RELAY.requests()), topic(Route.RELAY.answers())))
                    .all()
                    .get();
        }
    }

    private static NewTopic topic(String name) {
        return new NewTopic(name, Optional.of(1), Optional.empty());
    }

    private LatencyResult run() throws InterruptedException {
        var all = new ArrayList<Slice>();
        for (int pair = 0; pair < WARM_UP_PAIRS + PAIRS; pair++) {
            for (var route : Route.values()) {
                all.add(play(route));
            }
            var ratio = all.get(all.size() - 2).millisAt(99)
                    / all.get(all.size() - 1).millisAt(99);
            say.accept("%s %d of %d: p99 pipeline %.1f ms, relay %.1f ms, ratio %.2f"
                    .formatted(
                            pair < WARM_UP_PAIRS ? "warm-up, turn" : "turn",
                            pair + 1,
                            WARM_UP_PAIRS + PAIRS,
                            all.get(all.size() - 2).millisAt(99),
                            all.get(all.size() - 1).millisAt(99),
                            ratio));
        }
        return result(all);
    }

    private Slice play(Route route) throws InterruptedException {
        int events = (int) (slice.toNanos() * ratePerSecond / 1_000_000_000L);
        long startNanos = System.nanoTime();
        var current = new Slice(route, sent + 1, events, startNanos + SETTLE.toNanos());
        listener.listenFor(current);
        for (int i = 0; i < events; i++) {
            long dueNanos = startNanos + i * 1_000_000_000L / ratePerSecond;
            awaitNanos(dueNanos);
            send(recording.at(sent), current, dueNanos);
            sent++;
        }
        long endNanos = System.nanoTime() + DRAIN.toNanos();
        while (current.waiting() > 0 && System.nanoTime() < endNanos) {
            Thread.sleep(10);
        }
        return current;
    }

    private static void awaitNanos(long dueNanos) {
        for (long left = dueNanos - System.nanoTime(); left > 0; left = dueNanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void send(ExchangeEvent event, Slice current, long dueNanos) {
        var message = new ProducerRecord<>(
                current.route().requests(), 0, EventCodec.key(event.userId()), EventCodec.encode(event));
        message.headers().add(Topics.PUBLISHED_MICROS, micros(Instant.now()));
        if (event.awaitsAnswer()) {
            message.headers().add(Relay.ASKS, new byte[0]);
            current.asked(event.id(), dueNanos);
        }
        // What is lost shows as a request without an answer.
        var unused = producer.send(message);
    }

    private static byte[] micros(Instant now) {
        long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
        return ByteBuffer.allocate(Long.BYTES).putLong(micros).array();
    }

    private LatencyResult result(List<Slice> all) {
        var measured = all.subList(2 * WARM_UP_PAIRS, all.size());
        var ratiosP99 = ratios(measured, 99);
        return new LatencyResult(
                ratePerSecond,
                Math.round(recording.askedShare() * 1e3) / 1e3,
                PAIRS,
                slice.toMillis() / 1e3,
                leg(Route.PIPELINE, measured, all),
                leg(Route.RELAY, measured, all),
                LatencyResult.quantile(ratios(measured, 50), 0.5),
                LatencyResult.quantile(ratiosP99, 0.5),
                List.of(LatencyResult.quantile(ratiosP99, 0.25), LatencyResult.quantile(ratiosP99, 0.75)),
                LatencyResult.Machine.current());
    }

    private static LatencyResult.Leg leg(Route route, List<Slice> measured, List<Slice> all) {
        return LatencyResult.Leg.of(
                of(route, measured),
                of(route, all).stream().mapToLong(Slice::waiting).sum());
    }

    private static List<Slice> of(Route route, List<Slice> slices) {
        return slices.stream().filter(one -> one.route() == route).toList();
    }

    /** Of neighbours, so that what disturbs the machine for a while disturbs both. */
    private static double[] ratios(List<Slice> measured, double percentile) {
        var pipeline = of(Route.PIPELINE, measured);
        var relay = of(Route.RELAY, measured);
        var ratios = new double[pipeline.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = pipeline.get(i).millisAt(percentile) / relay.get(i).millisAt(percentile);
        }
        return ratios;
    }

    @Override
    public void close() throws InterruptedException {
        producer.close(Duration.ofSeconds(1));
        relay.close();
        listener.close();
    }
}
