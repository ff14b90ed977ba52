package firedrill.scoring.feature;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Outcome;
import firedrill.scoring.feature.NaiveFeatures.Range;
import firedrill.scoring.feature.state.Label;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * The shares of confirmed fraud by their definitions: keeps everything and counts again each time.
 *
 * <p>An event's source is that of the user's last deposit, which only the order of telling knows, so it is noted then.
 */
final class NaiveRisk {

    static final long BATCH = 5 * 60_000;
    private static final long HOUR = 3_600_000;

    private final List<ExchangeEvent> past = new ArrayList<>();
    private final Map<Long, Long> sourceOf = new HashMap<>();
    private final Map<Long, Long> lastSource = new HashMap<>();
    /** By event, the first report of it, unless the event was no longer among its user's last sixteen by then. */
    private final Map<Long, Long> reported = new HashMap<>();

    void learn(Outcome outcome) {
        long eventId = Label.fraudEventIdOf(outcome);
        List<ExchangeEvent> own = past.stream()
                .filter(event -> event.userId() == outcome.userId())
                .filter(NaiveRisk::canBeFraud)
                .toList();
        boolean isForgotten =
                own.subList(0, Math.max(0, own.size() - 16)).stream().anyMatch(event -> event.id() == eventId);
        if (!isForgotten) {
            reported.putIfAbsent(eventId, outcome.timeMillis());
        }
    }

    void observe(ExchangeEvent event, Map<Feature, Range> expected) {
        if (event instanceof Deposit deposit) {
            lastSource.put(event.userId(), deposit.sourceId());
        }
        sourceOf.put(event.id(), canBeFraud(event) ? lastSource.getOrDefault(event.userId(), 0L) : 0L);
        expected.put(Feature.USER_CONFIRMED_SHARE, share(event, ExchangeEvent::userId, e -> true, Long.MAX_VALUE));
        if (event.deviceId() != 0) {
            put(expected, Feature.DEVICE_CONFIRMED_SHARE, share(event, ExchangeEvent::deviceId, NaiveRisk::leaves));
        }
        if (!(event instanceof ExchangeEvent.Order) && NaiveUserFeatures.network(event) != 0) {
            put(
                    expected,
                    Feature.NETWORK_CONFIRMED_SHARE,
                    share(
                            event,
                            e -> e instanceof ExchangeEvent.Order ? 0 : NaiveUserFeatures.network(e),
                            NaiveRisk::leaves));
        }
        if (sourceOf.get(event.id()) != 0) {
            put(expected, Feature.SOURCE_CONFIRMED_SHARE, share(event, e -> sourceOf.get(e.id()), e -> true));
        }
        if (event instanceof Withdrawal) {
            put(expected, Feature.ADDRESS_CONFIRMED_SHARE, share(event, NaiveRisk::address, NaiveRisk::leaves));
        }
        past.add(event);
    }

    private static void put(Map<Feature, Range> expected, Feature feature, Range share) {
        expected.put(feature, share);
    }

    private Range share(ExchangeEvent event, ToLongFunction<ExchangeEvent> entity, Predicate<ExchangeEvent> goes) {
        return share(event, entity, goes, NaiveFeatures.MONTH);
    }

    /**
     * Of what went through the same as {@code event}, fading by half in seven days of whole hours.
     *
     * @param remembered how long silence may last, and a label be on its way
     */
    private Range share(
            ExchangeEvent event, ToLongFunction<ExchangeEvent> entity, Predicate<ExchangeEvent> goes, long remembered) {
        List<ExchangeEvent> all = past.stream()
                .filter(e -> entity.applyAsLong(e) == entity.applyAsLong(event))
                .toList();
        List<ExchangeEvent> same = remembered == NaiveFeatures.MONTH ? NaiveFeatures.remembered(all, event) : all;
        long now = NaiveFeatures.clock(same, event);
        double seen = 0;
        double known = 0;
        for (ExchangeEvent earlier : same) {
            if (canBeFraud(earlier) && goes.test(earlier)) {
                double left =
                        Math.pow(2, -(Math.floorDiv(now, HOUR) - Math.floorDiv(earlier.timeMillis(), HOUR)) / 168.0);
                seen += left;
                Long arrived = reported.get(earlier.id());
                known += arrived != null && isKnown(earlier, arrived, now, remembered) ? left : 0;
            }
        }
        double share = known / (1 + seen);
        return new Range(share * (1 - 1e-5), share * (1 + 1e-5));
    }

    private static boolean isKnown(ExchangeEvent earlier, long arrivedMillis, long now, long remembered) {
        long counts = (Math.floorDiv(arrivedMillis, BATCH) + 2) * BATCH;
        return now >= counts && counts - earlier.timeMillis() <= remembered;
    }

    private static boolean canBeFraud(ExchangeEvent event) {
        return event instanceof Withdrawal || event instanceof Deposit;
    }

    private static boolean leaves(ExchangeEvent event) {
        return event instanceof Withdrawal;
    }

    private static long address(ExchangeEvent event) {
        return event instanceof Withdrawal withdrawal ? withdrawal.addressId() : 0;
    }
}
