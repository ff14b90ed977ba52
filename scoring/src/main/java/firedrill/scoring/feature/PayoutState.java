package firedrill.scoring.feature;

import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;

/** What one user took out, and where to. Part of {@link UserState}. */
public final class PayoutState {

    /** The largest so far, in dollars, as {@link Money#largest} fades it. */
    public double largestUsd;

    /** Rings, as {@link TiledWindow} lays them out. */
    public long[] withdrawals = {};

    public long[] withdrawnCents = {};
    public long[] justUnderLimit = {};
    /** A set, as {@link RecentIds} lays it out. */
    public long[] addresses = {};

    void fill(long clockMillis, double[] vector) {
        Feature.WITHDRAWALS_1H.put(vector, (double) Windows.HOUR.sum(withdrawals, clockMillis));
        Feature.WITHDRAWN_USD_24H.put(vector, Money.dollars(Windows.DAY.sum(withdrawnCents, clockMillis)));
        Feature.BAND_WITHDRAWALS_24H.put(vector, (double) Windows.DAY_ROUGHLY.sum(justUnderLimit, clockMillis));
    }

    /** Fills what depends on the request. */
    void fill(Decided event, long clockMillis, double[] vector) {
        long address = Entities.addressOf(event);
        Feature.ADDRESSES_24H.put(vector, Sharing.othersSince(addresses, address, clockMillis, Windows.DAY.length()));
        if (event instanceof Withdrawal) {
            Feature.MINUTES_SINCE_ADDRESS_FIRST_USED.put(
                    vector, Moments.minutesSince(RecentIds.firstSeen(addresses, address), clockMillis, 0));
            if (largestUsd > 0) {
                Feature.AMOUNT_TO_LARGEST.put(vector, Money.dollars(event.amountCents()) / largestUsd);
            }
        }
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
