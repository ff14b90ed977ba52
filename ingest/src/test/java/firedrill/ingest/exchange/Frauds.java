package firedrill.ingest.exchange;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Truth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The frauds of a play, by typology. */
final class Frauds {

    /** Two quiet days of ten thousand users in which everything is allowed. */
    static final Frauds TWO_DAYS = new Frauds(Play.of("quiet", 10_000, 17, 48, Play.ALLOW_ALL));

    private final Map<Long, ExchangeEvent> events = new HashMap<>();
    private final Map<Long, Truth> truths = new HashMap<>();
    private final Play play;

    Frauds(Play play) {
        this.play = play;
        play.events.forEach(event -> events.put(event.id(), event));
        play.truths.forEach(truth -> truths.put(truth.eventId(), truth));
    }

    Play play() {
        return play;
    }

    Stream<Truth> truths(String typology) {
        return play.truths.stream().filter(truth -> truth.typology().equals(typology));
    }

    List<Withdrawal> withdrawals(String typology) {
        return of(typology, Withdrawal.class);
    }

    List<Order> orders(String typology) {
        return of(typology, Order.class);
    }

    private <E extends Decided> List<E> of(String typology, Class<E> kind) {
        return truths(typology)
                .map(truth -> events.get(truth.eventId()))
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    Truth truth(Decided event) {
        return truths.getOrDefault(event.id(), new Truth(event.id(), event.userId(), event.timeMillis(), "", 0));
    }

    boolean isFraud(ExchangeEvent event) {
        return truths.containsKey(event.id());
    }

    static <T> double share(List<T> all, Predicate<T> of) {
        return all.isEmpty() ? 0 : (double) all.stream().filter(of).count() / all.size();
    }
}
