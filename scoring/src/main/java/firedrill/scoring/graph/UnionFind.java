package firedrill.scoring.graph;

/** Union-find with path halving over user indices; the smallest index is the representative of its set. */
final class UnionFind {

    private final int[] parents;

    /** Singletons. */
    UnionFind(int users) {
        parents = new int[users];
        for (int user = 0; user < users; user++) {
            parents[user] = user;
        }
    }

    /** Representative of the set of {@code user}. */
    int find(int user) {
        int node = user;
        while (parents[node] != node) {
            // Path halving: each node on the path points to its grandparent.
            parents[node] = parents[parents[node]];
            node = parents[node];
        }
        return node;
    }

    void union(int left, int right) {
        int first = find(left);
        int second = find(right);
        parents[Math.max(first, second)] = Math.min(first, second);
    }

    /** Makes {@code user} a singleton; callers isolate all users of a set or none. */
    void isolate(int user) {
        parents[user] = user;
    }
}
