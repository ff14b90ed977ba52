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
    public long[] justUnderLimit = Memories.NONE;
    /** A set, as {@link RecentIds} lays it out. */
    public long[] addresses = Memories.NONE;

    double withdrawals1h(long nowMillis) {
        return Windows.HOUR.sum(withdrawals, nowMillis);
    }

    double withdrawnUsd24h(long nowMillis) {
        return Money.dollars(Windows.DAY.sum(withdrawnCents, nowMillis));
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
        withdrawnCents = Windows.DAY.add(withdrawnCents, timeMillis, Money.summable(withdrawal.amountCents()));
        if (Limits.isJustUnder(withdrawal.amountCents())) {
            justUnderLimit = Windows.DAY_ROUGHLY.add(justUnderLimit, timeMillis, 1);
        }
        addresses = RecentIds.saw(addresses, withdrawal.addressId(), timeMillis);
        largestUsd = Money.largest(largestUsd, withdrawal.amountCents());
    }
}
