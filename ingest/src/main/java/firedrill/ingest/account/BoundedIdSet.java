package firedrill.ingest.account;

import java.util.Arrays;

/** At most four ids in use, the first of which is the main one. A new id replaces the oldest of the others. */
public final class BoundedIdSet {

    private static final int MAX_IDS = 4;

    private final double mainShare;
    private long[] ids = new long[2];
    private int count;
    private int next = 1;

    /** An empty set; {@code mainShare}, in [0, 1), is the share of uses of the main id. */
    BoundedIdSet(double mainShare) {
        this.mainShare = mainShare;
    }

    /** Adds an id; a known id keeps its place. */
    public void add(long id) {
        if (contains(id)) {
            return;
        }
        if (count < MAX_IDS) {
            ids = count < ids.length ? ids : Arrays.copyOf(ids, MAX_IDS);
            ids[count++] = id;
            return;
        }
        ids[next] = id;
        next = next == MAX_IDS - 1 ? 1 : next + 1;
    }

    private boolean contains(long id) {
        for (int i = 0; i < count; i++) {
            if (ids[i] == id) {
                return true;
            }
        }
        return false;
    }

    /** The main id if {@code uniform}, in (0, 1), is below the main share; the rest is spread evenly over the others. */
    public long sample(double uniform) {
        double others = (uniform - mainShare) / (1 - mainShare);
        return others < 0 || count == 1 ? ids[0] : ids[1 + (int) (others * (count - 1))];
    }

    /** The id added first. */
    long main() {
        return ids[0];
    }

    long[] toArray() {
        return Arrays.copyOf(ids, count);
    }
}
