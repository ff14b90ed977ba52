package firedrill.scoring.graph;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Login;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Who used what, and when, for as long as it is remembered: some {@value #MAX_LINKS} links, never twice as many, none for long
 * that was not used within {@link #RETENTION}.
 */
final class LinkStore {

    /** Some ten megabytes, and four in a savepoint; those used last stay. */
    static final int MAX_LINKS = 100_000;

    /** So many more are borne before they are weeded out, for that is more work than a look. */
    private static final int SLACK = MAX_LINKS / 4;

    static final Duration RETENTION = Duration.ofDays(30);

    /** What is too old is forgotten for so long at a time, because the rest is written anew then. */
    private static final long EVICTION_STEP_MILLIS = Duration.ofHours(6).toMillis();

    private static final int SAVED_WIDTH = 5;

    private LinkTable table = new LinkTable();

    /** Whether {@code event} ties its user to anything; orders and changes of credentials come from devices that a login told. */
    static boolean isLink(ExchangeEvent event) {
        return event instanceof Login
                || event instanceof Withdrawal
                || (event instanceof Deposit deposit && deposit.sourceId() != 0);
    }

    /** Notes what {@code event} ties its user to. */
    void add(ExchangeEvent event) {
        if (event instanceof Login) {
            add(event.userId(), LinkKind.DEVICE, event.deviceId(), event.timeMillis());
        } else if (event instanceof Withdrawal withdrawal) {
            add(event.userId(), LinkKind.DEVICE, event.deviceId(), event.timeMillis());
            add(event.userId(), LinkKind.ADDRESS, withdrawal.addressId(), event.timeMillis());
        } else if (event instanceof Deposit deposit && deposit.sourceId() != 0) {
            add(event.userId(), LinkKind.SOURCE, deposit.sourceId(), event.timeMillis());
        }
    }

    void add(long userId, LinkKind kind, long thingId, long timeMillis) {
        if (table.size() >= 2 * MAX_LINKS) {
            evict(timeMillis);
        }
        table.add(userId, kind, thingId, timeMillis, timeMillis);
    }

    /** Forgets what is too old, and what is too much once it is worth it. */
    void evictIfDue(long nowMillis) {
        if (table.size() > MAX_LINKS + SLACK) {
            evict(nowMillis);
        } else {
            table = table.usedAfter(evictionCutoff(nowMillis));
        }
    }

    /** Forgets what is too old, and what is too much. */
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

    /** The clusters, in the order of their smallest user; {@code confirmed} are known for fraud. */
    List<Cluster> clusters(Collection<Long> confirmed) {
        return ClusterBuilder.build(table, confirmed);
    }

    /** All links: {@code [user, kind, thing, first, last]} for each. */
    long[] save() {
        long[] saved = new long[SAVED_WIDTH * table.size()];
        for (int link = 0; link < table.size(); link++) {
            int at = SAVED_WIDTH * link;
            saved[at] = table.userId(link);
            saved[at + 1] = table.kind(link).ordinal();
            saved[at + 2] = table.entityId(link);
            saved[at + 3] = table.firstMillis(link);
            saved[at + 4] = table.lastMillis(link);
        }
        return saved;
    }

    void restore(long[] saved) {
        for (int at = 0; at < saved.length; at += SAVED_WIDTH) {
            table.add(
                    saved[at], LinkKind.fromOrdinal((int) saved[at + 1]), saved[at + 2], saved[at + 3], saved[at + 4]);
        }
    }
}
