package firedrill.scoring.feature.state;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * States of all entities of one kind, by id: an open-addressing hash map with its ids in one array, for cache locality.
 *
 * @param <S> state of one entity
 */
public final class StateStore<S> {

    /** A ring or a set before its first entry; shared, because most stay empty. */
    public static final long[] EMPTY = {};

    private static final int INITIAL_CAPACITY = 1_024;

    private final Supplier<S> factory;
    private final ExpiryRule<S> expiryRule;
    private long[] ids = new long[INITIAL_CAPACITY];
    private @Nullable Object[] states = new Object[INITIAL_CAPACITY];
    private int size;

    private interface ExpiryRule<S> {
        boolean isExpired(S state, long nowMillis);
    }

    private StateStore(Supplier<S> factory, ExpiryRule<S> expiryRule) {
        this.factory = factory;
        this.expiryRule = expiryRule;
    }

    /** An empty store whose states never expire; {@code factory} makes the state of a new entity. */
    public static <S> StateStore<S> permanent(Supplier<S> factory) {
        return new StateStore<>(factory, (state, nowMillis) -> false);
    }

    /** An empty store that replaces expired states, and evicts them when it would grow. */
    public static <S extends Expiring> StateStore<S> expiring(Supplier<S> factory) {
        return new StateStore<>(factory, Expiring::isExpired);
    }

    /**
     * The state of an entity; a new one if there is none or it has expired.
     *
     * @param id not 0, which marks a free slot
     */
    public S getOrCreate(long id, long nowMillis) {
        int slot = slotOf(id, ids);
        S found = stateAt(slot);
        if (found != null && !expiryRule.isExpired(found, nowMillis)) {
            return found;
        }
        S state = factory.get();
        ids[slot] = id;
        states[slot] = state;
        if (found == null && 2 * ++size > ids.length) {
            evictOrGrow(nowMillis);
        }
        return state;
    }

    /** The state of an entity; null if it was never seen, or was evicted. */
    public @Nullable S find(long id) {
        return stateAt(slotOf(id, ids));
    }

    /** Number of states that are held, expired ones included. */
    public int size() {
        return size;
    }

    @SuppressWarnings("unchecked") // The array holds nothing else.
    private @Nullable S stateAt(int slot) {
        return (S) states[slot];
    }

    /** Evicts expired states; the table doubles unless it is at most three eighths full then. */
    private void evictOrGrow(long nowMillis) {
        int kept = 0;
        for (int slot = 0; slot < ids.length; slot++) {
            if (isKept(stateAt(slot), nowMillis)) {
                kept++;
            } else {
                states[slot] = null;
            }
        }
        long[] before = ids;
        @Nullable Object[] statesBefore = states;
        ids = new long[8L * kept > 3L * before.length ? 2 * before.length : before.length];
        states = new Object[ids.length];
        size = kept;
        for (int from = 0; from < before.length; from++) {
            if (statesBefore[from] != null) {
                int slot = slotOf(before[from], ids);
                ids[slot] = before[from];
                states[slot] = statesBefore[from];
            }
        }
    }

    private boolean isKept(@Nullable S state, long nowMillis) {
        return state != null && !expiryRule.isExpired(state, nowMillis);
    }

    private static int slotOf(long id, long[] table) {
        // Multiplication by the golden ratio of 64 bits spreads consecutive ids over the table.
        int slot = (int) ((id * 0x9E3779B97F4A7C15L) >>> 32) & (table.length - 1);
        while (table[slot] != 0 && table[slot] != id) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }
}
