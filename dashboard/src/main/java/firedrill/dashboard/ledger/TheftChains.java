package firedrill.dashboard.ledger;

import firedrill.ingest.event.Truth;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Thefts of a run, each counted once: the requests of one attack on one account, planned ones and their retries.
 *
 * <p>What became of a theft is a function of its requests, whatever the order in which they are recorded. A theft is
 * forgotten once none of its cases is open; its count stays.
 */
final class TheftChains {

    private final Map<Long, TheftChain> open = new HashMap<>();
    private final FateCounts thefts = new FateCounts();
    private final TreeMap<String, FateCounts> byTypology = new TreeMap<>();

    /** What became of a theft. */
    enum TheftFate {
        /** Nothing has left, and a request is not settled. */
        PENDING,
        /** Nothing has left. */
        STOPPED,
        /** Money left at a planned request. */
        MISSED,
        /** The planned requests were stopped, and money left at a retry. */
        SLIPPED_THROUGH
    }

    /** Adds a request with sign 1 or takes it out with sign -1. A request that only prepares a theft is none of it. */
    void add(DecisionCase known, int sign) {
        var truth = known.truth;
        if (truth == null || !known.isTheftRequest()) {
            return;
        }
        var chain = open.computeIfAbsent(truth.theftId(), theftId -> new TheftChain(truth));
        count(chain, -1);
        chain.add(known, truth, sign);
        count(chain, 1);
    }

    /** Forgets a theft whose last open case this is. */
    void close(DecisionCase known) {
        if (known.truth != null && known.isTheftRequest()) {
            open.computeIfPresent(known.truth.theftId(), (theftId, chain) -> --chain.openRequests == 0 ? null : chain);
        }
    }

    private void count(TheftChain chain, int sign) {
        if (chain.requests > 0) {
            byTypology
                    .computeIfAbsent(chain.typology, typology -> new FateCounts())
                    .add(chain.fate(), sign);
            if (!chain.isLaundering) {
                thefts.add(chain.fate(), sign);
            }
        }
    }

    /** Thefts by fate; laundering is none. */
    FateCounts thefts() {
        return thefts;
    }

    /** The same of each typology, laundering included. */
    Map<String, FateCounts> byTypology() {
        return byTypology;
    }

    /** Number of thefts in memory. */
    int openCount() {
        return open.size();
    }

    /** Numbers of thefts by fate. */
    static final class FateCounts {

        private final long[] byFate = new long[TheftFate.values().length];

        private void add(TheftFate fate, int sign) {
            byFate[fate.ordinal()] += sign;
        }

        long of(TheftFate fate) {
            return byFate[fate.ordinal()];
        }

        long attempted() {
            return of(TheftFate.PENDING) + settled();
        }

        long settled() {
            return of(TheftFate.STOPPED) + of(TheftFate.MISSED) + of(TheftFate.SLIPPED_THROUGH);
        }
    }

    private static final class TheftChain {

        private final String typology;
        private final boolean isLaundering;
        private int requests;
        private int openRequests;
        private int unsettled;
        private int releasedPlanned;
        private int releasedRetries;

        TheftChain(Truth truth) {
            typology = truth.typology();
            isLaundering = truth.isLaundering();
        }

        void add(DecisionCase known, Truth truth, int sign) {
            requests += sign;
            openRequests += sign;
            unsettled += known.settlement == null ? sign : 0;
            if (known.takenCents(truth) > 0) {
                releasedPlanned += truth.attempt() == 0 ? sign : 0;
                releasedRetries += truth.attempt() == 0 ? 0 : sign;
            }
        }

        TheftFate fate() {
            if (releasedPlanned > 0) {
                return TheftFate.MISSED;
            }
            if (releasedRetries > 0) {
                return TheftFate.SLIPPED_THROUGH;
            }
            return unsettled > 0 ? TheftFate.PENDING : TheftFate.STOPPED;
        }
    }
}
