package firedrill.dashboard.ledger;

import firedrill.scoring.decision.ShadowScore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How often each challenger would have done otherwise, and for how much money, against each model that it watched. */
public final class ShadowBook {

    private static final double CENTS_PER_DOLLAR = 100;

    private final Map<Pair, Sum> sums = new LinkedHashMap<>();

    private record Pair(String challenger, String decider) {}

    /** Mutable, because there are thousands of scores a second. */
    private static final class Sum {
        private long scored;
        private long agreed;
        private long milder;
        private long milderCents;
        private long harsher;
        private long harsherCents;
    }

    /**
     * One challenger against one model that decided.
     *
     * @param scored events that both scored
     * @param agreed of these, both would have done the same
     * @param agreementRate share of these, in [0, 1]
     * @param flips of these, they would not
     * @param milderFlips the challenger would have let more pass at once
     * @param milderUsd how much more
     * @param harsherFlips the challenger would have let less pass at once; what is neither differs only in how it is stopped
     * @param harsherUsd how much less
     */
    public record Figures(
            String challenger,
            String decider,
            long scored,
            long agreed,
            double agreementRate,
            long flips,
            long milderFlips,
            double milderUsd,
            long harsherFlips,
            double harsherUsd) {

        private static Figures of(Pair pair, Sum sum) {
            return new Figures(
                    pair.challenger(),
                    pair.decider(),
                    sum.scored,
                    sum.agreed,
                    (double) sum.agreed / sum.scored,
                    sum.scored - sum.agreed,
                    sum.milder,
                    sum.milderCents / CENTS_PER_DOLLAR,
                    sum.harsher,
                    sum.harsherCents / CENTS_PER_DOLLAR);
        }
    }

    /** Takes one score in. */
    public synchronized void add(ShadowScore score) {
        Sum sum = sums.computeIfAbsent(
                new Pair(score.challenger().model(), score.decider().model()), pair -> new Sum());
        sum.scored++;
        sum.agreed += score.agrees() ? 1 : 0;
        if (score.flipCents() > 0) {
            sum.milder++;
            sum.milderCents += score.flipCents();
        } else if (score.flipCents() < 0) {
            sum.harsher++;
            sum.harsherCents -= score.flipCents();
        }
    }

    /** One line per pair, in the order in which they first met. */
    public synchronized List<Figures> figures() {
        return sums.entrySet().stream()
                .map(entry -> Figures.of(entry.getKey(), entry.getValue()))
                .toList();
    }
}
