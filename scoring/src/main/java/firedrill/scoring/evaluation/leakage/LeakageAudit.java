package firedrill.scoring.evaluation.leakage;

import firedrill.scoring.evaluation.ClassificationMetrics;
import firedrill.scoring.evaluation.leakage.LeakageReport.PermutationControl;
import firedrill.scoring.evaluation.leakage.LeakageReport.TypologyLeakage;
import firedrill.scoring.feature.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Leakage audit of the simulator: how well one feature, or a tree of depth two, separates each fraud typology from
 * honest events of the same kind. Fitted on some runs and measured on others.
 *
 * <p>A typology that one comparison separates is unrealistic. The bound is on the area under the ROC curve, which does
 * not depend on the base rate. {@value #BOUND} allows a strong single feature (published models on real card fraud
 * reach 0.78 to 0.90) and excludes a clean separation: at a base rate of one in 500, a rule that finds every fraud of a
 * typology still matches several honest users for each. The exception is the bypassed control: a missing second factor
 * is a fault of the product that one comparison is meant to find.
 *
 * <p>Features computed from reports are excluded: where every request is allowed, a campaign continues under the labels
 * that it has earned, and these are no leak.
 */
public final class LeakageAudit {

    /** Bound of an area under the ROC curve. */
    static final double BOUND = 0.95;
    /** Largest allowed distance of the control's area from 0.5. */
    static final double CONTROL_BOUND = 0.05;
    /**
     * Minimum number of frauds on either side: an area of 0.95 over 40 frauds has a standard error of about 0.02
     * (Hanley and McNeil 1982), and the frauds of one ring are not independent.
     */
    static final int MIN_FRAUDS = 40;

    private static final Map<String, Double> BOUND_BY_TYPOLOGY = Map.of("control-bypass", 1.0);
    private static final int MAX_LIFT = 2;

    private final List<LeakageExample> fitExamples;
    private final List<LeakageExample> heldOut;

    private LeakageAudit(List<LeakageExample> fit, List<LeakageExample> heldOut) {
        this.fitExamples = fit;
        this.heldOut = heldOut;
    }

    /**
     * One result for each typology, sorted by name, on its most frequent kind of event. If the other kind has enough
     * frauds, such as sales that prepare a theft, a result on that follows.
     */
    public static List<TypologyLeakage> auditTypologies(List<LeakageExample> fit, List<LeakageExample> heldOut) {
        LeakageAudit audit = new LeakageAudit(fit, heldOut);
        Set<String> names = new TreeSet<>();
        fit.forEach(example -> example.typology().ifPresent(names::add));
        heldOut.forEach(example -> example.typology().ifPresent(names::add));
        return names.stream().flatMap(audit::results).toList();
    }

    /** The control: a tree fitted to shuffled labels of withdrawals. */
    public static PermutationControl permutationControl(
            List<LeakageExample> fit, List<LeakageExample> heldOut, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<double[]> rows = vectors(fit, false);
        boolean[] labels = shuffled(fit, random);
        ShallowTree tree = ShallowTree.fit(select(rows, labels, true), select(rows, labels, false));
        ClassificationMetrics metrics = ClassificationMetrics.of(
                vectors(heldOut, false).stream().mapToDouble(tree::score).toArray(), shuffled(heldOut, random));
        boolean isChance = Math.abs(metrics.rocAuc() - 0.5) <= CONTROL_BOUND
                && metrics.averagePrecision() <= MAX_LIFT * metrics.baseRate();
        return new PermutationControl(
                metrics.rocAuc(), metrics.averagePrecision(), metrics.baseRate(), CONTROL_BOUND, isChance);
    }

    private Stream<TypologyLeakage> results(String name) {
        boolean mostlyOrders = count(fitExamples, name, true) > count(fitExamples, name, false);
        TypologyLeakage main = typology(name, mostlyOrders);
        return isEnough(name, !mostlyOrders) ? Stream.of(main, typology(name, !mostlyOrders)) : Stream.of(main);
    }

    private boolean isEnough(String name, boolean order) {
        return Math.min(count(fitExamples, name, order), count(heldOut, name, order)) >= MIN_FRAUDS;
    }

    private TypologyLeakage typology(String name, boolean order) {
        String kind = order ? "order" : "withdrawal";
        double bound = BOUND_BY_TYPOLOGY.getOrDefault(name, BOUND);
        int frauds = (int) count(heldOut, name, order);
        if (!isEnough(name, order)) {
            return new TypologyLeakage(name, kind, frauds, null, null, null, null, bound, null);
        }
        List<double[]> fraudVectors = of(fitExamples, name, order);
        List<double[]> honest = of(fitExamples, "", order);
        SingleFeatureClassifier classifier = SingleFeatureClassifier.best(fraudVectors, honest);
        ShallowTree tree = ShallowTree.fit(fraudVectors, honest);

        List<double[]> rows = new ArrayList<>(of(heldOut, name, order));
        rows.addAll(of(heldOut, "", order));
        boolean[] labels = new boolean[rows.size()];
        for (int i = 0; i < frauds; i++) {
            labels[i] = true;
        }
        double singleAuc = ClassificationMetrics.of(
                        rows.stream().mapToDouble(classifier::score).toArray(), labels)
                .rocAuc();
        ClassificationMetrics treeMetrics =
                ClassificationMetrics.of(rows.stream().mapToDouble(tree::score).toArray(), labels);
        return new TypologyLeakage(
                name,
                kind,
                frauds,
                classifier.feature().label(),
                singleAuc,
                treeMetrics.rocAuc(),
                tree.describe(feature -> Feature.values()[feature].label()),
                bound,
                singleAuc <= bound && treeMetrics.rocAuc() <= bound);
    }

    /**
     * One feature as a classifier.
     *
     * @param sign 1 if higher values mean fraud, -1 if lower values do
     */
    private record SingleFeatureClassifier(Feature feature, int sign, double auc) {

        double score(double[] features) {
            return sign * feature.valueIn(features);
        }

        static SingleFeatureClassifier best(List<double[]> frauds, List<double[]> honest) {
            List<double[]> rows = new ArrayList<>(frauds);
            rows.addAll(honest);
            boolean[] labels = new boolean[rows.size()];
            for (int i = 0; i < frauds.size(); i++) {
                labels[i] = true;
            }
            SingleFeatureClassifier best = new SingleFeatureClassifier(Feature.AMOUNT_USD, 1, 0);
            for (Feature feature : Feature.values()) {
                double auc = ClassificationMetrics.of(
                                rows.stream().mapToDouble(feature::valueIn).toArray(), labels)
                        .rocAuc();
                if (Math.max(auc, 1 - auc) > best.auc()) {
                    best = new SingleFeatureClassifier(feature, auc >= 0.5 ? 1 : -1, Math.max(auc, 1 - auc));
                }
            }
            return best;
        }
    }

    private static long count(List<LeakageExample> examples, String typology, boolean order) {
        return examples.stream()
                .filter(example -> example.order() == order
                        && example.typology().orElse("").equals(typology))
                .count();
    }

    /** Vectors of one typology; of honest events if it is empty. */
    private static List<double[]> of(List<LeakageExample> examples, String typology, boolean order) {
        return examples.stream()
                .filter(example -> example.order() == order
                        && example.typology().orElse("").equals(typology))
                .map(LeakageExample::behaviouralFeatures)
                .toList();
    }

    private static List<double[]> vectors(List<LeakageExample> examples, boolean order) {
        return examples.stream()
                .filter(example -> example.order() == order)
                .map(LeakageExample::behaviouralFeatures)
                .toList();
    }

    /** The labels of the withdrawals of {@code examples}, shuffled. */
    private static boolean[] shuffled(List<LeakageExample> examples, SplittableRandom random) {
        List<LeakageExample> withdrawals =
                examples.stream().filter(example -> !example.order()).toList();
        boolean[] labels = new boolean[withdrawals.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = withdrawals.get(i).typology().isPresent();
        }
        for (int i = labels.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            boolean label = labels[i];
            labels[i] = labels[other];
            labels[other] = label;
        }
        return labels;
    }

    private static List<double[]> select(List<double[]> rows, boolean[] labels, boolean wanted) {
        return IntStream.range(0, labels.length)
                .filter(i -> labels[i] == wanted)
                .mapToObj(rows::get)
                .toList();
    }
}
