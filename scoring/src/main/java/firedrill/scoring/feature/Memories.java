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
    private long[] ids = new long[AT_FIRST];
    private @Nullable Object[] states = new Object[AT_FIRST];
    private int size;

    /** Nobody yet; {@code stranger} makes the state of an entity never seen before. */
    Memories(Supplier<S> stranger) {
        this.stranger = stranger;
    }

    /**
     * What is remembered of an entity, from now on.
     *
     * @param id not 0, which marks a free place
     */
    @SuppressWarnings("unchecked") // Only states are ever put there.
    S of(long id) {
        int place = placeOf(id, ids);
        Object known = states[place];
        if (known != null) {
            return (S) known;
        }
        S state = stranger.get();
        ids[place] = id;
        states[place] = state;
        if (2 * ++size > ids.length) {
            grow();
        }
        return state;
    }

    private void grow() {
        long[] moreIds = new long[2 * ids.length];
        @Nullable Object[] moreStates = new Object[moreIds.length];
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] != 0) {
                int place = placeOf(ids[i], moreIds);
                moreIds[place] = ids[i];
                moreStates[place] = states[i];
            }
        }
        ids = moreIds;
        states = moreStates;
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
