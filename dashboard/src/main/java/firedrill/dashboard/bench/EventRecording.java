package firedrill.dashboard.bench;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.CredentialChange;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Login;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.exchange.AllowAllExchange;
import firedrill.ingest.exchange.ExchangeListener;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.scenario.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Events of the simulated exchange, all of whose requests were allowed, played over and over with fresh ids.
 *
 * <p>Each round goes on in simulated time where the one before it ended, so windows slide as they do in a run.
 */
final class EventRecording {

    private static final int HOURS = 6;

    private final List<ExchangeEvent> events;
    private final long spanMillis;

    private EventRecording(List<ExchangeEvent> events, long spanMillis) {
        this.events = List.copyOf(events);
        this.spanMillis = spanMillis;
    }

    /** The first {@value #HOURS} hours of simulated time of a seed. */
    static EventRecording of(ExchangeSettings settings, Scenario scenario, long seed) {
        return of(settings, scenario, seed, HOURS);
    }

    /** The first {@code hours}. */
    static EventRecording of(ExchangeSettings settings, Scenario scenario, long seed, int hours) {
        var events = new ArrayList<ExchangeEvent>();
        var exchange = AllowAllExchange.create(
                settings, scenario, seed, ExchangeListener.of(events::add, outcome -> {}, truth -> {}));
        long spanMillis = Duration.ofHours(hours).toMillis();
        exchange.runUntil(settings.startMillis() + spanMillis - 1);
        return new EventRecording(events, spanMillis);
    }

    int size() {
        return events.size();
    }

    /** Share of the events that ask for a decision. */
    double requestShare() {
        return (double) events.stream().filter(ExchangeEvent::requiresDecision).count() / events.size();
    }

    /** The event number {@code n}, from 0; its id is {@code n + 1}. */
    ExchangeEvent eventAt(long n) {
        long round = n / events.size();
        var event = events.get((int) (n % events.size()));
        return withIdAndTime(event, n + 1, event.timeMillis() + round * spanMillis);
    }

    private static ExchangeEvent withIdAndTime(ExchangeEvent event, long id, long timeMillis) {
        return event.match(
                login -> new Login(
                        id,
                        login.userId(),
                        timeMillis,
                        login.market(),
                        login.deviceId(),
                        login.networkId(),
                        login.factor()),
                change -> new CredentialChange(
                        id, change.userId(), timeMillis, change.market(), change.deviceId(), change.credential()),
                deposit -> new Deposit(
                        id,
                        deposit.userId(),
                        timeMillis,
                        deposit.market(),
                        deposit.amountCents(),
                        deposit.rail(),
                        deposit.asset(),
                        deposit.sourceId(),
                        timeMillis + deposit.finalAtMillis() - deposit.timeMillis()),
                order -> withIdAndTime(order, id, timeMillis),
                out -> withIdAndTime(out, id, timeMillis));
    }

    private static Order withIdAndTime(Order order, long id, long timeMillis) {
        return new Order(
                id,
                order.userId(),
                timeMillis,
                order.market(),
                order.account(),
                order.deviceId(),
                order.symbol(),
                order.side(),
                order.notionalCents(),
                order.holdingsCents(),
                order.isHistorical(),
                order.details());
    }

    private static Withdrawal withIdAndTime(Withdrawal out, long id, long timeMillis) {
        return new Withdrawal(
                id,
                out.userId(),
                timeMillis,
                out.market(),
                out.account(),
                out.deviceId(),
                out.addressId(),
                out.asset(),
                out.amountCents(),
                out.balanceCents(),
                out.isHistorical(),
                out.networkId(),
                out.hasSecondFactor());
    }
}
