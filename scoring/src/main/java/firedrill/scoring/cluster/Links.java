package firedrill.scoring.cluster;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Login;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Who used what, and when, for as long as it is remembered: some {@value #MOST} links, never twice as many, none for long
 * that was not used within {@link #REMEMBERED}.
 */
final class Links {

    /** Some ten megabytes, and four in a savepoint; those used last stay. */
    static final int MOST = 100_000;

    /** So many more are borne before they are weeded out, for that is more work than a look. */
    private static final int SPARE = MOST / 4;

    static final Duration REMEMBERED = Duration.ofDays(30);

    /** What is too old is forgotten for so long at a time, because the rest is written anew then. */
    private static final long AT_A_TIME_MILLIS = Duration.ofHours(6).toMillis();

    private static final int SAVED = 5;

    private LinkTable table = new LinkTable();

    /** Whether {@code event} ties its user to anything; orders and changes of credentials come from devices that a login told. */
    static boolean isOf(ExchangeEvent event) {
        return event instanceof Login
                || event instanceof Withdrawal
                || (event instanceof Deposit deposit && deposit.sourceId() != 0);
    }

    /** Notes what {@code event} ties its user to. */
    void saw(ExchangeEvent event) {
        if (event instanceof Login) {
            saw(event.userId(), Kind.DEVICE, event.deviceId(), event.timeMillis());
        } else if (event instanceof Withdrawal withdrawal) {
            saw(event.userId(), Kind.DEVICE, event.deviceId(), event.timeMillis());
            saw(event.userId(), Kind.ADDRESS, withdrawal.addressId(), event.timeMillis());
        } else if (event instanceof Deposit deposit && deposit.sourceId() != 0) {
            saw(event.userId(), Kind.SOURCE, deposit.sourceId(), event.timeMillis());
        }
    }

    void saw(long userId, Kind kind, long thingId, long timeMillis) {
        if (table.size() >= 2 * MOST) {
            forget(timeMillis);
        }
        table.add(userId, kind, thingId, timeMillis, timeMillis);
    }

    /** Forgets what is too old, and what is too much once it is worth it. */
    void tidy(long nowMillis) {
        if (table.size() > MOST + SPARE) {
            forget(nowMillis);
        } else {
            table = table.without(oldest(nowMillis));
        }
    }

    /** Forgets what is too old, and what is too much. */
    void forget(long nowMillis) {
        long oldest = oldest(nowMillis);
        if (table.size() > MOST) {
            long[] last = IntStream.range(0, table.size())
                    .mapToLong(table::lastMillis)
                    .sorted()
                    .toArray();
            oldest = Math.max(oldest, last[last.length - MOST] - 1);
        }
        table = table.without(oldest);
    }

    private static long oldest(long nowMillis) {
        return Math.floorDiv(nowMillis - REMEMBERED.toMillis(), AT_A_TIME_MILLIS) * AT_A_TIME_MILLIS;
    }

    int size() {
        return table.size();
    }

    boolean knows(long userId) {
        return table.numberOf(userId) != Numbering.UNKNOWN;
    }

    /** The clusters, in the order of their smallest user; {@code confirmed} are known for fraud. */
    List<Cluster> clusters(Collection<Long> confirmed) {
        return ClusterMaker.clusters(table, confirmed);
    }

    /** All links: {@code [user, kind, thing, first, last]} for each. */
    long[] save() {
        long[] saved = new long[SAVED * table.size()];
        for (int link = 0; link < table.size(); link++) {
            int at = SAVED * link;
            saved[at] = table.userId(link);
            saved[at + 1] = table.kind(link).ordinal();
            saved[at + 2] = table.thingId(link);
            saved[at + 3] = table.firstMillis(link);
            saved[at + 4] = table.lastMillis(link);
        }
        return saved;
    }

    void restore(long[] saved) {
        for (int at = 0; at < saved.length; at += SAVED) {
            table.add(saved[at], Kind.at((int) saved[at + 1]), saved[at + 2], saved[at + 3], saved[at + 4]);
        }
    }
}
