package firedrill.ingest.customer;

import java.util.concurrent.TimeUnit;

/** Churn after friction, and word of mouth. Units, ranges and sources are in {@code parameters/customer.yaml}. */
public record ChurnParameters(
        double afterStepUp,
        double afterLimit,
        double afterRefusedOrder,
        double afterHoldBelow1Hour,
        double afterHoldBelow1Day,
        double afterHoldBelow7Days,
        double afterHoldBeyond7Days,
        double afterRefusedWithdrawal,
        double adverseMove,
        double normalHourlySigma,
        int promptMinutes,
        double oddsAfterAdverseMove,
        double oddsAtRepeat,
        int repeatDays,
        double oddsWithReasonAndEnd,
        double oddsOfLargeAccount,
        double largeAccountSpeedup,
        double departureMeanHours,
        double peopleTold,
        double listenerChurn) {

    private static final long HOUR = TimeUnit.HOURS.toMillis(1);
    private static final long DAY = TimeUnit.DAYS.toMillis(1);
    private static final long WEEK = TimeUnit.DAYS.toMillis(7);

    /** Probability of churn after a withdrawal was held this long. */
    public double afterHold(long holdMillis) {
        if (holdMillis < HOUR) {
            return afterHoldBelow1Hour;
        }
        if (holdMillis <= DAY) {
            return afterHoldBelow1Day;
        }
        return holdMillis <= WEEK ? afterHoldBelow7Days : afterHoldBeyond7Days;
    }
}
