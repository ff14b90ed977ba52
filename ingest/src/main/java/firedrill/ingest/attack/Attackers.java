package firedrill.ingest.attack;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Purpose;
import firedrill.ingest.population.Member;
import firedrill.ingest.population.Population;
import firedrill.ingest.population.Venue;

/** Who takes over accounts, how often, and whose. */
public final class Attackers {

    private static final double SECONDS_PER_HOUR = 3_600;
    private static final int LOOKED_AT = 3;

    private final Chance chance;
    private final Population people;
    private final Venue venue;

    public Attackers(Chance chance, Population people, Venue venue) {
        this.chance = chance;
        this.people = people;
        this.venue = venue;
    }

    /** Plans the takeovers that begin in the second that begins at {@code secondMillis}. */
    public void plan(long secondMillis) {
        long second = secondMillis / 1_000;
        double mean = people.size() * AttackAssumptions.TAKEOVERS_PER_USER_HOUR / SECONDS_PER_HOUR;
        int count = chance.poisson(mean, Purpose.TAKEOVER, second, 0);
        for (int i = 0; i < count; i++) {
            long key = -(second * 8 + i);
            venue.at(secondMillis, () -> begin(key));
        }
    }

    private void begin(long key) {
        var victim = victim(key);
        if (!victim.hasLeft()) {
            var ring = new Ring(chance, chance.below(AttackAssumptions.RINGS, Purpose.TAKEOVER, key, 1));
            new Takeover(chance, venue, ring, victim, key).begin();
        }
    }

    /** The richest of a few that were looked at. */
    private Member victim(long key) {
        Member best = people.anybody(chance.uniform(Purpose.WHO, key, 0));
        for (int i = 1; i < LOOKED_AT; i++) {
            Member other = people.anybody(chance.uniform(Purpose.WHO, key, i));
            best = other.usualCents() > best.usualCents() ? other : best;
        }
        return best;
    }
}
