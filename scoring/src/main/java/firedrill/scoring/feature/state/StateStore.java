package firedrill.scoring.feature.state;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of all entities of one kind, by id: a hash table whose ids lie beside each other, because with many
 * entities the time goes into fetching memory.
 *
 * @param <S> what is remembered of one
 */
public final class StateStore<S> {

    /** Of a ring or a set before its first entry; shared, because most stay so. */
    public static final long[] EMPTY = {};

    private static final int INITIAL_CAPACITY = 1_024;

    private final Supplier<S> factory;
    private final ExpiryRule<S> expiryRule;
    private long[] ids = new long[INITIAL_CAPACITY];
    private @Nullable Object[] states = new Object[INITIAL_CAPACITY];
    private int size;

    /** Whether a state is to be taken for a stranger's. */
    private interface ExpiryRule<S> {
        boolean isExpired(S state, long nowMillis);
    }

    private StateStore(Supplier<S> stranger, ExpiryRule<S> oblivion) {
        this.factory = stranger;
        this.expiryRule = oblivion;
    }

    /** Nobody yet, and nobody is ever forgotten; {@code stranger} makes the state of an entity never seen before. */
    public static <S> StateStore<S> permanent(Supplier<S> stranger) {
        return new StateStore<>(stranger, (state, nowMillis) -> false);
    }

    /** Nobody yet; who fades is forgotten, and leaves room when room is needed. */
    public static <S extends Expiring> StateStore<S> expiring(Supplier<S> stranger) {
        return new StateStore<>(stranger, Expiring::isExpired);
    }

    /**
     * What is remembered of an entity, from now on.
     *
     * @param id not 0, which marks a free place
     */
    public S getOrCreate(long id, long nowMillis) {
        int place = slotOf(id, ids);
        S known = stateAt(place);
        if (known != null && !expiryRule.isExpired(known, nowMillis)) {
            return known;
        }
        S state = factory.get();
        ids[place] = id;
        states[place] = state;
        if (known == null && 2 * ++size > ids.length) {
            evictOrGrow(nowMillis);
        }
        return state;
    }

    /** What is remembered of an entity; null if it never was seen, or was forgotten and had to make room. */
    @Nullable public S find(long id) {
        return stateAt(slotOf(id, ids));
    }

    /** How many entities take up room. */
    public int size() {
        return size;
    }

    @SuppressWarnings("unchecked") // Only states are ever put there.
    private @Nullable S stateAt(int place) {
        return (S) states[place];
    }

    /** Whoever is forgotten goes; the table doubles unless it is then at most three eighths full. */
    private void evictOrGrow(long nowMillis) {
        int kept = 0;
        for (int place = 0; place < ids.length; place++) {
            if (isKept(stateAt(place), nowMillis)) {
                kept++;
            } else {
                states[place] = null;
            }
        }
        long[] before = ids;
        @Nullable Object[] statesBefore = states;
        ids = new long[8L * kept > 3L * before.length ? 2 * before.length : before.length];
        states = new Object[ids.length];
        size = kept;
        for (int from = 0; from < before.length; from++) {
            if (statesBefore[from] != null) {
                int place = slotOf(before[from], ids);
                ids[place] = before[from];
                states[place] = statesBefore[from];
            }
        }
    }

    private boolean isKept(@Nullable S state, long nowMillis) {
        return state != null && !expiryRule.isExpired(state, nowMillis);
    }

    private static int slotOf(long id, long[] table) {
        // The golden ratio of 64 bits: ids that follow each other spread over the table.
        int place = (int) ((id * 0x9E3779B97F4A7C15L) >>> 32) & (table.length - 1);
        while (table[place] != 0 && table[place] != id) {
            place = (place + 1) & (table.length - 1);
        }
        return place;
    }
}
