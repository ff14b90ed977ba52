package firedrill.scoring.training;

import firedrill.scoring.feature.Feature;
import firedrill.scoring.feature.Scale;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Feature vectors drawn at random, each feature within its range and independent of the others: for measuring how fast and
 * how exactly a model scores. On these no branch of a tree can be guessed, which is the worst that can happen to it.
 */
public final class SyntheticRows {

    private static final double LARGEST_LOG = 14;
    private static final double NOISE = 1.2;

    /** Endless, the same for the same seed; each value is one that single precision holds, because trees read it so. */
    public static Stream<double[]> generate(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return Stream.generate(() -> row(random));
    }

    private static double[] row(SplittableRandom random) {
        double[] row = new double[Feature.COUNT];
        for (Feature feature : Feature.values()) {
            // Zeros abound in real vectors, and Tribuo's sparse vectors must not mistake them for nothing.
            double share = random.nextInt(4) == 0 ? 0 : random.nextDouble();
            double value = feature.scale() == Scale.LOG ? StrictMath.expm1(share * LARGEST_LOG) : 4 * share - 2;
            row[feature.ordinal()] = (float) value;
        }
        return row;
    }

    /** Whether a row passes for a fraud: by four of its features in two combinations, and by chance. */
    static boolean isFraud(double[] row, SplittableRandom random) {
        double market = Feature.VOLATILITY_Z.valueIn(row) + Feature.RETURN_Z.valueIn(row);
        boolean hurried = Feature.WITHDRAWALS_1H.valueIn(row) > Feature.LOGINS_1H.valueIn(row);
        return market + (hurried ? 1 : -1) + NOISE * random.nextDouble() > 1;
    }

    private SyntheticRows() {}
}
