package firedrill.ingest.customer;

import firedrill.ingest.parameters.UniformRange;

/** Activity before the start of a run. Units, ranges and sources are in {@code parameters/customer.yaml}. */
public record HistoryParameters(
        int days,
        double recentDeviceShare,
        int recentDeviceDays,
        int lastLoginWithinDays,
        double passwordAgeMeanHours,
        double newSimLastWeek,
        double depositToWealthMedian,
        double depositSigma,
        UniformRange purchaseFraction,
        UniformRange withdrawalFraction) {}
