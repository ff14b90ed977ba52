package firedrill.ingest.exchange;

import firedrill.ingest.attack.Thieves;
import firedrill.ingest.chance.Chance;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.Market;
import firedrill.ingest.incident.Scenario;
import firedrill.ingest.market.PricePath;
import firedrill.ingest.population.Addresses;
import firedrill.ingest.population.Crowd;
import firedrill.ingest.population.Past;
import firedrill.ingest.population.Population;
import firedrill.ingest.population.User;

/**
 * A small crypto exchange, simulated: honest users and thieves act, it tells what they do, takes answers, and they react.
 *
 * <p>A function of settings, scenario, seed and answers; no clock, no threads. Answers that differ leave untouched what
 * they do not concern: who comes when and for what, and every price. One thread at a time.
 */
public final class Exchange {

    private static final long SECOND_MILLIS = 1_000;
    private static final long MINUTE_MILLIS = 60_000;

    private final long startMillis;
    private final Tape tape;
    private final Ids ids;
    private final Agenda agenda;
    private final PricePath prices;
    private final Population population;
    private final Requests requests;
    private final Crowd crowd;
    private final Thieves thieves;
    private final Past past;
    private final History history = new History();
    private long nextSecondMillis;
    private boolean isBegun;
    private boolean isStepping;
    private long repeatedAnswers;
    private long unknownAnswers;

    /**
     * An exchange just before its story begins.
     *
     * @param firstEventId id of the first event it tells; a run that goes on where another stopped passes the next one
     */
    public Exchange(ExchangeSettings settings, Scenario scenario, long seed, long firstEventId, Tape tape) {
        this.tape = tape;
        startMillis = settings.startMillis();
        nextSecondMillis = startMillis;
        var chance = new Chance(seed);
        ids = new Ids(firstEventId);
        agenda = new Agenda(startMillis);
        prices = PricePath.of(settings.record(), chance, scenario.timeline(), startMillis);
        var addresses = new Addresses(chance);
        population = new Population(settings.users(), chance, addresses, startMillis, prices);
        var fills = new Fills(population, prices);
        requests = new Requests(agenda, prices, tape, fills, chance, settings);
        var desk = new Desk(agenda, prices, ids, tape, fills, requests);
        crowd = new Crowd(population, addresses, desk, chance, settings.population());
        thieves = new Thieves(settings.attacks(), population, addresses, desk, chance, startMillis);
        past = new Past(chance, addresses, startMillis);
        thieves.beginEarlier(history::add);
    }

    /** Tells what happened in the 30 days before the story, as settled events in time order; at most once, and first. */
    public void tellHistory() {
        if (isBegun) {
            throw new IllegalStateException("history comes first, and once");
        }
        isBegun = true;
        for (User user : population.users()) {
            past.of(user, history::add);
        }
        history.tell(ids, tape);
    }

    /** Tells everything up to and including {@code timeMillis}, in time order. An earlier time changes nothing. */
    public void runUntil(long timeMillis) {
        if (isStepping) {
            throw new IllegalStateException("an exchange cannot be run from within what it tells");
        }
        isBegun = true;
        isStepping = true;
        try {
            step(timeMillis);
        } finally {
            isStepping = false;
        }
    }

    private void step(long timeMillis) {
        while (true) {
            long due = agenda.nextMillis();
            if (due < nextSecondMillis && due <= timeMillis) {
                agenda.doNext();
            } else if (due >= nextSecondMillis && nextSecondMillis <= timeMillis) {
                beginSecond(nextSecondMillis);
                nextSecondMillis += SECOND_MILLIS;
            } else {
                break;
            }
        }
        agenda.advanceTo(timeMillis);
    }

    private void beginSecond(long secondMillis) {
        agenda.advanceTo(secondMillis);
        Market market = prices.advanceTo(secondMillis);
        if (secondMillis % MINUTE_MILLIS == 0) {
            thieves.arrive(secondMillis);
        }
        crowd.arrive(secondMillis, market, prices.orderIntensity(), prices.forcedShareOfLastSecond());
    }

    /**
     * Does with an order or a withdrawal as the answer says, at {@code atMillis} or now, whichever is later. May be called
     * from within {@link Tape#event}. An answer that nobody waits for is counted and ignored.
     */
    public void take(Answer answer, long atMillis) {
        catchUp(atMillis);
        if (requests.take(answer)) {
            return;
        }
        if (ids.isTold(answer.eventId())) {
            repeatedAnswers++;
        } else {
            unknownAnswers++;
        }
    }

    /**
     * No answer came in time: an order up to the position limit passes, anything else goes on waiting for its answer. An
     * event that does not wait for an answer is ignored.
     */
    public void missDeadline(long eventId, long atMillis) {
        catchUp(atMillis);
        requests.missDeadline(eventId);
    }

    private void catchUp(long atMillis) {
        if (!isStepping && atMillis > agenda.nowMillis()) {
            runUntil(atMillis);
        }
    }

    /** The simulated time up to which everything was told. */
    public long nowMillis() {
        return agenda.nowMillis();
    }

    /** When the story begins. */
    public long startMillis() {
        return startMillis;
    }

    /** Who is there and what is open. */
    public Census census() {
        return new Census(
                population.size(),
                population.size() - population.left(),
                population.left(),
                requests.awaiting(),
                requests.unsettled(),
                requests.waitingForReview(),
                repeatedAnswers,
                unknownAnswers);
    }

    /** The users and their wallets, for tests of conservation. */
    Population population() {
        return population;
    }
}
