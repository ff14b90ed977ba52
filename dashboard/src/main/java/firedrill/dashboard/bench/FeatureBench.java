package firedrill.dashboard.bench;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.scenario.Scenario;
import firedrill.scoring.feature.FeatureFold;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * CPU cost of the features: time of the one thread that folds, two loads in turns, so that a disturbance of the machine
 * affects both. The events of a slice are made before it is measured; the collector's own threads are not counted.
 */
public final class FeatureBench {

    /** Measured turns; as many again, divided by two, come first and only warm up. */
    private static final int PAIRS = 7;

    private static final int EVENTS_PER_SLICE = 100_000;
    private static final int RECORDED_HOURS = 2;
    private static final double SPARSE_PER_HOUR = 10;
    private static final double DENSE_PER_HOUR = 1_000;
    private static final int DENSITY_USERS = 2_000;
    /** Warm-up, in which windows and sets reach their usual size. */
    private static final int WARM_UP_EVENTS_PER_USER = 8;

    private static final int KEY_RATIO = 10;
    /** State of a user of {@link SyntheticLoad}, with headroom for the collector. */
    private static final long BYTES_PER_USER = 5_000;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Consumer<String> progress;

    private FeatureBench(Consumer<String> say) {
        this.progress = say;
    }

    /** Heap that {@code mostKeys} users need. */
    public static long requiredHeapBytes(int mostKeys) {
        return BYTES_PER_USER * mostKeys + (512L << 20);
    }

    /**
     * The figures.
     *
     * @param mostKeys users of the larger load; null if there is no memory for them
     */
    public static FeatureResult run(Scenario scenario, long seed, @Nullable Integer mostKeys, Consumer<String> say) {
        var bench = new FeatureBench(say);
        var density = bench.growth(
                "events per key and hour 1,000 to 10",
                player(DENSITY_USERS, DENSE_PER_HOUR),
                player(DENSITY_USERS, SPARSE_PER_HOUR));
        var recording = EventRecording.of(ExchangeSettings.DEFAULT, scenario, seed, RECORDED_HOURS);
        var nanos = cost(new FoldDriver(new FeatureFold(), new RecordingSource(recording)));
        say.accept("%.0f ns an event of the simulated exchange".formatted(LatencyResult.quantile(nanos, 0.5)));
        double[] keys = mostKeys == null
                ? null
                : bench.growth(
                        "keys %,d to %,d".formatted(mostKeys, mostKeys / KEY_RATIO),
                        player(mostKeys, SPARSE_PER_HOUR),
                        player(mostKeys / KEY_RATIO, SPARSE_PER_HOUR));
        return FeatureResult.of(nanos, density, keys, mostKeys);
    }

    private static double[] cost(FoldDriver player) {
        var nanos = new double[PAIRS];
        for (int turn = -PAIRS / 2; turn < PAIRS; turn++) {
            double slice = player.nanosPerEvent();
            if (turn >= 0) {
                nanos[turn] = slice;
            }
        }
        return nanos;
    }

    private static FoldDriver player(int users, double perUserAndHour) {
        var load = new SyntheticLoad(users, perUserAndHour);
        var player = new FoldDriver(new FeatureFold(), load::next);
        long earlier = (long) users * WARM_UP_EVENTS_PER_USER;
        for (long folded = 0; folded < earlier; folded += EVENTS_PER_SLICE) {
            player.fold(load.next((int) Math.min(EVENTS_PER_SLICE, earlier - folded)));
        }
        return player;
    }

    /** Cost of the first divided by cost of the second, for each measured pair of slices. */
    private double[] growth(String what, FoldDriver first, FoldDriver second) {
        var ratios = new double[PAIRS];
        for (int turn = -PAIRS / 2; turn < PAIRS; turn++) {
            double one = first.nanosPerEvent();
            double other = second.nanosPerEvent();
            if (turn >= 0) {
                ratios[turn] = one / other;
                progress.accept("%s, turn %d of %d: %.0f ns, %.0f ns".formatted(what, turn + 1, PAIRS, one, other));
            }
        }
        return ratios;
    }

    /** The next slice of a recording. */
    private static final class RecordingSource implements IntFunction<ExchangeEvent[]> {
        private final EventRecording recording;
        private long played;

        RecordingSource(EventRecording recording) {
            this.recording = recording;
        }

        @Override
        public ExchangeEvent[] apply(int count) {
            var events = new ExchangeEvent[count];
            Arrays.setAll(events, i -> recording.eventAt(played + i));
            played += count;
            return events;
        }
    }

    /** A feature fold and its event source. */
    private record FoldDriver(FeatureFold fold, IntFunction<ExchangeEvent[]> source) {

        double nanosPerEvent() {
            var events = source.apply(EVENTS_PER_SLICE);
            long before = THREADS.getCurrentThreadCpuTime();
            fold(events);
            return (double) (THREADS.getCurrentThreadCpuTime() - before) / events.length;
        }

        void fold(ExchangeEvent[] events) {
            double sum = 0;
            for (var event : events) {
                sum += fold.observe(event)[0];
            }
            if (Double.isNaN(sum)) {
                throw new IllegalStateException("a feature is not a number");
            }
        }
    }
}
