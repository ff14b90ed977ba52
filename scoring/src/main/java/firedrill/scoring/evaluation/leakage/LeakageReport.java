package firedrill.scoring.evaluation.leakage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a child could catch the simulated frauds: how well one feature, and two in a row, tell each of them.
 *
 * @param seeds runs in all: half are fitted to, half are held out
 */
public record LeakageReport(
        int seeds, List<TypologyLeakage> typologies, PermutationControl control, List<RulePerformance> rules) {

    /**
     * One fraud against honest events of the same kind, on held-out seeds. Figures are null where there were too few.
     *
     * @param kind {@code order} or {@code withdrawal}
     * @param frauds on the held-out seeds
     * @param bestSingleFeature chosen, with its direction, on the other seeds
     * @param depth2Tree the two questions in a row, with the weighted share of frauds at each end
     * @param bound neither area may exceed it
     * @param pass null where nothing could be measured
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
     * The same with labels that were dealt anew: what it finds is luck.
     *
     * @param averagePrecision about {@code baseRate} if all is well
     * @param baseRate share of frauds in the sample, which leaves out three honest withdrawals in four
     * @param depth2Auc about a half if all is well
     * @param bound how far from a half the area may be
     */
    public record PermutationControl(
            double depth2Auc, double averagePrecision, double baseRate, double bound, boolean pass) {}

    /**
     * How one rule fared, on all seeds, on events of the kind that it is about.
     *
     * @param falsePositiveRate share of honest events that it meets
     * @param recall share of frauds, whichever they are
     * @param precision share of frauds among those it meets, null if it meets none
     */
    public record RulePerformance(
            String name,
            String action,
            double falsePositiveRate,
            double recall,
            @Nullable Double precision) {}

    /** Whether nothing measured is above its bound. */
    public boolean passes() {
        return control.pass() && typologies.stream().noneMatch(typology -> Boolean.FALSE.equals(typology.pass()));
    }
}
