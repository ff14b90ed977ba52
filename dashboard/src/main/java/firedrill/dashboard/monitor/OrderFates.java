package firedrill.dashboard.monitor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What became of orders, as their topics show; settles those of which the sender could not know.
 *
 * <p>An open order is settled when its record is read, or when the topics were read to an end that was looked up after its
 * validity ended: a record appended later would be void. Thread-safe: one thread reads the topics, others ask.
 */
public final class OrderFates {

    /** Time after the end of an order's validity for clocks that differ and for replicas that lag. */
    static final long MARGIN_MILLIS = 10_000;

    private static final int MAX_ORDERS = 10_000;

    private final Map<String, OrderFate> fates = new RecentEntries<>(MAX_ORDERS);
    /** Orders of unknown fate: id to end of validity. */
    private final Map<String, Long> open = new LinkedHashMap<>();

    /** What is known of an order. */
    public enum OrderFate {
        /** It may be on its topic, or come there while it is valid. */
        OPEN,
        /** It is on its topic, and was in time. */
        ON_TOPIC,
        /** It is on its topic, but came there after its validity ended, and counts nowhere. */
        VOID,
        /** It is not on its topic, and would be void if it came there. */
        NEVER_WRITTEN
    }

    /** Records that the record of an order was read. */
    public synchronized void recordRead(String orderId, boolean isVoid) {
        fates.put(orderId, isVoid ? OrderFate.VOID : OrderFate.ON_TOPIC);
        open.remove(orderId);
    }

    /** Begins to look for an order whose sender does not know whether it was written. */
    public synchronized void open(String orderId, long validUntilMillis) {
        if (fates.putIfAbsent(orderId, OrderFate.OPEN) == null) {
            open.put(orderId, validUntilMillis);
        }
    }

    /** Empty for an order of which nothing is known. */
    public synchronized Optional<OrderFate> fate(String orderId) {
        return Optional.ofNullable(fates.get(orderId));
    }

    /** Id of an order of unknown fate, if there is one. */
    public synchronized Optional<String> openOrder() {
        return open.keySet().stream().findFirst();
    }

    /** Whether an end of the topics that is looked up now would settle an order. */
    synchronized boolean isDue(long epochMillis) {
        return open.values().stream().anyMatch(validUntil -> isPast(validUntil, epochMillis));
    }

    /** Settles the orders that are missing, given that all records up to the ends of the topics at this time were read. */
    synchronized void settle(long epochMillis) {
        open.forEach((orderId, validUntil) -> {
            if (isPast(validUntil, epochMillis)) {
                fates.put(orderId, OrderFate.NEVER_WRITTEN);
            }
        });
        open.values().removeIf(validUntil -> isPast(validUntil, epochMillis));
    }

    private static boolean isPast(long validUntilMillis, long epochMillis) {
        return epochMillis > validUntilMillis + MARGIN_MILLIS;
    }
}
