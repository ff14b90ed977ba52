package firedrill.dashboard.bench;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.CredentialChange;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Login;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Truth;
import firedrill.ingest.exchange.Exchange;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.exchange.Tape;
import firedrill.ingest.incident.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Events of the simulated exchange, all of whose requests were allowed, played over and over with fresh ids.
 *
 * <p>Each round goes on in simulated time where the one before it ended, so windows slide as they do in a run.
 */
final class Recording {

    private static final int HOURS = 6;

    private final List<ExchangeEvent> events;
    private final long spanMillis;

    private Recording(List<ExchangeEvent> events, long spanMillis) {
        this.events = List.copyOf(events);
        this.spanMillis = spanMillis;
    }

    /** The first {@value #HOURS} hours of simulated time of a seed. */
    static Recording of(ExchangeSettings settings, Scenario scenario, long seed) {
        return of(settings, scenario, seed, HOURS);
    }

    /** The first {@code hours}. */
    static Recording of(ExchangeSettings settings, Scenario scenario, long seed, int hours) {
        var tape = new Allowing();
        var exchange = new Exchange(settings, scenario, seed, 1, tape);
        tape.exchange = Optional.of(exchange);
        long spanMillis = Duration.ofHours(hours).toMillis();
        exchange.runUntil(settings.startMillis() + spanMillis - 1);
        return new Recording(tape.events, spanMillis);
    }

    int size() {
        return events.size();
    }

    /** Share of the events that ask for a decision. */
    double askedShare() {
        return (double) events.stream().filter(ExchangeEvent::awaitsAnswer).count() / events.size();
    }

    /** The event number {@code n}, from 0; its id is {@code n + 1}. */
    ExchangeEvent at(long n) {
        long round = n / events.size();
        var event = events.get((int) (n % events.size()));
        return renewed(event, n + 1, event.timeMillis() + round * spanMillis);
    }

    private static ExchangeEvent renewed(ExchangeEvent event, long id, long timeMillis) {
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
                        deposit.funding(),
                        deposit.asset(),
                        deposit.sourceId(),
                        timeMillis + deposit.finalAtMillis() - deposit.timeMillis()),
                order -> renewed(order, id, timeMillis),
                out -> renewed(out, id, timeMillis));
    }

    private static Order renewed(Order order, long id, long timeMillis) {
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
                order.settled(),
                order.ticket());
    }

    private static Withdrawal renewed(Withdrawal out, long id, long timeMillis) {
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
                out.settled(),
                out.networkId(),
                out.secondFactor());
    }

    /** Keeps events and allows every request at once. */
    private static final class Allowing implements Tape {
        private final List<ExchangeEvent> events = new ArrayList<>();
        private Optional<Exchange> exchange = Optional.empty();

        @Override
        public void event(ExchangeEvent event) {
            events.add(event);
            if (event.awaitsAnswer()) {
                var answer = Answer.of(event.id(), Action.ALLOW);
                exchange.ifPresent(asking -> asking.take(answer, event.timeMillis()));
            }
        }

        @Override
        public void outcome(Outcome outcome) {
            // Nobody asks for it here.
        }

        @Override
        public void truth(Truth truth) {
            // Nobody asks for it here.
        }
    }
}
