package firedrill.scoring.drift;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Histogram of a model's probabilities at training time, against which later windows are compared. Immutable.
 *
 * <p>Bin {@code i} holds {@code innerEdges[i - 1] <= p < innerEdges[i]}; the first and the last bin are unbounded.
 */
public final class ReferenceDistribution {

    private final double[] innerEdges;
    private final long[] counts;
    private final long sampleSize;

    private ReferenceDistribution(double[] innerEdges, long[] counts) {
        this.innerEdges = innerEdges;
        this.counts = counts;
        this.sampleSize = LongStream.of(counts).sum();
    }

    /**
     * Bins of about equal counts, cut at quantiles; fewer than {@code bins} if cuts coincide.
     *
     * @param probabilities of the model, in any order, with at least two different values
     * @param bins at least 2; 10 cuts at the deciles
     */
    public static ReferenceDistribution of(double[] probabilities, int bins) {
        if (bins < 2) {
            throw new IllegalArgumentException("bins must be at least 2, was " + bins);
        }
        double[] sorted = probabilities.clone();
        Arrays.sort(sorted);
        int firstAboveLowest = 0;
        while (firstAboveLowest < sorted.length && sorted[firstAboveLowest] <= sorted[0]) {
            firstAboveLowest++;
        }
        if (firstAboveLowest == sorted.length) {
            throw new IllegalArgumentException("a reference needs two different probabilities, had " + sorted.length
                    + " values without a difference");
        }
        double[] edges = new double[bins - 1];
        int count = 0;
        for (int cut = 1; cut < bins; cut++) {
            double edge = sorted[Math.max((int) ((long) cut * sorted.length / bins), firstAboveLowest)];
            if (count == 0 || edge > edges[count - 1]) {
                edges[count++] = edge;
            }
        }
        double[] innerEdges = Arrays.copyOf(edges, count);
        long[] counts = new long[count + 1];
        for (double probability : sorted) {
            counts[binOf(innerEdges, probability)]++;
        }
        return of(innerEdges, counts);
    }

    /**
     * A distribution of known edges and counts.
     *
     * @param innerEdges finite, rising, shape {@code [bins - 1]}, at least one
     * @param counts values per bin, each at least 0, one more than there are edges
     */
    public static ReferenceDistribution of(double[] innerEdges, long[] counts) {
        if (innerEdges.length == 0 || counts.length != innerEdges.length + 1) {
            throw new IllegalArgumentException("a reference needs at least one edge and one more count than edges, had "
                    + innerEdges.length + " edges and " + counts.length + " counts");
        }
        for (int i = 0; i < innerEdges.length; i++) {
            if (!Double.isFinite(innerEdges[i]) || (i > 0 && innerEdges[i] <= innerEdges[i - 1])) {
                throw new IllegalArgumentException(
                        "innerEdges must be finite and rise, were " + Arrays.toString(innerEdges));
            }
        }
        if (LongStream.of(counts).anyMatch(count -> count < 0)
                || LongStream.of(counts).sum() <= 0) {
            throw new IllegalArgumentException(
                    "counts must not be negative, nor all 0, were " + Arrays.toString(counts));
        }
        return new ReferenceDistribution(innerEdges.clone(), counts.clone());
    }

    /** Boundaries between bins, rising; a copy, shape {@code [binCount() - 1]}. */
    public double[] innerEdges() {
        return innerEdges.clone();
    }

    /** Values per bin; a copy, shape {@code [binCount()]}. */
    public long[] counts() {
        return counts.clone();
    }

    public int binCount() {
        return counts.length;
    }

    /** Values in all bins. */
    public long sampleSize() {
        return sampleSize;
    }

    /** Index of the bin of {@code probability}, in [0, {@link #binCount()}). */
    public int bin(double probability) {
        return binOf(innerEdges, probability);
    }

    private static int binOf(double[] innerEdges, double probability) {
        int found = Arrays.binarySearch(innerEdges, probability);
        return found >= 0 ? found + 1 : -found - 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReferenceDistribution that
                && Arrays.equals(innerEdges, that.innerEdges)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(innerEdges) + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return "ReferenceDistribution[innerEdges=" + Arrays.toString(innerEdges) + ", counts=" + Arrays.toString(counts)
                + "]";
    }
}
