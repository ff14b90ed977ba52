package firedrill.dashboard.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import firedrill.dashboard.ledger.TheftChains.TheftFate;
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
        @JsonUnwrapped ReviewFigures reviews,
        @JsonUnwrapped DetectionQuality quality) {

    /** Which quantile of the waiting times is stated. */
    private static final double WAIT_QUANTILE = 0.95;

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
     * Dollars. The net cost is fraud lost, the compliance cost of laundering, lifetime value lost, fees lost and reviews
     * paid; what users lost to the price while they waited is shown beside it, for it is not the exchange's own money.
     *
     * @param fraudAttemptedUsd asked for by thieves at planned requests; laundering is no theft
     * @param fraudLossCappedUsd fraud loss, with the loss by each event counted up to {@link #lossCapUsd()}
     * @param fraudPreventedUsd attempted and did not leave, retries included
     * @param fraudSlippedThroughUsd left at retries of stopped requests, before recoveries
     * @param complianceCostUsd expected penalty for laundered money that was released
     * @param expectedLtvLostUsd probability of leaving times lifetime value, over all who were annoyed, drawn or not; of the
     *     same expectation as {@code ltvLostUsd}, with less noise
     * @param expectedLtvLostToWordOfMouthUsd of it, the part of those who were told by others
     * @param expectedNetCostUsd net cost with the expected lifetime value in the place of the lost one
     */
    public record CostBreakdown(
            double fraudAttemptedUsd,
            double fraudLossUsd,
            double fraudLossCappedUsd,
            double fraudPreventedUsd,
            double fraudSlippedThroughUsd,
            double complianceCostUsd,
            double legitHeldUsd,
            double opportunityLossUsd,
            double feeLossUsd,
            double reviewCostUsd,
            double ltvLostUsd,
            double expectedLtvLostUsd,
            double expectedLtvLostToWordOfMouthUsd,
            double netCostUsd,
            double expectedNetCostUsd) {

        /** The expected net cost with capped fraud losses. */
        public double expectedNetCostCappedUsd() {
            return expectedNetCostUsd - fraudLossUsd + fraudLossCappedUsd;
        }
    }

    /**
     * Lost users, complaints and missed deadlines.
     *
     * @param peopleTold people whom the lost users told
     * @param peopleReached of these, those who were still customers
     * @param expectedDepartures sum of the probabilities of leaving, over all who were annoyed, drawn or not
     * @param expectedDeparturesToWordOfMouth of it, the part of those who were told by others
     */
    public record UserImpact(
            long usersLost,
            long usersLostToWordOfMouth,
            long peopleTold,
            long peopleReached,
            double expectedDepartures,
            double expectedDeparturesToWordOfMouth,
            long complaints,
            long missedDeadlines) {}

    /**
     * Reviews by analysts.
     *
     * @param reviews verdicts given
     * @param reviewWaitMeanSeconds from the request to the verdict; null without a review
     * @param reviewWaitP95Seconds 95 % of the reviewed cases waited no longer; whole minutes, rounded down
     */
    public record ReviewFigures(
            long reviews,
            @Nullable Double reviewWaitMeanSeconds,
            @Nullable Double reviewWaitP95Seconds) {}

    /**
     * Confusion matrix over withdrawals, each for itself, retries included; positive means any action but ALLOW. Thefts and the
     * recall of typologies count each attack on an account once.
     *
     * @param truePositives stopped fraudulent withdrawals
     * @param valueRecall share of the dollars prevented among those prevented or lost
     * @param recallByTypology share of the settled thefts of which nothing left; laundering counts under its typology
     */
    public record DetectionQuality(
            long truePositives,
            long falseNegatives,
            long falsePositives,
            long trueNegatives,
            TheftFigures thefts,
            @Nullable Double precision,
            RecallEstimates recall,
            @Nullable Double valueRecall,
            Map<String, Double> recallByTypology,
            @Nullable Double averagePrecision,
            @Nullable Double falsePositiveRate) {}

    /**
     * Thefts, each a chain of attempts by one attack on one account; laundering is none. What is attempted and neither of
     * the rest is not settled yet.
     *
     * @param stopped nothing left
     * @param missed something left at a planned request
     * @param slippedThrough the planned requests were stopped, and something left at a retry
     */
    public record TheftFigures(long attempted, long stopped, long missed, long slippedThrough) {}

    /**
     * Stopped share of the fraudulent withdrawals.
     *
     * @param observed of the frauds that the operator knows of
     * @param trueValue of all frauds, by ground truth
     */
    public record RecallEstimates(
            @Nullable Double observed,
            @JsonProperty("true") @Nullable Double trueValue) {}

    static Bill of(long events, long asked, LedgerTotals totals, UserTotals people, long reviewCents) {
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
                impact(people),
                new ReviewFigures(
                        people.verdicts,
                        totals.reviewWaits.meanSeconds(),
                        totals.reviewWaits.quantileSeconds(WAIT_QUANTILE)),
                quality(totals));
    }

    /** The loss up to which an event counts in the capped fraud loss. */
    public static double lossCapUsd() {
        return usd(LedgerTotals.LOSS_CAP_CENTS);
    }

    private static CostBreakdown money(LedgerTotals totals, UserTotals people, long reviewsCents) {
        long handling = SaturatingSum.of(totals.lossCents, totals.complianceCents, totals.feeLossCents, reviewsCents);
        return new CostBreakdown(
                usd(totals.attemptedCents),
                usd(totals.lossCents),
                usd(totals.cappedLossCents),
                usd(totals.preventedCents),
                usd(totals.slippedThroughCents),
                usd(totals.complianceCents),
                usd(totals.delayedCents),
                usd(totals.opportunityLossCents),
                usd(totals.feeLossCents),
                usd(reviewsCents),
                usd(people.lifetimeValueCents),
                usd(people.expectedLossCents),
                usd(people.expectedWordOfMouthCents),
                usd(SaturatingSum.of(handling, people.lifetimeValueCents)),
                usd(SaturatingSum.of(handling, people.expectedLossCents)));
    }

    private static UserImpact impact(UserTotals people) {
        return new UserImpact(
                people.lost,
                people.lostToWordOfMouth,
                people.peopleTold,
                people.peopleReached,
                people.expectedDepartures(),
                people.expectedDeparturesToWordOfMouth(),
                people.complaints,
                people.missedDeadlines);
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
                thefts(totals.thefts.thefts()),
                share(seen.truePositives, seen.truePositives + seen.falsePositives),
                new RecallEstimates(
                        share(totals.knownFraudsStopped, totals.knownFrauds), share(seen.truePositives, frauds)),
                share(totals.preventedCents, SaturatingSum.of(totals.preventedCents, totals.lossCents)),
                recallByTypology(totals),
                Double.isNaN(averagePrecision) ? null : averagePrecision,
                share(seen.falsePositives, seen.falsePositives + seen.trueNegatives));
    }

    private static TheftFigures thefts(TheftChains.FateCounts counts) {
        return new TheftFigures(
                counts.attempted(),
                counts.of(TheftFate.STOPPED),
                counts.of(TheftFate.MISSED),
                counts.of(TheftFate.SLIPPED_THROUGH));
    }

    private static Map<String, Double> recallByTypology(LedgerTotals totals) {
        var recalls = new TreeMap<String, Double>();
        totals.thefts.byTypology().forEach((typology, counts) -> {
            if (counts.settled() > 0) {
                recalls.put(typology, (double) counts.of(TheftFate.STOPPED) / counts.settled());
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
