package firedrill.ingest.attack;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Draws;
import firedrill.ingest.population.Addresses;
import firedrill.ingest.population.Floor;
import firedrill.ingest.population.Population;
import firedrill.ingest.population.Trace;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The rings that take over accounts, at a steady pace that no market moves. Each takeover is drawn by the minute in which
 * it begins, so what is done to one leaves the others alone.
 */
public final class Thieves {

    /** The most patient takeover under way when the story begins is at most this old. */
    private static final long UNDER_WAY_MILLIS = TimeUnit.HOURS.toMillis(48);

    private static final long MINUTE_MILLIS = TimeUnit.MINUTES.toMillis(1);
    private static final double USERS_OF_RATE = 10_000;

    private final Floor floor;
    private final Rings rings;
    private final Plan.Maker plans;
    private final Draws howMany;
    private final Draws keys;
    private final Draws when;
    private final Draws reactions;
    private final double perMinute;
    private final long storyMillis;

    /** Thieves who act on {@code floor} in a story that begins at {@code storyMillis}. */
    public Thieves(Population population, Addresses addresses, Floor floor, Chance chance, long storyMillis) {
        this.floor = floor;
        rings = new Rings(chance, addresses);
        plans = new Plan.Maker(population, rings, chance);
        howMany = chance.about("attack.arrivals");
        keys = chance.about("attack.takeover");
        when = chance.about("attack.when");
        reactions = chance.about("attack.reaction");
        perMinute = Assumptions.TAKEOVERS_PER_HOUR / 60 * population.size() / USERS_OF_RATE;
        this.storyMillis = storyMillis;
    }

    /** Schedules what is left of takeovers that began earlier, and tells the traces they left. */
    public void beginEarlier(Consumer<Trace> trace) {
        for (long minute = storyMillis - UNDER_WAY_MILLIS; minute < storyMillis; minute += MINUTE_MILLIS) {
            begin(minute, trace);
        }
    }

    /** Schedules the takeovers that begin in the minute that begins at {@code minuteMillis}. */
    public void arrive(long minuteMillis) {
        begin(minuteMillis, trace -> {
            throw new IllegalStateException("nothing of it lies before the story: " + trace);
        });
    }

    private void begin(long minuteMillis, Consumer<Trace> trace) {
        int count = howMany.poisson(perMinute, minuteMillis, 0);
        for (int i = 0; i < count; i++) {
            long key = keys.bits(minuteMillis, i);
            Plan plan = plans.draw(key, minuteMillis + when.below((int) MINUTE_MILLIS, key, 0));
            if (plan.victim().isActive()) {
                new Takeover(plan, floor, rings, reactions).begin(storyMillis, trace);
            }
        }
    }
}
