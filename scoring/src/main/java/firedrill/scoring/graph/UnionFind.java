package firedrill.scoring.graph;

/** Union-find: which users belong together, by their numbers. The smallest number speaks for its group. */
final class UnionFind {

    private final int[] parents;

    /** Everybody alone. */
    UnionFind(int users) {
        parents = new int[users];
        for (int user = 0; user < users; user++) {
            parents[user] = user;
        }
    }

    /** Who speaks for the group of {@code user}. */
    int find(int user) {
        int at = user;
        while (parents[at] != at) {
            // Each on the way is told of the one after the next, so that the next way is short.
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    void union(int one, int other) {
        int first = find(one);
        int second = find(other);
        parents[Math.max(first, second)] = Math.min(first, second);
    }

    /** Leaves {@code user} alone; whoever parts one of a group must part all of it. */
    void isolate(int user) {
        parents[user] = user;
    }
}
