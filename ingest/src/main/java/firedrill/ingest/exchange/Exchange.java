package firedrill.ingest.exchange;

import firedrill.ingest.account.AddressGenerator;
import firedrill.ingest.account.User;
import firedrill.ingest.customer.CustomerContext;
import firedrill.ingest.customer.CustomerParameters;
import firedrill.ingest.customer.Population;
import firedrill.ingest.customer.arrival.ArrivalProcess;
import firedrill.ingest.customer.behaviour.HistoryGenerator;
import firedrill.ingest.customer.reaction.ChurnModel;
import firedrill.ingest.customer.reaction.TheftReaction;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.fraud.FraudSimulator;
import firedrill.ingest.market.PricePath;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.scenario.Scenario;

/**
 * Discrete-event simulation of a crypto exchange. Emits events, outcomes and ground truth; applies decisions.
 *
 * <p>A function of settings, scenario, seed and answers: no clock, no threads. Different answers leave arrivals, intentions
 * and prices unchanged (common random numbers). Not thread-safe.
 */
public final class Exchange {

    private static final long SECOND_MILLIS = 1_000;
    private static final long MINUTE_MILLIS = 60_000;

    private final long startMillis;
    private final ExchangeListener listener;
    private final EventIdSequence ids;
    private final SimulationScheduler scheduler;
    private final PricePath prices;
    private final Population population;
    private final ExchangeGateway gateway;
    private final SettlementEngine settlement;
    private final ArrivalProcess arrivals;
    private final FraudSimulator fraudSimulator;
    private final HistoryGenerator historyGenerator;
    private final HistoryPublisher history;
    private long nextSecondMillis;
    private boolean isStarted;
    private boolean isStepping;
    private boolean isClosed;
    private long duplicateAnswers;
    private long unknownAnswers;

    /**
     * An exchange before its start.
     *
     * @param firstEventId id of the first event; above the ids of earlier runs with the same listener
     */
    public Exchange(ExchangeSettings base, Scenario scenario, long seed, long firstEventId, ExchangeListener listener) {
        ExchangeSettings settings = base.withParametersOf(scenario);
        this.listener = listener;
        startMillis = settings.startMillis();
        nextSecondMillis = startMillis;
        var randomSource = new RandomSource(seed);
        ids = new EventIdSequence(firstEventId);
        scheduler = new SimulationScheduler(startMillis);
        prices = new PricePath(
                settings.world().market(),
                settings.recordedMarket(),
                randomSource,
                scenario.priceShocks(),
                startMillis);
        CustomerParameters customers = settings.world().customer();
        history = new HistoryPublisher(settings.world().market().baselineSnapshot(), customers.deposits());
        var addresses = new AddressGenerator(customers.addresses(), randomSource);
        population = new Population(settings.users(), customers, addresses, randomSource, startMillis, prices);
        ExchangeParameters parameters = settings.world().exchange();
        var execution = new OrderExecution(population, prices, parameters);
        settlement = new SettlementEngine(scheduler, prices, listener, execution, randomSource, settings);
        gateway = new ExchangeGateway(
                scheduler, prices, ids, listener, execution, new ExecutionCostModel(parameters.book()), settlement);
        var context = CustomerContext.of(gateway, population, addresses, customers, randomSource);
        var churnModel = new ChurnModel(context);
        arrivals = new ArrivalProcess(context, churnModel);
        fraudSimulator = new FraudSimulator(
                settings.fraud(),
                settings.world().fraud(),
                context,
                new TheftReaction(context, churnModel),
                startMillis);
        historyGenerator = new HistoryGenerator(context, startMillis);
        fraudSimulator.scheduleInProgress(history::add);
    }

    /** Publishes the history before the start as settled events in time order; at most once, before any run. */
    public void publishHistory() {
        if (isStarted) {
            throw new IllegalStateException("history must be published first, at most once");
        }
        isStarted = true;
        for (User user : population.users()) {
            historyGenerator.generate(user, history::add);
        }
        history.publish(ids, listener);
    }

    /** Runs up to and including {@code timeMillis}. An earlier time changes nothing. */
    public void runUntil(long timeMillis) {
        if (isStepping) {
            throw new IllegalStateException("runUntil must not be called from an ExchangeListener");
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
            long nextTaskMillis = scheduler.nextTaskMillis();
            if (nextTaskMillis < nextSecondMillis && nextTaskMillis <= timeMillis) {
                scheduler.runNext();
            } else if (nextTaskMillis >= nextSecondMillis && nextSecondMillis <= timeMillis) {
                beginSecond(nextSecondMillis);
                nextSecondMillis += SECOND_MILLIS;
            } else {
                break;
            }
        }
        scheduler.advanceTo(timeMillis);
    }

    private void beginSecond(long secondMillis) {
        scheduler.advanceTo(secondMillis);
        MarketSnapshot market = prices.advanceTo(secondMillis);
        if (isClosed) {
            return;
        }
        if (secondMillis % MINUTE_MILLIS == 0) {
            fraudSimulator.generateArrivals(secondMillis);
        }
        arrivals.generateArrivals(secondMillis, market, prices.orderIntensity(), prices.liquidatedShareOfLastSecond());
    }

    /**
     * Closes the exchange to new requests: from now on nobody arrives, nobody tries again, and no attack begins. The market
     * and all that is pending go on: holds, reviews, recalls, reports, departures and word of mouth.
     */
    public void closeRequests() {
        isClosed = true;
        gateway.close();
    }

    /**
     * Applies an answer at {@code atMillis} or now, whichever is later. May be called from within {@link
     * ExchangeListener#onEvent}. An answer to an event that does not await one is counted and ignored.
     */
    public void apply(Answer answer, long atMillis) {
        catchUp(atMillis);
        if (settlement.apply(answer)) {
            return;
        }
        if (ids.isIssued(answer.eventId())) {
            duplicateAnswers++;
        } else {
            unknownAnswers++;
        }
    }

    /**
     * Applies the fail mode to an event without an answer in time: an order up to the position limit passes, any other
     * request keeps waiting. An event that does not await an answer is ignored.
     */
    public void applyFailMode(long eventId, long atMillis) {
        catchUp(atMillis);
        settlement.applyFailMode(eventId);
    }

    private void catchUp(long atMillis) {
        if (!isStepping && atMillis > scheduler.nowMillis()) {
            runUntil(atMillis);
        }
    }

    /** Simulated time reached, UTC milliseconds. */
    public long nowMillis() {
        return scheduler.nowMillis();
    }

    /** Start, simulated UTC milliseconds. */
    public long startMillis() {
        return startMillis;
    }

    /** Users and open requests. */
    public ExchangeStatus status() {
        return new ExchangeStatus(
                population.customerCount(),
                population.customerCount() - population.departedCount(),
                population.departedCount(),
                settlement.awaitingAnswerCount(),
                settlement.unsettledCount(),
                settlement.pendingReviewCount(),
                duplicateAnswers,
                unknownAnswers);
    }

    /** The users and their wallets, for tests of conservation. */
    Population population() {
        return population;
    }
}
