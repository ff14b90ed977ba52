package firedrill.ingest.exchange;

import firedrill.ingest.account.AddressGenerator;
import firedrill.ingest.account.User;
import firedrill.ingest.customer.Population;
import firedrill.ingest.customer.arrival.ArrivalProcess;
import firedrill.ingest.customer.behaviour.HistoryGenerator;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.fraud.FraudSimulator;
import firedrill.ingest.market.PricePath;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.scenario.Scenario;

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
    private final ExchangeListener tape;
    private final EventIdSequence ids;
    private final SimulationScheduler agenda;
    private final PricePath prices;
    private final Population population;
    private final SettlementEngine requests;
    private final ArrivalProcess crowd;
    private final FraudSimulator thieves;
    private final HistoryGenerator past;
    private final HistoryPublisher history;
    private long nextSecondMillis;
    private boolean isStarted;
    private boolean isStepping;
    private long duplicateAnswers;
    private long unknownAnswers;

    /**
     * An exchange just before its story begins.
     *
     * @param firstEventId id of the first event it tells; a run that goes on where another stopped passes the next one
     */
    public Exchange(ExchangeSettings base, Scenario scenario, long seed, long firstEventId, ExchangeListener tape) {
        ExchangeSettings settings = base.withParametersOf(scenario);
        this.tape = tape;
        startMillis = settings.startMillis();
        nextSecondMillis = startMillis;
        var chance = new RandomSource(seed);
        ids = new EventIdSequence(firstEventId);
        agenda = new SimulationScheduler(startMillis);
        prices = new PricePath(
                settings.world().market(), settings.recordedMarket(), chance, scenario.priceShocks(), startMillis);
        history = new HistoryPublisher(settings.world().market().baselineSnapshot());
        var addresses = new AddressGenerator(chance);
        population = new Population(settings.users(), chance, addresses, startMillis, prices);
        ExchangeParameters parameters = settings.world().exchange();
        var fills = new OrderExecution(population, prices, parameters);
        requests = new SettlementEngine(agenda, prices, tape, fills, chance, settings);
        var desk = new ExchangeGateway(agenda, prices, ids, tape, fills, new ExecutionCostModel(parameters.book()), requests);
        crowd = new ArrivalProcess(population, addresses, desk, chance, settings.customers());
        thieves = new FraudSimulator(
                settings.fraud(), settings.world().fraud(), population, addresses, desk, chance, startMillis);
        past = new HistoryGenerator(chance, addresses, startMillis);
        thieves.scheduleInProgress(history::add);
    }

    /** Tells what happened in the 30 days before the story, as settled events in time order; at most once, and first. */
    public void publishHistory() {
        if (isStarted) {
            throw new IllegalStateException("history comes first, and once");
        }
        isStarted = true;
        for (User user : population.users()) {
            past.generate(user, history::add);
        }
        history.publish(ids, tape);
    }

    /** Tells everything up to and including {@code timeMillis}, in time order. An earlier time changes nothing. */
    public void runUntil(long timeMillis) {
        if (isStepping) {
            throw new IllegalStateException("an exchange cannot be run from within what it tells");
        }
        isStarted = true;
        isStepping = true;
        try {
            step(timeMillis);
        } finally {
            isStepping = false;
        }
    }

    private void step(long timeMillis) {
        while (true) {
            long due = agenda.nextTaskMillis();
            if (due < nextSecondMillis && due <= timeMillis) {
                agenda.runNext();
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
        MarketSnapshot market = prices.advanceTo(secondMillis);
        if (secondMillis % MINUTE_MILLIS == 0) {
            thieves.generateArrivals(secondMillis);
        }
        crowd.generateArrivals(secondMillis, market, prices.orderIntensity(), prices.liquidatedShareOfLastSecond());
    }

    /**
     * Does with an order or a withdrawal as the answer says, at {@code atMillis} or now, whichever is later. May be called
     * from within {@link ExchangeListener#onEvent}. An answer that nobody waits for is counted and ignored.
     */
    public void apply(Answer answer, long atMillis) {
        catchUp(atMillis);
        if (requests.apply(answer)) {
            return;
        }
        if (ids.isIssued(answer.eventId())) {
            duplicateAnswers++;
        } else {
            unknownAnswers++;
        }
    }

    /**
     * No answer came in time: an order up to the position limit passes, anything else goes on waiting for its answer. An
     * event that does not wait for an answer is ignored.
     */
    public void applyFailMode(long eventId, long atMillis) {
        catchUp(atMillis);
        requests.applyFailMode(eventId);
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
    public ExchangeStatus status() {
        return new ExchangeStatus(
                population.customerCount(),
                population.customerCount() - population.departedCount(),
                population.departedCount(),
                requests.awaitingAnswerCount(),
                requests.unsettledCount(),
                requests.pendingReviewCount(),
                duplicateAnswers,
                unknownAnswers);
    }

    /** The users and their wallets, for tests of conservation. */
    Population population() {
        return population;
    }
}
