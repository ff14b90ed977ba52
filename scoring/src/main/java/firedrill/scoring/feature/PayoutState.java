package firedrill.scoring.feature;

import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;

/** What one user took out, and where to. Part of {@link UserState}. */
public final class PayoutState {

    /** The largest so far, in dollars, as {@link Money#largest} fades it. */
    public double largestUsd;

    /** Rings, as {@link TiledWindow} lays them out. */
    public long[] withdrawals = Memories.NONE;

    public long[] withdrawnCents = Memories.NONE;
    public long[] withdrawnMonthCents = Memories.NONE;
    public long[] justUnderLimit = Memories.NONE;
    public long[] underLimitWeek = Memories.NONE;
    public long[] besideLimitWeek = Memories.NONE;
    /** A set, as {@link RecentIds} lays it out. */
    public long[] addresses = Memories.NONE;

    double withdrawals1h(long nowMillis) {
        return Windows.HOUR.sum(withdrawals, nowMillis);
    }

    double withdrawnUsd24h(long nowMillis) {
        return Money.dollars(Windows.DAY.sum(withdrawnCents, nowMillis));
    }

    double withdrawnUsd30d(long nowMillis) {
        return Money.dollars(Windows.MONTH.sum(withdrawnMonthCents, nowMillis));
    }

    /** By how much those under a limit exceed what a smooth distribution of amounts would put there. */
    double bunching7d(long nowMillis) {
        double under = Windows.WEEK_ROUGHLY.sum(underLimitWeek, nowMillis);
        double beside = Windows.WEEK_ROUGHLY.sum(besideLimitWeek, nowMillis);
        return Math.max(0, under - beside / 2);
    }

    double justUnderLimit24h(long nowMillis) {
        return Windows.DAY_ROUGHLY.sum(justUnderLimit, nowMillis);
    }

    double otherAddresses24h(Decided asked, long nowMillis) {
        return Sharing.othersSince(addresses, Entities.addressOf(asked), nowMillis, Windows.DAY.length());
    }

    double sinceAddressFirstUsed(Withdrawal asked, long nowMillis) {
        return Moments.minutesSince(RecentIds.firstSeen(addresses, asked.addressId()), nowMillis, 0);
    }

    void remember(Withdrawal withdrawal) {
        long timeMillis = withdrawal.timeMillis();
        withdrawals = Windows.HOUR.add(withdrawals, timeMillis, 1);
        long cents = Money.summable(withdrawal.amountCents());
        withdrawnCents = Windows.DAY.add(withdrawnCents, timeMillis, cents);
        withdrawnMonthCents = Windows.MONTH.add(withdrawnMonthCents, timeMillis, cents);
        if (Limits.isJustUnder(withdrawal.amountCents())) {
            justUnderLimit = Windows.DAY_ROUGHLY.add(justUnderLimit, timeMillis, 1);
            underLimitWeek = Windows.WEEK_ROUGHLY.add(underLimitWeek, timeMillis, 1);
        } else if (Limits.isBeside(withdrawal.amountCents())) {
            besideLimitWeek = Windows.WEEK_ROUGHLY.add(besideLimitWeek, timeMillis, 1);
        }
        addresses = RecentIds.saw(addresses, withdrawal.addressId(), timeMillis);
        largestUsd = Money.largest(largestUsd, withdrawal.amountCents());
    }
}
