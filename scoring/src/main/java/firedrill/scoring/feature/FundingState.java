package firedrill.scoring.feature;

import firedrill.ingest.event.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.scoring.feature.state.StateStore;
import firedrill.scoring.feature.window.EventTimes;
import firedrill.scoring.feature.window.RecentIds;
import firedrill.scoring.feature.window.ReversibleDeposits;
import firedrill.scoring.feature.window.TiledWindow;
import firedrill.scoring.feature.window.UsdAmounts;
import firedrill.scoring.feature.window.Windows;
import java.time.Duration;

/** Funding of one user: sources, deposits and how much of them is still reversible. Part of {@link UserState}. */
public final class FundingState {

    /** Bank debits are reversible for two months, but fraudulent deposits are withdrawn within days. */
    private static final long MAX_REVERSIBLE_MILLIS = Duration.ofDays(3).toMillis();

    public long depositedMillis = EventTimes.NEVER;
    /** Source of the last deposit, 0 if unknown. */
    public long lastSourceId;
    /** When that source first paid this user. */
    public long lastSourceFirstMillis = EventTimes.NEVER;

    /** Rings, as {@link TiledWindow} lays them out. */
    public long[] depositedCents = StateStore.EMPTY;

    public long[] weekCents = StateStore.EMPTY;
    public long[] weekRewardCents = StateStore.EMPTY;
    /** A list, as {@link ReversibleDeposits} lays it out. */
    public long[] reversibleDeposits = StateStore.EMPTY;
    /** A set, as {@link RecentIds} lays it out. */
    public long[] sources = StateStore.EMPTY;

    double minutesSinceDeposit(long nowMillis) {
        return EventTimes.minutesSince(depositedMillis, nowMillis, Windows.AGE_LIMIT_MINUTES);
    }

    double fundingAgeMinutes(long nowMillis) {
        return EventTimes.minutesSince(lastSourceFirstMillis, nowMillis, Windows.AGE_LIMIT_MINUTES);
    }

    double depositedUsd24h(long nowMillis) {
        return UsdAmounts.toUsd(Windows.COARSE_DAY.sum(depositedCents, nowMillis));
    }

    double rewardShare7d(long nowMillis) {
        long week = Windows.COARSE_WEEK.sum(weekCents, nowMillis);
        return week > 0
                ? (double) Windows.COARSE_WEEK.sum(weekRewardCents, nowMillis) / week
                : FeatureExtractor.UNKNOWN;
    }

    double reversibleShare(DecisionRequest event, long nowMillis) {
        long reversible = ReversibleDeposits.reversibleCents(reversibleDeposits, nowMillis);
        if (reversible <= 0) {
            return FeatureExtractor.UNKNOWN;
        }
        long held = event.match(Order::holdingsCents, Withdrawal::balanceCents);
        return reversible >= held ? 1 : (double) reversible / held;
    }

    void update(Deposit deposit) {
        long timeMillis = deposit.timeMillis();
        long cents = UsdAmounts.capCents(deposit.amountCents());
        depositedMillis = Math.max(depositedMillis, timeMillis);
        depositedCents = Windows.COARSE_DAY.add(depositedCents, timeMillis, cents);
        weekCents = Windows.COARSE_WEEK.add(weekCents, timeMillis, cents);
        if (deposit.rail() == Deposit.PaymentRail.REWARD) {
            weekRewardCents = Windows.COARSE_WEEK.add(weekRewardCents, timeMillis, cents);
        }
        if (deposit.finalAtMillis() > timeMillis) {
            reversibleDeposits = ReversibleDeposits.add(
                    reversibleDeposits, Math.min(deposit.finalAtMillis(), timeMillis + MAX_REVERSIBLE_MILLIS), cents);
        }
        lastSourceId = deposit.sourceId();
        lastSourceFirstMillis = EventTimes.NEVER;
        if (lastSourceId != 0) {
            sources = RecentIds.add(sources, lastSourceId, timeMillis);
            long first = RecentIds.firstSeen(sources, lastSourceId);
            // The set does not take a late deposit from a source that is not among the last sixteen.
            lastSourceFirstMillis = first == EventTimes.NEVER ? timeMillis : first;
        }
    }
}
