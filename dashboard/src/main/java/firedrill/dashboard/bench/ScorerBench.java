package firedrill.dashboard.bench;

import com.sun.management.ThreadMXBean;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.model.compile.Scorer;
import firedrill.scoring.training.BenchmarkModel;
import firedrill.scoring.training.SyntheticRows;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Speedup of a compiled model over Tribuo, and the difference of their scores.
 *
 * <p>Both ways are measured in one thread by the CPU time that it used, in short slices that take turns, so that a
 * disturbance affects both. Every slice scores rows of its own choice out of {@value #WARM_ROWS}, so that
 * the processor cannot memorise a row.
 */
public final class ScorerBench {

    private static final int SLICES = 9;
    /** Slices of each way before any counts: compilers of the JVM need some thousand calls. */
    private static final int WARM_UP = 5;
    /** Per slice: XGBoost through Tribuo leaks native memory with each call, so there must not be many. */
    private static final int TRIBUO_CALLS = 100;
    /** Per slice: about as long as Tribuo takes for its own. */
    private static final int COMPILED_CALLS = 50_000;

    /** Per slice: what each feature added takes longer than the score. */
    private static final int EXPLAIN_CALLS = 1_000;

    private static final int WARM_ROWS = 4_096;
    private static final int ROWS_AT_ONCE = 10_000;
    private static final long SEED = 2;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final BenchmarkModel pair;
    private final double[][] features;
    private final double[][] inputs;
    private final double[] contributions = new double[Feature.COUNT];
    private int turn;
    /** Sink that keeps the compiler from removing the measured code. */
    private double blackhole;

    private ScorerBench(BenchmarkModel pair) {
        this.pair = pair;
        this.features = SyntheticRows.generate(SEED).limit(WARM_ROWS).toArray(double[][]::new);
        this.inputs = Stream.of(features).map(pair::modelInputs).toArray(double[][]::new);
    }

    /**
     * Measures each of {@code pairs}.
     *
     * @param rows to compare both scores on
     */
    public static ScorerResult run(List<BenchmarkModel> pairs, int rows, Consumer<String> progress) {
        var models = new ArrayList<ScorerResult.ModelTiming>();
        for (var pair : pairs) {
            progress.accept("%s: %,d rows both ways, then %d turns".formatted(pair.name(), rows, SLICES));
            models.add(new ScorerBench(pair).measure(rows));
        }
        return new ScorerResult(models, rows, SLICES, LatencyResult.MachineInfo.current());
    }

    private ScorerResult.ModelTiming measure(int rows) {
        double difference = maxAbsDifference(rows);
        double[] tribuo = new double[SLICES];
        double[] compiled = new double[SLICES];
        double[] ratios = new double[SLICES];
        for (int i = -WARM_UP; i < SLICES; i++) {
            double one = nanos(pair::scoreWithTribuo, inputs, TRIBUO_CALLS);
            double other = nanos(pair::scoreCompiled, inputs, COMPILED_CALLS);
            if (i >= 0) {
                tribuo[i] = one;
                compiled[i] = other;
                ratios[i] = one / other;
            }
        }
        double bytes = bytes();
        var scorer = pair.scorer();
        Double event = scorer.map(s -> nanos(s::probability, COMPILED_CALLS)).orElse(null);
        Double explain = scorer.map(s -> nanos(row -> firstContribution(s, row), EXPLAIN_CALLS))
                .orElse(null);
        if (Double.isNaN(blackhole)) {
            throw new IllegalStateException("a score of " + pair.name() + " is not a number");
        }
        return new ScorerResult.ModelTiming(
                pair.name(), median(tribuo), median(compiled), median(ratios), difference, bytes, event, explain);
    }

    /** The median of as many slices, after the same warm-up. */
    private double nanos(ToDoubleFunction<double[]> score, int calls) {
        return median(IntStream.range(-WARM_UP, SLICES)
                .mapToDouble(i -> nanos(score, features, calls))
                .skip(WARM_UP)
                .toArray());
    }

    private double firstContribution(Scorer scorer, double[] row) {
        scorer.explain(row, contributions);
        return contributions[0];
    }

    private double maxAbsDifference(int rows) {
        double largest = 0;
        var all = SyntheticRows.generate(SEED + 1).limit(rows).iterator();
        for (int left = rows; left > 0; left -= ROWS_AT_ONCE) {
            var some = new ArrayList<double[]>();
            for (int i = Math.min(left, ROWS_AT_ONCE); i > 0; i--) {
                some.add(pair.modelInputs(all.next()));
            }
            double[] own = pair.scoreWithTribuo(some);
            for (int i = 0; i < own.length; i++) {
                largest = Math.max(largest, Math.abs(own[i] - pair.scoreCompiled(some.get(i))));
            }
        }
        return largest;
    }

    private double nanos(ToDoubleFunction<double[]> score, double[][] rows, int calls) {
        long before = threads.getCurrentThreadCpuTime();
        repeat(score, rows, calls);
        return (double) (threads.getCurrentThreadCpuTime() - before) / calls;
    }

    private double bytes() {
        long before = threads.getCurrentThreadAllocatedBytes();
        long asking = threads.getCurrentThreadAllocatedBytes() - before;
        ToDoubleFunction<double[]> score = pair::scoreCompiled;
        before = threads.getCurrentThreadAllocatedBytes();
        repeat(score, inputs, COMPILED_CALLS);
        return (double) (threads.getCurrentThreadAllocatedBytes() - before - asking) / COMPILED_CALLS;
    }

    private void repeat(ToDoubleFunction<double[]> score, double[][] rows, int calls) {
        double sum = 0;
        for (int i = 0; i < calls; i++) {
            turn = (turn + 1) % rows.length;
            sum += score.applyAsDouble(rows[turn]);
        }
        blackhole += sum;
    }

    private static double median(double[] values) {
        return LatencyResult.quantile(values, 0.5);
    }
}
