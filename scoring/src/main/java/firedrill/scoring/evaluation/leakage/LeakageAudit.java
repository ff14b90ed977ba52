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
 * Asks whether features give the label away: each fraud against honest events of its kind, fitted on some runs and
 * measured on others.
 *
 * <p>A fraud that one comparison finds is a toy. The bound is on the area under the ROC curve, because it does not depend
 * on how rare the fraud is. {@value #BOUND} leaves room for what experts expect of one good sign (published models on real
 * card fraud reach 0.78 to 0.90), and rules out a clean separation: where a fraud is one event in 500, a rule that finds
 * all of its kind meets several honest users for each. A part of it may still show the sign more clearly than the rest. A bypassed control is the exception: a missing second
 * factor is a broken promise of the product, and one comparison is meant to find it.
 *
 * <p>Features that repeat reports are left out: where everything is let through, a campaign goes on under the very labels
 * that it has earned, and what victims said is no leak.
 */
public final class LeakageAudit {

    /** Of an area under the ROC curve. */
    static final double BOUND = 0.95;
    /** How far from a half shuffled labels may lead. */
    static final double CONTROL_BOUND = 0.05;
    /**
     * Fewer frauds than this on either side say nothing: an area of 0.95 over 40 of them has a standard error of some 0.02
     * (Hanley and McNeil 1982), and those of one ring are not independent.
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
     * A line for each typology that occurs, sorted by name, about the kind of event that it mostly is; where there is enough
     * of the other kind, as of the sales that prepare a theft, a line about that follows.
     */
    public static List<TypologyLeakage> auditTypologies(List<LeakageExample> fit, List<LeakageExample> heldOut) {
        LeakageAudit audit = new LeakageAudit(fit, heldOut);
        Set<String> names = new TreeSet<>();
        fit.forEach(example -> example.typology().ifPresent(names::add));
        heldOut.forEach(example -> example.typology().ifPresent(names::add));
        return names.stream().flatMap(audit::lines).toList();
    }

    /** What can be learned from labels of withdrawals that were dealt anew: nothing. */
    public static PermutationControl permutationControl(
            List<LeakageExample> fit, List<LeakageExample> heldOut, long seed) {
        SplittableRandom dealer = new SplittableRandom(seed);
        List<double[]> rows = vectors(fit, false);
        boolean[] labels = shuffled(fit, dealer);
        ShallowTree tree = ShallowTree.fit(select(rows, labels, true), select(rows, labels, false));
        ClassificationMetrics seen = ClassificationMetrics.of(
                vectors(heldOut, false).stream().mapToDouble(tree::score).toArray(), shuffled(heldOut, dealer));
        boolean isChance =
                Math.abs(seen.rocAuc() - 0.5) <= CONTROL_BOUND && seen.averagePrecision() <= MAX_LIFT * seen.baseRate();
        return new PermutationControl(seen.rocAuc(), seen.averagePrecision(), seen.baseRate(), CONTROL_BOUND, isChance);
    }

    private Stream<TypologyLeakage> lines(String name) {
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
        List<double[]> fraudulent = of(fitExamples, name, order);
        List<double[]> honest = of(fitExamples, "", order);
        SingleFeatureClassifier one = SingleFeatureClassifier.best(fraudulent, honest);
        ShallowTree tree = ShallowTree.fit(fraudulent, honest);

        List<double[]> rows = new ArrayList<>(of(heldOut, name, order));
        rows.addAll(of(heldOut, "", order));
        boolean[] labels = new boolean[rows.size()];
        for (int i = 0; i < frauds; i++) {
            labels[i] = true;
        }
        double single = ClassificationMetrics.of(
                        rows.stream().mapToDouble(one::score).toArray(), labels)
                .rocAuc();
        ClassificationMetrics two =
                ClassificationMetrics.of(rows.stream().mapToDouble(tree::score).toArray(), labels);
        return new TypologyLeakage(
                name,
                kind,
                frauds,
                one.feature().label(),
                single,
                two.rocAuc(),
                tree.describe(feature -> Feature.values()[feature].label()),
                bound,
                single <= bound && two.rocAuc() <= bound);
    }

    /**
     * A feature and which end of it speaks for fraud.
     *
     * @param sign 1 if more of it does, -1 if less does
     */
    private record SingleFeatureClassifier(Feature feature, int sign, double auc) {

        double score(double[] features) {
            return sign * feature.valueIn(features);
        }

        static SingleFeatureClassifier best(List<double[]> fraudulent, List<double[]> honest) {
            List<double[]> rows = new ArrayList<>(fraudulent);
            rows.addAll(honest);
            boolean[] labels = new boolean[rows.size()];
            for (int i = 0; i < fraudulent.size(); i++) {
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

    /** Of one typology, of the honest if it is empty. */
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

    /** As many frauds as among the withdrawals of {@code examples}, dealt to any of them. */
    private static boolean[] shuffled(List<LeakageExample> examples, SplittableRandom dealer) {
        List<LeakageExample> withdrawals =
                examples.stream().filter(example -> !example.order()).toList();
        boolean[] labels = new boolean[withdrawals.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = withdrawals.get(i).typology().isPresent();
        }
        for (int i = labels.length - 1; i > 0; i--) {
            int other = dealer.nextInt(i + 1);
            boolean kept = labels[i];
            labels[i] = labels[other];
            labels[other] = kept;
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
