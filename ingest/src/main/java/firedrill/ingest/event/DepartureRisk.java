package firedrill.ingest.event;

import java.util.function.Function;

/**
 * The probability that a user departs because of one event, at the moment at which the simulation draws the departure.
 *
 * <p>The sum over a run has the same expectation as the {@link Outcome.Churn} outcomes of that run, with less noise: it is
 * their compensator.
 *
 * @param causeEventId the event whose handling causes it
 * @param expectedDepartures probability of the departure; for word of mouth the expected number of listeners who follow
 * @param expectedLossCents the same, each departure times its lifetime value
 * @param isWordOfMouth whether these are the listeners of the user
 */
public record DepartureRisk(
        long userId,
        long timeMillis,
        long causeEventId,
        double expectedDepartures,
        long expectedLossCents,
        boolean isWordOfMouth)
        implements TruthRecord {

    private static final double MAX_DEPARTURES = 1e9;

    public DepartureRisk {
        RangeChecks.requirePositive(userId, "userId");
        RangeChecks.requireTime(timeMillis, "timeMillis");
        RangeChecks.requireNonNegative(causeEventId, "causeEventId");
        RangeChecks.requireCents(expectedLossCents, "expectedLossCents");
        if (!(expectedDepartures >= 0 && expectedDepartures <= MAX_DEPARTURES)) {
            throw new IllegalArgumentException(
                    "expectedDepartures must lie in [0, " + MAX_DEPARTURES + "], was " + expectedDepartures);
        }
    }

    @Override
    public <R> R match(Function<? super Truth, ? extends R> truth, Function<? super DepartureRisk, ? extends R> risk) {
        return risk.apply(this);
    }
}
