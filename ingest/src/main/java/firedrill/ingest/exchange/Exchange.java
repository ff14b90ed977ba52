package firedrill.ingest.exchange;

import firedrill.ingest.attack.Attackers;
import firedrill.ingest.chance.Chance;
import firedrill.ingest.event.Answer;
import firedrill.ingest.incident.Scenario;
import firedrill.ingest.market.PricePath;
import firedrill.ingest.population.Crowd;
import firedrill.ingest.population.History;
import firedrill.ingest.population.Population;

/**
 * The exchange: steps simulated time, tells what users do, takes answers, and tells how it ended.
 *
 * <p>Pure: the same settings, scenario, seed and answers give the same tape. Not for several threads.
 */
public final class Exchange {

    private static final long SECOND_MILLIS = 1_000;

    private final ExchangeSettings settings;
    private final Chance chance;
    private final Population people;
    private final Counter counter;
    private final Crowd crowd;
    private final Attackers attackers;
    private long plannedMillis;

    /**
     * An exchange that has told nothing yet.
     *
     * @param firstEventId of its events, above 0; ids rise by one from there
     */
    public Exchange(ExchangeSettings settings, Scenario scenario, long seed, long firstEventId, Tape tape) {
        this.settings = settings;
        this.chance = new Chance(seed);
        this.people = new Population(chance, settings.users(), settings.startMillis());
        var prices = new PricePath(chance, scenario, settings.startMillis());
        this.counter = new Counter(settings, prices, tape, firstEventId);
        this.crowd = new Crowd(chance, people, counter);
        this.attackers = new Attackers(chance, people, counter);
        this.plannedMillis = settings.startMillis();
    }

    /** Tells what happened in the thirty days before the start; call it first, or not at all. */
    public void tellHistory() {
        counter.tellHistory(History.before(chance, people, settings.startMillis()));
    }

    /** Lives on up to and including {@code timeMillis}. */
    public void runUntil(long timeMillis) {
        while (plannedMillis <= timeMillis) {
            counter.runUntil(plannedMillis - 1);
            counter.advanceTo(plannedMillis);
            crowd.plan(plannedMillis);
            attackers.plan(plannedMillis);
            plannedMillis += SECOND_MILLIS;
        }
        counter.runUntil(timeMillis);
    }

    /** Does with a request what it is told; answers to unknown, answered or settled requests are ignored and counted. */
    public void take(Answer answer, long atMillis) {
        counter.take(answer, atMillis);
    }

    /** No answer came within the budget: small orders pass, everything else waits for the late answer. */
    public void missDeadline(long eventId, long atMillis) {
        counter.missDeadline(eventId, atMillis);
    }

    public long startMillis() {
        return settings.startMillis();
    }

    /** Simulated time reached. */
    public long nowMillis() {
        return counter.nowMillis();
    }

    public Census census() {
        int left = 0;
        for (long userId = 1; userId <= people.size(); userId++) {
            left += people.member(userId).hasLeft() ? 1 : 0;
        }
        return new Census(people.size(), people.size() - left, left, counter.pending(), counter.ignoredAnswers());
    }
}
