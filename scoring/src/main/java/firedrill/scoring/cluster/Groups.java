package firedrill.scoring.cluster;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Union-find: which users belong together. The smallest id speaks for its group, so that order leaves no trace. */
final class Groups {

    private final Map<Long, Long> parents = new HashMap<>();
    /** Who speaks for others. */
    private final Set<Long> heads = new HashSet<>();

    /** Whether nobody was ever joined with {@code user}. */
    boolean isAlone(long user) {
        return !parents.containsKey(user) && !heads.contains(user);
    }

    /** Who speaks for the group of {@code user}. */
    long of(long user) {
        long root = user;
        for (Long above = parents.get(root); above != null; above = parents.get(root)) {
            root = above;
        }
        // Everybody on the way is told, so that the next way is short.
        for (long at = user; at != root; ) {
            Long above = parents.put(at, root);
            at = above == null ? root : above;
        }
        return root;
    }

    void join(long one, long other) {
        long first = of(one);
        long second = of(other);
        if (first != second) {
            parents.put(Math.max(first, second), Math.min(first, second));
            heads.add(Math.min(first, second));
        }
    }
}
