package firedrill.dashboard.ledger;

import firedrill.scoring.decision.ShadowScore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Agreement of each challenger with each deciding model, in events and dollars. */
public final class ShadowComparison {

    private static final double CENTS_PER_DOLLAR = 100;

    private final Map<ModelPairing, AgreementTotals> sums = new LinkedHashMap<>();

    private record ModelPairing(String challenger, String decider) {}

    /** Mutable, for thousands of scores a second. */
    private static final class AgreementTotals {
        private long scored;
        private long agreed;
        private long lenient;
        private long lenientCents;
        private long strict;
        private long strictCents;
    }

    /**
     * One challenger against one deciding model.
     *
     * @param scored events that both scored
     * @param agreed events with the same action
     * @param agreementRate share of these, in [0, 1]
     * @param disagreements events with different actions
     * @param lenientDisagreements disagreements in which the challenger releases more at once
     * @param lenientUsd additional dollars released
     * @param strictDisagreements disagreements in which the challenger releases less at once; others differ only in the friction
     * @param strictUsd dollars not released
     */
    public record ShadowAgreement(
            String challenger,
            String decider,
            long scored,
            long agreed,
            double agreementRate,
            long disagreements,
            long lenientDisagreements,
            double lenientUsd,
            long strictDisagreements,
            double strictUsd) {

        private static ShadowAgreement of(ModelPairing pair, AgreementTotals sum) {
            return new ShadowAgreement(
                    pair.challenger(),
                    pair.decider(),
                    sum.scored,
                    sum.agreed,
                    (double) sum.agreed / sum.scored,
                    sum.scored - sum.agreed,
                    sum.lenient,
                    sum.lenientCents / CENTS_PER_DOLLAR,
                    sum.strict,
                    sum.strictCents / CENTS_PER_DOLLAR);
        }
    }

    /** Adds one score. */
    public synchronized void record(ShadowScore score) {
        AgreementTotals sum = sums.computeIfAbsent(
                new ModelPairing(score.challenger().model(), score.decider().model()), pair -> new AgreementTotals());
        sum.scored++;
        sum.agreed += score.agrees() ? 1 : 0;
        if (score.releasedDifferenceCents() > 0) {
            sum.lenient++;
            sum.lenientCents = SaturatingSum.of(sum.lenientCents, score.releasedDifferenceCents());
        } else if (score.releasedDifferenceCents() < 0) {
            sum.strict++;
            sum.strictCents =
                    SaturatingSum.of(sum.strictCents, -Math.max(-Long.MAX_VALUE, score.releasedDifferenceCents()));
        }
    }

    /** One row per pair, in order of first appearance. */
    public synchronized List<ShadowAgreement> agreements() {
        return sums.entrySet().stream()
                .map(entry -> ShadowAgreement.of(entry.getKey(), entry.getValue()))
                .toList();
    }
}
