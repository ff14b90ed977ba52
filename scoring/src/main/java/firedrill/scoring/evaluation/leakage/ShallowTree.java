package firedrill.scoring.evaluation.leakage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A decision tree of depth two, grown greedily by Gini impurity (CART) with equal total weights of both classes: the
 * strength of a hand-written rule of two nested conditions.
 *
 * <p>Split candidates are up to {@value #QUANTILES} quantiles of the frauds and as many of the honest rows.
 */
final class ShallowTree {

    static final int DEPTH = 2;

    private static final int QUANTILES = 32;

    /** A node; its score is the weighted share of frauds in the leaf that a row reaches. */
    private sealed interface ShallowNode {
        double score(double[] features);

        /** The subtree as text, with features named by {@code names}. */
        String describe(IntFunction<String> names);
    }

    private record ShallowLeaf(double share) implements ShallowNode {
        @Override
        public double score(double[] features) {
            return share;
        }

        @Override
        public String describe(IntFunction<String> names) {
            return "%.2f".formatted(share);
        }
    }

    private record ShallowSplit(int feature, double cut, ShallowNode below, ShallowNode above) implements ShallowNode {
        @Override
        public double score(double[] features) {
            return (features[feature] < cut ? below : above).score(features);
        }

        @Override
        public String describe(IntFunction<String> names) {
            // A cut at the least number above 0 separates values up to 0.
            String condition = cut == Double.MIN_VALUE ? "<= 0" : "< %.4g".formatted(cut);
            return "(%s %s ? %s : %s)"
                    .formatted(names.apply(feature), condition, below.describe(names), above.describe(names));
        }
    }

    /** A split and the impurity of its two sides. */
    private record CandidateSplit(int feature, double cut, double impurity) {}

    private final ShallowNode root;

    private ShallowTree(ShallowNode root) {
        this.root = root;
    }

    /** Fits a tree to {@code frauds} and {@code honest}, at least one row of each, of equal length. */
    static ShallowTree fit(List<double[]> frauds, List<double[]> honest) {
        return new ShallowTree(grow(frauds, honest, 1.0 / frauds.size(), 1.0 / honest.size(), DEPTH));
    }

    /** Weighted share of frauds in the leaf that {@code features} reach, in [0, 1]. */
    double score(double[] features) {
        return root.score(features);
    }

    /** The tree as nested conditions, with the share of frauds in each leaf; features named by {@code names}. */
    String describe(IntFunction<String> names) {
        return root.describe(names);
    }

    private static ShallowNode grow(
            List<double[]> frauds, List<double[]> honest, double fraudWeight, double honestWeight, int depth) {
        double fraud = frauds.size() * fraudWeight;
        double all = fraud + honest.size() * honestWeight;
        if (depth == 0 || frauds.isEmpty() || honest.isEmpty()) {
            return new ShallowLeaf(fraud / all);
        }
        CandidateSplit best = new CandidateSplit(-1, 0, gini(fraud, all - fraud) - 1e-12);
        for (int feature = 0; feature < frauds.get(0).length; feature++) {
            best = best(best, feature, column(frauds, feature), column(honest, feature), fraudWeight, honestWeight);
        }
        if (best.feature() < 0) {
            return new ShallowLeaf(fraud / all);
        }
        CandidateSplit cut = best;
        return new ShallowSplit(
                cut.feature(),
                cut.cut(),
                grow(partition(frauds, cut, true), partition(honest, cut, true), fraudWeight, honestWeight, depth - 1),
                grow(
                        partition(frauds, cut, false),
                        partition(honest, cut, false),
                        fraudWeight,
                        honestWeight,
                        depth - 1));
    }

    private static CandidateSplit best(
            CandidateSplit current,
            int feature,
            double[] frauds,
            double[] honest,
            double fraudWeight,
            double honestWeight) {
        CandidateSplit best = current;
        for (double cut : cuts(frauds, honest)) {
            double fraudBelow = below(frauds, cut) * fraudWeight;
            double honestBelow = below(honest, cut) * honestWeight;
            double fraudAbove = frauds.length * fraudWeight - fraudBelow;
            double honestAbove = honest.length * honestWeight - honestBelow;
            double impurity = gini(fraudBelow, honestBelow) + gini(fraudAbove, honestAbove);
            if (impurity < best.impurity()) {
                best = new CandidateSplit(feature, cut, impurity);
            }
        }
        return best;
    }

    /** Gini impurity times weight. */
    private static double gini(double fraud, double honest) {
        double all = fraud + honest;
        return all == 0 ? 0 : 2 * fraud * honest / all;
    }

    private static double[] cuts(double[] frauds, double[] honest) {
        double[] cuts = new double[2 * QUANTILES];
        for (int i = 0; i < QUANTILES; i++) {
            cuts[i] = frauds[(int) ((long) i * frauds.length / QUANTILES)];
            // Just above a quantile, so that values equal to it are below the cut.
            cuts[QUANTILES + i] = Math.nextUp(honest[(int) ((long) i * honest.length / QUANTILES)]);
        }
        return Arrays.stream(cuts).sorted().distinct().toArray();
    }

    private static double[] column(List<double[]> rows, int feature) {
        return rows.stream().mapToDouble(row -> row[feature]).sorted().toArray();
    }

    /** Number of values of {@code sorted} below {@code cut}. */
    private static int below(double[] sorted, double cut) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < cut) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static List<double[]> partition(List<double[]> rows, CandidateSplit cut, boolean below) {
        List<double[]> side = new ArrayList<>();
        for (double[] row : rows) {
            if ((row[cut.feature()] < cut.cut()) == below) {
                side.add(row);
            }
        }
        return side;
    }
}
