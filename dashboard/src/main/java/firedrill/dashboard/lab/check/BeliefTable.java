package firedrill.dashboard.lab.check;

import firedrill.ingest.event.Account.Tier;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.EventKind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sums of believed and realised cost by market, kind of request, tier and action. */
final class BeliefTable {

    /** Requests that are treated alike. */
    record BeliefKey(MarketPhase market, EventKind kind, Tier tier, Action action) {}

    private static final Comparator<BeliefKey> ORDER = Comparator.comparing(BeliefKey::market)
            .thenComparing(BeliefKey::kind)
            .thenComparing(BeliefKey::tier)
            .thenComparing(BeliefKey::action);

    private final Map<BeliefKey, BeliefSum> sums = new TreeMap<>(ORDER);

    /** The sum of these requests, to which each of them adds. */
    BeliefSum sum(BeliefKey key) {
        return sums.computeIfAbsent(key, any -> new BeliefSum());
    }

    void add(BeliefTable other) {
        other.sums.forEach((key, sum) -> sum(key).add(sum));
    }

    /** One row for each key, in the order of market, kind, tier and action. */
    List<Belief> beliefs() {
        return sums.entrySet().stream()
                .map(entry -> entry.getValue().toBelief(entry.getKey()))
                .toList();
    }

    /** Requests and their costs. */
    static final class BeliefSum {

        private long requests;
        private double believedUsd;
        private double realisedUsd;

        void addRequest(double usd) {
            requests++;
            believedUsd += usd;
        }

        void addRealised(double usd) {
            realisedUsd += usd;
        }

        private void add(BeliefSum other) {
            requests += other.requests;
            believedUsd += other.believedUsd;
            realisedUsd += other.realisedUsd;
        }

        private Belief toBelief(BeliefKey key) {
            return new Belief(
                    key.market(),
                    key.kind(),
                    key.action(),
                    key.tier(),
                    requests,
                    believedUsd / requests,
                    realisedUsd / requests);
        }
    }
}
