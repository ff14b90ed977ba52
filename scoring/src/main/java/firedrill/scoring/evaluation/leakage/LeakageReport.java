package firedrill.scoring.evaluation.leakage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leakage audit: how well one feature, and a tree of depth two, separate each fraud typology.
 *
 * @param seeds number of runs; half are fitted to, half are held out
 */
public record LeakageReport(
        int seeds, List<TypologyLeakage> typologies, PermutationControl control, List<RulePerformance> rules) {

    /**
     * One typology against honest events of the same kind, on held-out seeds. Metrics are null with too few frauds.
     *
     * @param kind {@code order} or {@code withdrawal}
     * @param frauds number on the held-out seeds
     * @param bestSingleFeature chosen with its direction on the fit seeds
     * @param depth2Tree the tree as text, with the weighted share of frauds in each leaf
     * @param bound limit of both areas under the ROC curve
     * @param pass null with too few frauds
     */
    public record TypologyLeakage(
            String name,
            String kind,
            int frauds,
            @Nullable String bestSingleFeature,
            @Nullable Double singleFeatureAuc,
            @Nullable Double depth2Auc,
            @Nullable String depth2Tree,
            double bound,
            @Nullable Boolean pass) {}

    /**
     * Permutation control: the same procedure with shuffled labels, which must find nothing.
     *
     * @param averagePrecision about {@code baseRate} without a defect
     * @param baseRate share of frauds in the sample, which keeps one honest withdrawal in four
     * @param depth2Auc about 0.5 without a defect
     * @param bound largest allowed distance of the area from 0.5
     */
    public record PermutationControl(
            double depth2Auc, double averagePrecision, double baseRate, double bound, boolean pass) {}

    /**
     * Performance of one rule on all seeds, on the kind of event that it mostly matches.
     *
     * @param falsePositiveRate share of honest events that match
     * @param recall share of frauds of any typology that match
     * @param precision share of frauds among the matches, null without a match
     */
    public record RulePerformance(
            String name,
            String action,
            double falsePositiveRate,
            double recall,
            @Nullable Double precision) {}

    /** Whether every measured value is within its bound. */
    public boolean passes() {
        return control.pass() && typologies.stream().noneMatch(typology -> Boolean.FALSE.equals(typology.pass()));
    }
}
