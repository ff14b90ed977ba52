package firedrill.scoring.graph;

import java.util.Arrays;

/**
 * Links between users and entities. Links, users and entities have dense indices, so that data about them can be kept
 * in arrays. A known link is found by its ids alone, because nearly every event repeats one. The table only grows;
 * {@link #usedAfter} copies what remains.
 */
final class LinkTable {

    private static final int INITIAL_CAPACITY = 512;
    private static final int HALF = 32;

    /** One record per link, for cache locality: user id, entity id, both indices, first and last time. */
    private static final int WIDTH = 5;

    private static final int ENTITY = 1;
    private static final int INDICES = 2;
    private static final int FIRST = 3;
    private static final int LAST = 4;

    private final DenseIndex users = new DenseIndex();
    /** One per kind; an entity's index is its index there, times the number of kinds, plus the kind. */
    private final DenseIndex[] entities = {new DenseIndex(), new DenseIndex(), new DenseIndex()};

    private long[] records = new long[INITIAL_CAPACITY * WIDTH];
    /** Link index plus one, at the slot of its ids' hash; 0 marks a free slot. At most half are taken. */
    private int[] slots = new int[2 * INITIAL_CAPACITY];

    private int size;

    /** Adds or extends the use of an entity by a user, from {@code firstMillis} to {@code lastMillis}. */
    void add(long userId, LinkKind kind, long entityId, long firstMillis, long lastMillis) {
        int slot = slotOf(userId, kind, entityId);
        if (slots[slot] == 0) {
            insert(userId, kind, entityId, firstMillis, lastMillis);
            return;
        }
        int record = (slots[slot] - 1) * WIDTH;
        records[record + FIRST] = Math.min(records[record + FIRST], firstMillis);
        records[record + LAST] = Math.max(records[record + LAST], lastMillis);
    }

    private void insert(long userId, LinkKind kind, long entityId, long firstMillis, long lastMillis) {
        if (2 * size == slots.length) {
            grow();
        }
        int entity = entities[kind.ordinal()].getOrAdd(entityId) * LinkKind.COUNT + kind.ordinal();
        slots[slotOf(userId, kind, entityId)] = size + 1;
        int record = size++ * WIDTH;
        records[record] = userId;
        records[record + ENTITY] = entityId;
        records[record + INDICES] = ((long) users.getOrAdd(userId) << HALF) | entity;
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

    /** Slot of a link, or the free slot where it would go. */
    private int slotOf(long userId, LinkKind kind, long entityId) {
        int slot = DenseIndex.spread(DenseIndex.spread(userId) ^ (entityId + kind.ordinal())) & (slots.length - 1);
        while (slots[slot] != 0 && !matches(slots[slot] - 1, userId, kind, entityId)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private boolean matches(int link, long userId, LinkKind kind, long entityId) {
        return userId(link) == userId && entityId(link) == entityId && kind(link) == kind;
    }

    /** The links used after {@code oldestMillis}; this table itself if all were. */
    LinkTable usedAfter(long oldestMillis) {
        int link = 0;
        while (link < size && lastMillis(link) > oldestMillis) {
            link++;
        }
        return link == size ? this : copyAfter(oldestMillis);
    }

    private LinkTable copyAfter(long oldestMillis) {
        LinkTable copy = new LinkTable();
        for (int link = 0; link < size; link++) {
            if (lastMillis(link) > oldestMillis) {
                copy.insert(userId(link), kind(link), entityId(link), firstMillis(link), lastMillis(link));
            }
        }
        return copy;
    }

    /** Number of links; their indices are below it. */
    int size() {
        return size;
    }

    /** Number of users; their indices are below it. */
    int userCount() {
        return users.size();
    }

    /** Exclusive bound of entity indices; not all are taken. */
    int entityIndexBound() {
        int largest = 0;
        for (DenseIndex each : entities) {
            largest = Math.max(largest, each.size());
        }
        return largest * LinkKind.COUNT;
    }

    /** Index of a user, or {@link DenseIndex#ABSENT}. */
    int findUser(long userId) {
        return users.find(userId);
    }

    /** Index of the link's user. */
    int userIndex(int link) {
        return (int) (records[link * WIDTH + INDICES] >>> HALF);
    }

    /** Index of the link's entity. */
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

    /** Id of the user at an index. */
    long userIdAt(int user) {
        return users.keyAt(user);
    }
}
