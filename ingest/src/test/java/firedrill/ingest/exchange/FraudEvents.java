package firedrill.ingest.exchange;

import firedrill.ingest.event.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Truth;
import firedrill.ingest.fraud.FraudSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Fraudulent events of a run, by typology. */
final class FraudEvents {

    /** Three quiet days of 10,000 users in which every request is allowed. */
    static final FraudEvents THREE_DAYS =
            new FraudEvents(ExchangeRun.of("quiet", 10_000, 17, 72, ExchangeRun.ALLOW_ALL));

    /** A quiet day with five times as many attacks, for patterns of rare typologies. */
    static final FraudEvents DENSE_DAY = new FraudEvents(new ExchangeRun(
                    "quiet",
                    ExchangeSettings.DEFAULT.withFraud(FraudSettings.DEFAULT.withRateMultiplier(5)),
                    17,
                    ExchangeRun.ALLOW_ALL)
            .runUntilHour(24));

    private final Map<Long, ExchangeEvent> events = new HashMap<>();
    private final Map<Long, Truth> truths = new HashMap<>();
    private final ExchangeRun run;

    FraudEvents(ExchangeRun run) {
        this.run = run;
        run.events.forEach(event -> events.put(event.id(), event));
        run.truths.forEach(truth -> truths.put(truth.eventId(), truth));
    }

    ExchangeRun run() {
        return run;
    }

    Stream<Truth> truths(String typology) {
        return run.truths.stream().filter(truth -> truth.typology().equals(typology));
    }

    List<Withdrawal> withdrawals(String typology) {
        return decidedEvents(typology, Withdrawal.class);
    }

    List<Order> orders(String typology) {
        return decidedEvents(typology, Order.class);
    }

    private <E extends DecisionRequest> List<E> decidedEvents(String typology, Class<E> kind) {
        return truths(typology)
                .map(truth -> events.get(truth.eventId()))
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    Truth truth(DecisionRequest event) {
        return truths.getOrDefault(event.id(), new Truth(event.id(), event.userId(), event.timeMillis(), "", 0));
    }

    boolean isFraud(ExchangeEvent event) {
        return truths.containsKey(event.id());
    }

    static <T> double share(List<T> all, Predicate<T> condition) {
        return all.isEmpty() ? 0 : (double) all.stream().filter(condition).count() / all.size();
    }
}
