package firedrill.scoring.graph;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Links between users and entities with their first and last times: about {@value #MAX_LINKS} at most, never
 * twice as many. Links older than {@link #RETENTION} are evicted within hours.
 */
final class LinkStore {

    /** Some ten megabytes, and four in a savepoint; the least recently used are evicted. */
    static final int MAX_LINKS = 100_000;

    /** Excess that is tolerated before eviction, which costs more than a detection run. */
    private static final int SLACK = MAX_LINKS / 4;

    static final Duration RETENTION = Duration.ofDays(30);

    /** Granularity of expiry, because the remaining links are copied. */
    private static final long EVICTION_STEP_MILLIS = Duration.ofHours(6).toMillis();

    private static final int SAVED_WIDTH = 5;

    private LinkTable table = new LinkTable();

    /**
     * Whether {@code event} carries a link. Orders and credential changes do not: their device has been linked by a
     * login.
     */
    static boolean isLink(ExchangeEvent event) {
        return event.match(
                login -> true,
                credentialChange -> false,
                deposit -> deposit.sourceId() != 0,
                order -> false,
                withdrawal -> true);
    }

    /** Adds the links of {@code event}. */
    void add(ExchangeEvent event) {
        event.dispatch(
                this,
                LinkStore::addDevice,
                (links, credentialChange) -> {},
                LinkStore::addSource,
                (links, order) -> {},
                LinkStore::addDeviceAndAddress);
    }

    private void addDevice(ExchangeEvent event) {
        add(event.userId(), LinkKind.DEVICE, event.deviceId(), event.timeMillis());
    }

    private void addSource(Deposit deposit) {
        if (deposit.sourceId() != 0) {
            add(deposit.userId(), LinkKind.SOURCE, deposit.sourceId(), deposit.timeMillis());
        }
    }

    private void addDeviceAndAddress(Withdrawal withdrawal) {
        addDevice(withdrawal);
        add(withdrawal.userId(), LinkKind.ADDRESS, withdrawal.addressId(), withdrawal.timeMillis());
    }

    void add(long userId, LinkKind kind, long entityId, long timeMillis) {
        if (table.size() >= 2 * MAX_LINKS) {
            evict(timeMillis);
        }
        table.add(userId, kind, entityId, timeMillis, timeMillis);
    }

    /** Evicts expired links, and excess links once the slack is used up. */
    void evictIfDue(long nowMillis) {
        if (table.size() > MAX_LINKS + SLACK) {
            evict(nowMillis);
        } else {
            table = table.usedAfter(evictionCutoff(nowMillis));
        }
    }

    /** Evicts expired and excess links. */
    void evict(long nowMillis) {
        long oldest = evictionCutoff(nowMillis);
        if (table.size() > MAX_LINKS) {
            long[] last = IntStream.range(0, table.size())
                    .mapToLong(table::lastMillis)
                    .sorted()
                    .toArray();
            oldest = Math.max(oldest, last[last.length - MAX_LINKS] - 1);
        }
        table = table.usedAfter(oldest);
    }

    private static long evictionCutoff(long nowMillis) {
        return Math.floorDiv(nowMillis - RETENTION.toMillis(), EVICTION_STEP_MILLIS) * EVICTION_STEP_MILLIS;
    }

    int size() {
        return table.size();
    }

    boolean containsUser(long userId) {
        return table.findUser(userId) != DenseIndex.ABSENT;
    }

    /** The clusters, ordered by their smallest user; {@code confirmed} are the users with confirmed fraud. */
    List<Cluster> clusters(Collection<Long> confirmed) {
        return ClusterBuilder.build(table, confirmed);
    }

    /** All links: {@code [user, kind, entity, first, last]} for each. */
    long[] save() {
        long[] saved = new long[SAVED_WIDTH * table.size()];
        for (int link = 0; link < table.size(); link++) {
            int offset = SAVED_WIDTH * link;
            saved[offset] = table.userId(link);
            saved[offset + 1] = table.kind(link).ordinal();
            saved[offset + 2] = table.entityId(link);
            saved[offset + 3] = table.firstMillis(link);
            saved[offset + 4] = table.lastMillis(link);
        }
        return saved;
    }

    void restore(long[] saved) {
        for (int offset = 0; offset < saved.length; offset += SAVED_WIDTH) {
            table.add(
                    saved[offset],
                    LinkKind.fromOrdinal((int) saved[offset + 1]),
                    saved[offset + 2],
                    saved[offset + 3],
                    saved[offset + 4]);
        }
    }
}
