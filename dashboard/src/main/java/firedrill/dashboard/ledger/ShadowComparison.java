package firedrill.dashboard.ledger;

import firedrill.scoring.decision.ShadowScore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How often each challenger would have done otherwise, and for how much money, against each model that it watched. */
public final class ShadowComparison {

    private static final double CENTS_PER_DOLLAR = 100;

    private final Map<ModelPairing, AgreementTotals> sums = new LinkedHashMap<>();

    private record ModelPairing(String challenger, String decider) {}

    /** Mutable, because there are thousands of scores a second. */
    private static final class AgreementTotals {
        private long scored;
        private long agreed;
        private long lenient;
        private long lenientCents;
        private long strict;
        private long strictCents;
    }

    /**
     * One challenger against one model that decided.
     *
     * @param scored events that both scored
     * @param agreed of these, both would have done the same
     * @param agreementRate share of these, in [0, 1]
     * @param disagreements of these, they would not
     * @param lenientDisagreements the challenger would have let more pass at once
     * @param lenientUsd how much more
     * @param strictDisagreements the challenger would have let less pass at once; what is neither differs only in how it is stopped
     * @param strictUsd how much less
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

    /** Takes one score in. */
    public synchronized void record(ShadowScore score) {
        AgreementTotals sum = sums.computeIfAbsent(
                new ModelPairing(score.challenger().model(), score.decider().model()), pair -> new AgreementTotals());
        sum.scored++;
        sum.agreed += score.agrees() ? 1 : 0;
        if (score.releasedDifferenceCents() > 0) {
            sum.lenient++;
            sum.lenientCents += score.releasedDifferenceCents();
        } else if (score.releasedDifferenceCents() < 0) {
            sum.strict++;
            sum.strictCents -= score.releasedDifferenceCents();
        }
    }

    /** One line per pair, in the order in which they first met. */
    public synchronized List<ShadowAgreement> agreements() {
        return sums.entrySet().stream()
                .map(entry -> ShadowAgreement.of(entry.getKey(), entry.getValue()))
                .toList();
    }
}
