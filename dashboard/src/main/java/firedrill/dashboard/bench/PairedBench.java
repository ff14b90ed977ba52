package firedrill.dashboard.bench;

import firedrill.dashboard.bench.LatencyBench.Load;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.incident.Scenario;
import firedrill.ingest.publish.KafkaSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/** The same load with and without something going on beside it, in turns, so that what disturbs the machine disturbs both. */
final class PairedBench {

    private static final int WARM_UP_PAIRS = 1;

    private final Player player;
    private final Duration slice;
    private final int pairs;
    private final Consumer<String> say;

    private PairedBench(Player player, Duration slice, int pairs, Consumer<String> say) {
        this.player = player;
        this.slice = slice;
        this.pairs = pairs;
        this.say = say;
    }

    /**
     * Plays a recording of {@code scenario} to a job that runs, on a broker whose topics exist with one partition each.
     *
     * @param pairs measured; {@code load} is divided by them
     */
    static Outcome run(
            Load load, KafkaSettings kafka, Scenario scenario, int pairs, Disturbance disturbance, Consumer<String> say)
            throws InterruptedException {
        var recording = Recording.of(ExchangeSettings.DEFAULT, scenario, load.seed());
        try (var player = new Player(load.ratePerSecond(), kafka, recording, List.of(Route.PIPELINE))) {
            return new PairedBench(player, load.measured().dividedBy(2L * pairs), pairs, say).run(disturbance);
        }
    }

    /** What goes on beside the load in every second slice. */
    interface Disturbance {
        void begin() throws InterruptedException;

        void end() throws InterruptedException;
    }

    /** Slices in pairs, the warm-up left out; {@code waiting} counts it in. */
    record Outcome(List<Slice> calm, List<Slice> disturbed, long waiting) {

        double median(boolean ofDisturbed, double percentile) {
            return quantile(ofDisturbed ? disturbed : calm, slice -> slice.millisAt(percentile));
        }

        /** Over neighbours, of disturbed divided by calm. */
        MedianRatio ratio(double percentile) {
            double[] ratios = new double[calm.size()];
            for (int i = 0; i < ratios.length; i++) {
                ratios[i] = disturbed.get(i).millisAt(percentile) / calm.get(i).millisAt(percentile);
            }
            return MedianRatio.of(ratios);
        }

        private static double quantile(List<Slice> slices, ToDoubleFunction<Slice> figure) {
            return LatencyResult.quantile(slices.stream().mapToDouble(figure).toArray(), 0.5);
        }
    }

    private Outcome run(Disturbance disturbance) throws InterruptedException {
        var calm = new ArrayList<Slice>();
        var disturbed = new ArrayList<Slice>();
        long waiting = 0;
        for (int pair = 0; pair < WARM_UP_PAIRS + pairs; pair++) {
            // Whatever comes second of a pair comes first of the next: a machine that slows down favours neither.
            boolean calmFirst = pair % 2 == 0;
            var first = calmFirst ? player.play(Route.PIPELINE, slice) : disturbed(disturbance);
            var second = calmFirst ? disturbed(disturbance) : player.play(Route.PIPELINE, slice);
            var before = calmFirst ? first : second;
            var during = calmFirst ? second : first;
            waiting += before.waiting() + during.waiting();
            say.accept("%s %d of %d: p99 without %.1f ms, with %.1f ms"
                    .formatted(
                            pair < WARM_UP_PAIRS ? "warm-up, turn" : "turn",
                            pair + 1,
                            WARM_UP_PAIRS + pairs,
                            before.millisAt(99),
                            during.millisAt(99)));
            if (pair >= WARM_UP_PAIRS) {
                calm.add(before);
                disturbed.add(during);
            }
        }
        return new Outcome(calm, disturbed, waiting);
    }

    private Slice disturbed(Disturbance disturbance) throws InterruptedException {
        disturbance.begin();
        try {
            return player.play(Route.PIPELINE, slice);
        } finally {
            disturbance.end();
        }
    }
}
