package firedrill.scoring.feature;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of all entities of one kind, by id: a hash table whose ids lie beside each other, because with many
 * entities the time goes into fetching memory.
 *
 * @param <S> what is remembered of one
 */
final class Memories<S> {

    /** Of a ring or a set before its first entry; shared, because most stay so. */
    static final long[] NONE = {};

    private static final int AT_FIRST = 1_024;

    private final Supplier<S> stranger;
    private final Oblivion<S> oblivion;
    private long[] ids = new long[AT_FIRST];
    private @Nullable Object[] states = new Object[AT_FIRST];
    private int size;

    /** Whether a state is to be taken for a stranger's. */
    private interface Oblivion<S> {
        boolean isForgotten(S state, long nowMillis);
    }

    private Memories(Supplier<S> stranger, Oblivion<S> oblivion) {
        this.stranger = stranger;
        this.oblivion = oblivion;
    }

    /** Nobody yet, and nobody is ever forgotten; {@code stranger} makes the state of an entity never seen before. */
    static <S> Memories<S> forEver(Supplier<S> stranger) {
        return new Memories<>(stranger, (state, nowMillis) -> false);
    }

    /** Nobody yet; who fades is forgotten, and leaves room when room is needed. */
    static <S extends Fading> Memories<S> fading(Supplier<S> stranger) {
        return new Memories<>(stranger, Fading::isForgotten);
    }

    /**
     * What is remembered of an entity, from now on.
     *
     * @param id not 0, which marks a free place
     */
    S of(long id, long nowMillis) {
        int place = placeOf(id, ids);
        S known = at(place);
        if (known != null && !oblivion.isForgotten(known, nowMillis)) {
            return known;
        }
        S state = stranger.get();
        ids[place] = id;
        states[place] = state;
        if (known == null && 2 * ++size > ids.length) {
            makeRoom(nowMillis);
        }
        return state;
    }

    /** What is remembered of an entity; null if it never was seen, or was forgotten and had to make room. */
    @Nullable S known(long id) {
        return at(placeOf(id, ids));
    }

    /** How many entities take up room. */
    int size() {
        return size;
    }

    @SuppressWarnings("unchecked") // Only states are ever put there.
    private @Nullable S at(int place) {
        return (S) states[place];
    }

    /** Whoever is forgotten goes; the table doubles unless it is then at most three eighths full. */
    private void makeRoom(long nowMillis) {
        int kept = 0;
        for (int place = 0; place < ids.length; place++) {
            if (isKept(at(place), nowMillis)) {
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
                int place = placeOf(before[from], ids);
                ids[place] = before[from];
                states[place] = statesBefore[from];
            }
        }
    }

    private boolean isKept(@Nullable S state, long nowMillis) {
        return state != null && !oblivion.isForgotten(state, nowMillis);
    }

    private static int placeOf(long id, long[] table) {
        // The golden ratio of 64 bits: ids that follow each other spread over the table.
        int place = (int) ((id * 0x9E3779B97F4A7C15L) >>> 32) & (table.length - 1);
        while (table[place] != 0 && table[place] != id) {
            place = (place + 1) & (table.length - 1);
        }
        return place;
    }
}
