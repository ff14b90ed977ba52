package firedrill.dashboard.bench;

import firedrill.dashboard.bench.LatencyBench.LoadSpec;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.kafka.KafkaSettings;
import firedrill.ingest.scenario.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/** The same load with and without a treatment in alternating slices, so that a disturbance of the machine affects both. */
final class PairedBench {

    private static final int WARM_UP_PAIRS = 1;

    private final LoadGenerator player;
    private final Duration slice;
    private final int pairs;
    private final Consumer<String> progress;

    private PairedBench(LoadGenerator player, Duration slice, int pairs, Consumer<String> say) {
        this.player = player;
        this.slice = slice;
        this.pairs = pairs;
        this.progress = say;
    }

    /**
     * Plays a recording of {@code scenario} to a job that runs, on a broker whose topics exist with one partition each.
     *
     * @param pairs measured; {@code load} is divided by them
     */
    static PairedSlices run(
            LoadSpec load,
            KafkaSettings kafka,
            Scenario scenario,
            int pairs,
            Treatment disturbance,
            Consumer<String> say)
            throws InterruptedException {
        var recording = EventRecording.of(ExchangeSettings.DEFAULT, scenario, load.seed());
        try (var player = new LoadGenerator(load.ratePerSecond(), kafka, recording, List.of(RequestRoute.PIPELINE))) {
            return new PairedBench(player, load.measuredTime().dividedBy(2L * pairs), pairs, say).run(disturbance);
        }
    }

    /** The treatment, active in every second slice. */
    interface Treatment {
        void start() throws InterruptedException;

        void stop() throws InterruptedException;
    }

    /** Slices in pairs, the warm-up left out; {@code waiting} counts it in. */
    record PairedSlices(List<LoadSlice> control, List<LoadSlice> treated, long unanswered) {

        double median(boolean ofDisturbed, double percentile) {
            return quantile(ofDisturbed ? treated : control, slice -> slice.latencyMillis(percentile));
        }

        /** Median over neighbouring slices of disturbed divided by calm. */
        MedianRatio ratio(double percentile) {
            double[] ratios = new double[control.size()];
            for (int i = 0; i < ratios.length; i++) {
                ratios[i] = treated.get(i).latencyMillis(percentile)
                        / control.get(i).latencyMillis(percentile);
            }
            return MedianRatio.of(ratios);
        }

        private static double quantile(List<LoadSlice> slices, ToDoubleFunction<LoadSlice> figure) {
            return LatencyResult.quantile(slices.stream().mapToDouble(figure).toArray(), 0.5);
        }
    }

    private PairedSlices run(Treatment disturbance) throws InterruptedException {
        var calm = new ArrayList<LoadSlice>();
        var disturbed = new ArrayList<LoadSlice>();
        long waiting = 0;
        for (int pair = 0; pair < WARM_UP_PAIRS + pairs; pair++) {
            // The order alternates from pair to pair, so that a machine that slows down favours neither.
            boolean calmFirst = pair % 2 == 0;
            var first = calmFirst ? player.run(RequestRoute.PIPELINE, slice) : runTreated(disturbance);
            var second = calmFirst ? runTreated(disturbance) : player.run(RequestRoute.PIPELINE, slice);
            var before = calmFirst ? first : second;
            var during = calmFirst ? second : first;
            waiting += before.unanswered() + during.unanswered();
            progress.accept("%s %d of %d: p99 without %.1f ms, with %.1f ms"
                    .formatted(
                            pair < WARM_UP_PAIRS ? "warm-up, turn" : "turn",
                            pair + 1,
                            WARM_UP_PAIRS + pairs,
                            before.latencyMillis(99),
                            during.latencyMillis(99)));
            if (pair >= WARM_UP_PAIRS) {
                calm.add(before);
                disturbed.add(during);
            }
        }
        return new PairedSlices(calm, disturbed, waiting);
    }

    private LoadSlice runTreated(Treatment disturbance) throws InterruptedException {
        disturbance.start();
        try {
            return player.run(RequestRoute.PIPELINE, slice);
        } finally {
            disturbance.stop();
        }
    }
}
