package firedrill.dashboard.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import firedrill.ingest.event.Action;
import firedrill.scoring.decision.DecidedBy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Cost of a run, in the JSON keys of one arm. A figure that is not available is null, never 0. */
public record Bill(
        @JsonUnwrapped EventCounts counts,
        @JsonUnwrapped CostBreakdown costs,
        @JsonUnwrapped UserImpact users,
        @JsonUnwrapped DetectionQuality quality) {

    /**
     * Counts of events.
     *
     * @param fraudEvents fraudulent orders and withdrawals that were decided
     * @param legitStoppedEvents honest orders and withdrawals that met any friction
     * @param legitBlockedEvents honest orders and withdrawals that were refused
     */
    public record EventCounts(
            long events,
            long awaitingDecision,
            long decisions,
            Map<String, Long> byAction,
            Map<String, Long> byDecider,
            long fraudEvents,
            long legitStoppedEvents,
            long legitBlockedEvents) {

        /** Number of decisions by {@code by}. */
        public long decisionsBy(DecidedBy by) {
            return byDecider.getOrDefault(by.name(), 0L);
        }
    }

    /**
     * Dollars. The net cost is fraud lost, lifetime value lost, fees lost and reviews paid; what users lost to the price while they
     * waited is shown beside it, for it is not the exchange's own money.
     */
    public record CostBreakdown(
            double fraudAttemptedUsd,
            double fraudLossUsd,
            double fraudPreventedUsd,
            double legitHeldUsd,
            double opportunityLossUsd,
            double feeLossUsd,
            double reviewCostUsd,
            double ltvLostUsd,
            double netCostUsd) {}

    /** Lost users, complaints and missed deadlines. */
    public record UserImpact(long usersLost, long usersLostToWordOfMouth, long complaints, long missedDeadlines) {}

    /**
     * Confusion matrix over withdrawals; positive means any action but ALLOW.
     *
     * @param truePositives stopped fraudulent withdrawals
     * @param valueRecall stopped share of the dollars at risk
     */
    public record DetectionQuality(
            long truePositives,
            long falseNegatives,
            long falsePositives,
            long trueNegatives,
            @Nullable Double precision,
            RecallEstimates recall,
            @Nullable Double valueRecall,
            Map<String, Double> recallByTypology,
            @Nullable Double averagePrecision,
            @Nullable Double falsePositiveRate) {}

    /**
     * Stopped share of the fraudulent withdrawals.
     *
     * @param observed of the frauds that the operator knows of
     * @param trueValue of all frauds, by ground truth
     */
    public record RecallEstimates(
            @Nullable Double observed,
            @JsonProperty("true") @Nullable Double trueValue) {}

    static Bill of(long events, long asked, LedgerTotals totals, Ledger.UserTotals people, long reviewCents) {
        return new Bill(
                new EventCounts(
                        events,
                        asked - totals.decisions,
                        totals.decisions,
                        named(Action.values(), totals.byAction),
                        named(DecidedBy.values(), totals.byDecider),
                        totals.fraudEvents,
                        totals.honestStopped,
                        totals.honestBlocked),
                money(totals, people, reviewCents * people.verdicts),
                new UserImpact(people.lost, people.lostToWordOfMouth, people.complaints, people.missedDeadlines),
                quality(totals));
    }

    private static CostBreakdown money(LedgerTotals totals, Ledger.UserTotals people, long reviewsCents) {
        return new CostBreakdown(
                usd(totals.attemptedCents),
                usd(totals.lossCents),
                usd(totals.preventedCents),
                usd(totals.delayedCents),
                usd(totals.opportunityLossCents),
                usd(totals.feeLossCents),
                usd(reviewsCents),
                usd(people.lifetimeValueCents),
                usd(SaturatingSum.of(totals.lossCents, totals.feeLossCents, reviewsCents, people.lifetimeValueCents)));
    }

    private static DetectionQuality quality(LedgerTotals totals) {
        var seen = totals.withdrawals;
        long frauds = seen.truePositives + seen.falseNegatives;
        double averagePrecision = totals.scores.averagePrecision();
        return new DetectionQuality(
                seen.truePositives,
                seen.falseNegatives,
                seen.falsePositives,
                seen.trueNegatives,
                share(seen.truePositives, seen.truePositives + seen.falsePositives),
                new RecallEstimates(
                        share(totals.knownFraudsStopped, totals.knownFrauds), share(seen.truePositives, frauds)),
                share(totals.preventedCents, SaturatingSum.of(totals.preventedCents, totals.lossCents)),
                recallByTypology(totals),
                Double.isNaN(averagePrecision) ? null : averagePrecision,
                share(seen.falsePositives, seen.falsePositives + seen.trueNegatives));
    }

    private static Map<String, Double> recallByTypology(LedgerTotals totals) {
        var recalls = new TreeMap<String, Double>();
        totals.byTypology.forEach((typology, share) -> {
            if (share.frauds > 0) {
                recalls.put(typology, (double) share.stopped / share.frauds);
            }
        });
        return recalls;
    }

    private static <E extends Enum<E>> Map<String, Long> named(E[] names, long[] counts) {
        var named = new LinkedHashMap<String, Long>();
        for (int i = 0; i < names.length; i++) {
            named.put(names[i].name(), counts[i]);
        }
        return named;
    }

    private static @Nullable Double share(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }

    private static double usd(long cents) {
        return cents / 100.0;
    }
}
