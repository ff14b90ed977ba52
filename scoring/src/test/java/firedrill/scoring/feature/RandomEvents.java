package firedrill.scoring.feature;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Sequences of events of every kind, few entities, gaps of every size, some told late. */
final class RandomEvents {

    private static final long START = 1_700_000_000_000L;

    /** One event before it has an id and a time. */
    private record Draft(int kind, long userId, long deviceId, long addressId, long gapMillis, long cents) {}

    static Arbitrary<List<ExchangeEvent>> sequences(int most) {
        return Arbitraries.of(3, 25)
                .flatMap(users -> drafts(users).list().ofMaxSize(most))
                .map(RandomEvents::told);
    }

    private static Arbitrary<Draft> drafts(int users) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.longs().between(1, users),
                        Arbitraries.longs().between(1, 4),
                        Arbitraries.longs().between(1, 4),
                        gaps(),
                        Arbitraries.longs().between(1, 50_000_000_00L))
                .as(Draft::new);
    }

    private static Arbitrary<Long> gaps() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.longs().between(0, Duration.ofMinutes(5).toMillis())),
                Tuple.of(2, Arbitraries.longs().between(0, Duration.ofHours(2).toMillis())),
                Tuple.of(1, Arbitraries.longs().between(0, Duration.ofDays(2).toMillis())),
                Tuple.of(1, Arbitraries.longs().between(-Duration.ofHours(3).toMillis(), 0)),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                Duration.ofMinutes(1).toMillis(),
                                Duration.ofHours(1).toMillis(),
                                Duration.ofDays(1).toMillis(),
                                Duration.ofDays(7).toMillis())));
    }

    private static List<ExchangeEvent> told(List<Draft> drafts) {
        List<ExchangeEvent> events = new ArrayList<>();
        long timeMillis = START;
        for (Draft draft : drafts) {
            timeMillis += draft.gapMillis();
            events.add(event(events.size() + 1, timeMillis, draft));
        }
        return events;
    }

    private static ExchangeEvent event(long id, long timeMillis, Draft draft) {
        return switch (draft.kind()) {
            case 0 -> Events.login(id, draft.userId(), timeMillis, draft.deviceId());
            case 1 -> Events.credentialChange(id, draft.userId(), timeMillis, draft.deviceId());
            case 2 -> Events.deposit(id, draft.userId(), timeMillis, draft.cents());
            case 3 -> Events.order(id, draft.userId(), timeMillis, draft.deviceId(), Side.BUY, draft.cents());
            case 4 -> Events.order(id, draft.userId(), timeMillis, draft.deviceId(), Side.SELL, draft.cents());
            default ->
                Events.withdrawal(id, draft.userId(), timeMillis, draft.deviceId(), draft.addressId(), draft.cents());
        };
    }

    private RandomEvents() {}
}
