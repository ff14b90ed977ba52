package firedrill.scoring.graph;

import java.util.Arrays;

/**
 * Links between users and things. Each link, each user and each thing has a number, so that what is found out about them can
 * lie in arrays; a link that is seen again is found by the ids alone, for that is what nearly each event asks for. The table
 * only grows: to forget, make one {@link #usedAfter}.
 */
final class LinkTable {

    private static final int INITIAL_CAPACITY = 512;
    private static final int HALF = 32;

    /** All that is known of a link lies together: its user's id, its thing's, the numbers of both, first use and last. */
    private static final int WIDTH = 5;

    private static final int ENTITY = 1;
    private static final int INDICES = 2;
    private static final int FIRST = 3;
    private static final int LAST = 4;

    private final DenseIndex users = new DenseIndex();
    /** One for each kind; a thing's number is its number there, times the kinds, plus the kind. */
    private final DenseIndex[] entities = {new DenseIndex(), new DenseIndex(), new DenseIndex()};

    private long[] records = new long[INITIAL_CAPACITY * WIDTH];
    /** Each link's number, plus one, at a place that its ids lead to; 0 marks a free place. At most half are taken. */
    private int[] slots = new int[2 * INITIAL_CAPACITY];

    private int size;

    /** Notes that a user used a thing from {@code firstMillis} to {@code lastMillis}. */
    void add(long userId, LinkKind kind, long thingId, long firstMillis, long lastMillis) {
        int place = slotOf(userId, kind, thingId);
        if (slots[place] == 0) {
            insert(userId, kind, thingId, firstMillis, lastMillis);
            return;
        }
        int record = (slots[place] - 1) * WIDTH;
        records[record + FIRST] = Math.min(records[record + FIRST], firstMillis);
        records[record + LAST] = Math.max(records[record + LAST], lastMillis);
    }

    private void insert(long userId, LinkKind kind, long thingId, long firstMillis, long lastMillis) {
        if (2 * size == slots.length) {
            grow();
        }
        int thing = entities[kind.ordinal()].getOrAdd(thingId) * LinkKind.COUNT + kind.ordinal();
        slots[slotOf(userId, kind, thingId)] = size + 1;
        int record = size++ * WIDTH;
        records[record] = userId;
        records[record + ENTITY] = thingId;
        records[record + INDICES] = ((long) users.getOrAdd(userId) << HALF) | thing;
        records[record + FIRST] = firstMillis;
        records[record + LAST] = lastMillis;
    }

    private void grow() {
        records = Arrays.copyOf(records, 2 * records.length);
        slots = new int[2 * slots.length];
        for (int link = 0; link < size; link++) {
            slots[slotOf(userId(link), kind(link), entityId(link))] = link + 1;
        }
    }

    /** Where the number of a link stands, or would. */
    private int slotOf(long userId, LinkKind kind, long thingId) {
        int place = DenseIndex.spread(DenseIndex.spread(userId) ^ (thingId + kind.ordinal())) & (slots.length - 1);
        while (slots[place] != 0 && !matches(slots[place] - 1, userId, kind, thingId)) {
            place = (place + 1) & (slots.length - 1);
        }
        return place;
    }

    private boolean matches(int link, long userId, LinkKind kind, long thingId) {
        return userId(link) == userId && entityId(link) == thingId && kind(link) == kind;
    }

    /** The links that were used after {@code oldestMillis}; this very table if all were. */
    LinkTable usedAfter(long oldestMillis) {
        int link = 0;
        while (link < size && lastMillis(link) > oldestMillis) {
            link++;
        }
        return link == size ? this : copyAfter(oldestMillis);
    }

    private LinkTable copyAfter(long oldestMillis) {
        LinkTable kept = new LinkTable();
        for (int link = 0; link < size; link++) {
            if (lastMillis(link) > oldestMillis) {
                kept.insert(userId(link), kind(link), entityId(link), firstMillis(link), lastMillis(link));
            }
        }
        return kept;
    }

    /** How many links there are; their numbers are below. */
    int size() {
        return size;
    }

    /** The numbers of users are below this. */
    int userCount() {
        return users.size();
    }

    /** The numbers of things are below this; not each is taken. */
    int entityIndexBound() {
        int most = 0;
        for (DenseIndex each : entities) {
            most = Math.max(most, each.size());
        }
        return most * LinkKind.COUNT;
    }

    /** The number of a user, or {@link DenseIndex#ABSENT}. */
    int findUser(long userId) {
        return users.find(userId);
    }

    /** Whose link it is: the user's number. */
    int userIndex(int link) {
        return (int) (records[link * WIDTH + INDICES] >>> HALF);
    }

    /** Where it leads: the thing's number. */
    int entityIndex(int link) {
        return (int) records[link * WIDTH + INDICES];
    }

    LinkKind kind(int link) {
        return LinkKind.fromOrdinal(entityIndex(link) % LinkKind.COUNT);
    }

    long userId(int link) {
        return records[link * WIDTH];
    }

    long entityId(int link) {
        return records[link * WIDTH + ENTITY];
    }

    long firstMillis(int link) {
        return records[link * WIDTH + FIRST];
    }

    long lastMillis(int link) {
        return records[link * WIDTH + LAST];
    }

    /** The id of the user with a number. */
    long userIdAt(int user) {
        return users.keyAt(user);
    }
}
