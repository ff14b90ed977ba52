package firedrill.scoring.job;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Outcome.FraudReport;
import firedrill.ingest.event.Truth;
import firedrill.ingest.exchange.Exchange;
import firedrill.ingest.exchange.ExchangeListener;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.scenario.ScenarioCatalogue;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** The first hour of a simulated exchange that lets everything through, history included. */
final class RecordedHour implements ExchangeListener {

    private static final Duration LENGTH = Duration.ofHours(1);
    /** Reports come from victims days later as a rule: an hour that shall have some must be given them. */
    private static final int REPORTED_ONE_IN = 2;

    private static final long MINUTE_MILLIS = 60_000;
    private static final int MINUTES_BEFORE = 15;
    /** Memories hold back some 40 minutes of labels, and a test tells all of them when the hour begins. */
    private static final int MINUTES_OF_REPORTS = 20;

    final List<ExchangeEvent> events = new ArrayList<>();
    final List<Outcome> outcomes = new ArrayList<>();
    /** How many of the events are history. */
    int historyEvents;

    private Optional<Exchange> exchange = Optional.empty();

    static RecordedHour of(int users, long seed) throws Exception {
        RecordedHour hour = new RecordedHour();
        Exchange exchange =
                new Exchange(ExchangeSettings.DEFAULT.withUsers(users), ScenarioCatalogue.load("quiet"), seed, 1, hour);
        hour.exchange = Optional.of(exchange);
        exchange.publishHistory();
        hour.historyEvents = hour.events.size();
        hour.report(exchange.startMillis(), seed);
        exchange.runUntil(exchange.startMillis() + LENGTH.toMillis());
        hour.outcomes.sort(Comparator.comparingLong(Outcome::timeMillis));
        return hour;
    }

    /** Reports of what happened before: some early enough for the run of cluster detection with which the hour begins. */
    private void report(long startMillis, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        events.stream()
                .filter(event -> event instanceof Withdrawal || event instanceof Deposit)
                .filter(event -> event.timeMillis() < startMillis - MINUTES_BEFORE * MINUTE_MILLIS)
                .filter(event -> event.id() % REPORTED_ONE_IN == 0)
                .forEach(event -> outcomes.add(new FraudReport(
                        event.userId(),
                        startMillis
                                + MINUTE_MILLIS
                                        * (random.nextBoolean()
                                                ? -MINUTES_BEFORE
                                                : random.nextInt(-MINUTES_BEFORE, MINUTES_OF_REPORTS)),
                        event.id())));
    }

    /** Everything, in the order in which it happened. */
    void replay(Consumer<ExchangeEvent> event, Consumer<Outcome> outcome) {
        Deque<Outcome> later = new ArrayDeque<>(outcomes);
        for (ExchangeEvent each : events) {
            while (!later.isEmpty() && later.peek().timeMillis() <= each.timeMillis()) {
                outcome.accept(later.remove());
            }
            event.accept(each);
        }
    }

    @Override
    public void onEvent(ExchangeEvent event) {
        events.add(event);
        if (event.requiresDecision()) {
            exchange.orElseThrow().apply(Answer.of(event.id(), Action.ALLOW), event.timeMillis());
        }
    }

    @Override
    public void onOutcome(Outcome outcome) {
        outcomes.add(outcome);
    }

    @Override
    public void onTruth(Truth truth) {}

    private RecordedHour() {}
}
