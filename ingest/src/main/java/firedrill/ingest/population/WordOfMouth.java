package firedrill.ingest.population;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Purpose;
import firedrill.ingest.event.Outcome.Departure;

/**
 * Users leave, tell others, and some of those leave.
 *
 * <p>Sub-critical: a leaver tells 10 on average, 1 in 200 of whom follows, so one departure causes 0.05 more.
 */
final class WordOfMouth {

    private static final double HEARSAY_MEAN_MINUTES = 360;
    private static final long MILLIS_PER_MINUTE = 60_000;

    private final Chance chance;
    private final Population people;
    private final Venue venue;

    WordOfMouth(Chance chance, Population people, Venue venue) {
        this.chance = chance;
        this.people = people;
        this.venue = venue;
    }

    /** {@code member} has decided to leave over {@code causeEventId}, and will have left some time later. */
    void leaves(Member member, long causeEventId) {
        depart(member, causeEventId, 0, Assumptions.FAREWELL_MEAN_MINUTES);
    }

    private void depart(Member member, long causeEventId, long toldBy, double meanMinutes) {
        double minutes = chance.exponential(meanMinutes, Purpose.FAREWELL, member.userId(), toldBy);
        venue.at(venue.nowMillis() + Math.round(minutes * MILLIS_PER_MINUTE), () -> {
            if (!member.hasLeft()) {
                member.leave();
                venue.tell(new Departure(
                        member.userId(), venue.nowMillis(), causeEventId, toldBy, member.lifetimeValueCents()));
                spread(member, causeEventId);
            }
        });
    }

    private void spread(Member leaver, long causeEventId) {
        int told = chance.geometric(Assumptions.TOLD_MEAN, Purpose.TOLD, leaver.userId(), 0);
        for (int i = 1; i <= told; i++) {
            if (chance.happens(Assumptions.LISTENER_LEAVES, Purpose.TOLD, leaver.userId(), i)) {
                var listener = people.anybody(chance.uniform(Purpose.LISTENER, leaver.userId(), i));
                depart(listener, causeEventId, leaver.userId(), HEARSAY_MEAN_MINUTES);
            }
        }
    }
}
