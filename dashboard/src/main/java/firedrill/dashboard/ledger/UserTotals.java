package firedrill.dashboard.ledger;

import firedrill.ingest.event.DepartureRisk;
import firedrill.ingest.event.Outcome.Churn;

/** Counts over users: those who left, and those who were expected to. */
final class UserTotals {

    /** Expected departures are summed as whole parts of a departure, so that no order of arrival changes the sum. */
    private static final double PARTS_PER_DEPARTURE = 1e9;

    long lost;
    long lostToWordOfMouth;
    long peopleTold;
    long peopleReached;
    long lifetimeValueCents;
    long expectedLossCents;
    long expectedWordOfMouthCents;
    long complaints;
    long missedDeadlines;
    long verdicts;
    private long expectedParts;
    private long expectedWordOfMouthParts;

    void recordChurn(Churn churn) {
        lost++;
        lostToWordOfMouth += churn.isWordOfMouth() ? 1 : 0;
        peopleTold += churn.peopleTold();
        peopleReached += churn.peopleReached();
        lifetimeValueCents = SaturatingSum.of(lifetimeValueCents, churn.lifetimeValueCents());
    }

    void recordRisk(DepartureRisk risk) {
        long parts = Math.round(risk.expectedDepartures() * PARTS_PER_DEPARTURE);
        expectedParts = SaturatingSum.of(expectedParts, parts);
        expectedLossCents = SaturatingSum.of(expectedLossCents, risk.expectedLossCents());
        if (risk.isWordOfMouth()) {
            expectedWordOfMouthParts = SaturatingSum.of(expectedWordOfMouthParts, parts);
            expectedWordOfMouthCents = SaturatingSum.of(expectedWordOfMouthCents, risk.expectedLossCents());
        }
    }

    double expectedDepartures() {
        return expectedParts / PARTS_PER_DEPARTURE;
    }

    double expectedDeparturesToWordOfMouth() {
        return expectedWordOfMouthParts / PARTS_PER_DEPARTURE;
    }
}
