package firedrill.scoring.feature;

import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import java.time.Duration;

/** Where one user's money comes from, and how much of it can be called back. Part of {@link UserState}. */
public final class FundingState {

    /** Bank money can be called back for two months; who means to do so takes it out within days. */
    private static final long YOUNG_MILLIS = Duration.ofDays(3).toMillis();

    public long depositedMillis = Moments.NEVER;
    /** Who sent the last deposit, 0 if unknown. */
    public long lastSourceId;
    /** When that source first paid this user. */
    public long lastSourceFirstMillis = Moments.NEVER;

    /** Rings, as {@link TiledWindow} lays them out. */
    public long[] depositedCents = Memories.NONE;

    public long[] weekCents = Memories.NONE;
    public long[] weekRewardCents = Memories.NONE;
    /** A list, as {@link PendingMoney} lays it out. */
    public long[] pending = Memories.NONE;
    /** A set, as {@link RecentIds} lays it out. */
    public long[] sources = Memories.NONE;

    double sinceDeposit(long nowMillis) {
        return Moments.minutesSince(depositedMillis, nowMillis, Windows.WEEK_MINUTES);
    }

    double fundingAge(long nowMillis) {
        return Moments.minutesSince(lastSourceFirstMillis, nowMillis, Windows.WEEK_MINUTES);
    }

    double depositedUsd24h(long nowMillis) {
        return Money.dollars(Windows.DAY_ROUGHLY.sum(depositedCents, nowMillis));
    }

    double rewardShare7d(long nowMillis) {
        long week = Windows.WEEK_ROUGHLY.sum(weekCents, nowMillis);
        return week > 0 ? (double) Windows.WEEK_ROUGHLY.sum(weekRewardCents, nowMillis) / week : Reading.UNKNOWN;
    }

    double reversibleShare(Decided asked, long nowMillis) {
        long reversible = PendingMoney.cents(pending, nowMillis);
        if (reversible <= 0) {
            return Reading.UNKNOWN;
        }
        long held =
                asked instanceof Withdrawal withdrawal ? withdrawal.balanceCents() : ((Order) asked).holdingsCents();
        return reversible >= held ? 1 : (double) reversible / held;
    }

    void remember(Deposit deposit) {
        long timeMillis = deposit.timeMillis();
        long cents = Money.summable(deposit.amountCents());
        depositedMillis = Math.max(depositedMillis, timeMillis);
        depositedCents = Windows.DAY_ROUGHLY.add(depositedCents, timeMillis, cents);
        weekCents = Windows.WEEK_ROUGHLY.add(weekCents, timeMillis, cents);
        if (deposit.funding() == Deposit.Funding.REWARD) {
            weekRewardCents = Windows.WEEK_ROUGHLY.add(weekRewardCents, timeMillis, cents);
        }
        if (deposit.finalAtMillis() > timeMillis) {
            pending = PendingMoney.add(pending, Math.min(deposit.finalAtMillis(), timeMillis + YOUNG_MILLIS), cents);
        }
        lastSourceId = deposit.sourceId();
        lastSourceFirstMillis = Moments.NEVER;
        if (lastSourceId != 0) {
            sources = RecentIds.saw(sources, lastSourceId, timeMillis);
            long first = RecentIds.firstSeen(sources, lastSourceId);
            // A late deposit from a source that is not among the last sixteen leaves no trace in the set.
            lastSourceFirstMillis = first == Moments.NEVER ? timeMillis : first;
        }
    }
}
