package firedrill.scoring.training;

import firedrill.scoring.feature.Feature;
import firedrill.scoring.feature.Scale;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Random feature vectors, each feature within its range and independent of the others, for benchmarks and parity tests.
 * They are the worst case for branch prediction in trees.
 */
public final class SyntheticRows {

    private static final double LARGEST_LOG = 14;
    private static final double NOISE = 1.2;

    /** An infinite stream, reproducible by seed; each value is exact in single precision, in which trees read it. */
    public static Stream<double[]> generate(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return Stream.generate(() -> row(random));
    }

    private static double[] row(SplittableRandom random) {
        double[] row = new double[Feature.COUNT];
        for (Feature feature : Feature.values()) {
            // Zeros are frequent in real vectors, and sparse vectors of Tribuo must keep them.
            double share = random.nextInt(4) == 0 ? 0 : random.nextDouble();
            double value = feature.scale() == Scale.LOG ? StrictMath.expm1(share * LARGEST_LOG) : 4 * share - 2;
            row[feature.ordinal()] = (float) value;
        }
        return row;
    }

    /** Label of a row: a function of two combinations of four features, and noise. */
    static boolean isFraud(double[] row, SplittableRandom random) {
        double market = Feature.VOLATILITY_Z.valueIn(row) + Feature.RETURN_Z.valueIn(row);
        boolean isFast = Feature.WITHDRAWALS_1H.valueIn(row) > Feature.LOGINS_1H.valueIn(row);
        return market + (isFast ? 1 : -1) + NOISE * random.nextDouble() > 1;
    }

    private SyntheticRows() {}
}
