package firedrill.scoring.feature;

import firedrill.ingest.event.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.scoring.feature.state.StateStore;
import firedrill.scoring.feature.window.BoundedDistinctCount;
import firedrill.scoring.feature.window.EventTimes;
import firedrill.scoring.feature.window.RecentIds;
import firedrill.scoring.feature.window.TiledWindow;
import firedrill.scoring.feature.window.UsdAmounts;
import firedrill.scoring.feature.window.Windows;

/** Withdrawals of one user: amounts and addresses. Part of {@link UserState}. */
public final class PayoutState {

    /** Largest withdrawal in dollars, decayed by {@link UsdAmounts#decayedMaxUsd}. */
    public double largestUsd;

    /** Rings, as {@link TiledWindow} lays them out. */
    public long[] withdrawals = StateStore.EMPTY;

    public long[] withdrawnCents = StateStore.EMPTY;
    public long[] withdrawnMonthCents = StateStore.EMPTY;
    public long[] justBelowThreshold = StateStore.EMPTY;
    public long[] belowThresholdWeek = StateStore.EMPTY;
    public long[] controlBandWeek = StateStore.EMPTY;
    /** A set, as {@link RecentIds} lays it out. */
    public long[] addresses = StateStore.EMPTY;

    double withdrawals1h(long nowMillis) {
        return Windows.HOUR.sum(withdrawals, nowMillis);
    }

    double withdrawnUsd24h(long nowMillis) {
        return UsdAmounts.toUsd(Windows.DAY.sum(withdrawnCents, nowMillis));
    }

    double withdrawnUsd30d(long nowMillis) {
        return UsdAmounts.toUsd(Windows.MONTH.sum(withdrawnMonthCents, nowMillis));
    }

    /**
     * Withdrawals just below a reporting threshold in excess of half those in the control band (bunching estimator).
     */
    double bunching7d(long nowMillis) {
        double below = Windows.COARSE_WEEK.sum(belowThresholdWeek, nowMillis);
        double control = Windows.COARSE_WEEK.sum(controlBandWeek, nowMillis);
        return Math.max(0, below - control / 2);
    }

    double justBelowThreshold24h(long nowMillis) {
        return Windows.COARSE_DAY.sum(justBelowThreshold, nowMillis);
    }

    double otherAddresses24h(DecisionRequest event, long nowMillis) {
        return BoundedDistinctCount.countOthers(addresses, event.addressId(), nowMillis, Windows.DAY.length());
    }

    double minutesSinceAddressFirstUsed(Withdrawal event, long nowMillis) {
        return EventTimes.minutesSince(RecentIds.firstSeen(addresses, event.addressId()), nowMillis, 0);
    }

    void update(Withdrawal withdrawal) {
        long timeMillis = withdrawal.timeMillis();
        withdrawals = Windows.HOUR.add(withdrawals, timeMillis, 1);
        long cents = UsdAmounts.capCents(withdrawal.amountCents());
        withdrawnCents = Windows.DAY.add(withdrawnCents, timeMillis, cents);
        withdrawnMonthCents = Windows.MONTH.add(withdrawnMonthCents, timeMillis, cents);
        if (ReportingThresholds.isJustBelow(withdrawal.amountCents())) {
            justBelowThreshold = Windows.COARSE_DAY.add(justBelowThreshold, timeMillis, 1);
            belowThresholdWeek = Windows.COARSE_WEEK.add(belowThresholdWeek, timeMillis, 1);
        } else if (ReportingThresholds.isInControlBand(withdrawal.amountCents())) {
            controlBandWeek = Windows.COARSE_WEEK.add(controlBandWeek, timeMillis, 1);
        }
        addresses = RecentIds.add(addresses, withdrawal.addressId(), timeMillis);
        largestUsd = UsdAmounts.decayedMaxUsd(largestUsd, withdrawal.amountCents());
    }
}
