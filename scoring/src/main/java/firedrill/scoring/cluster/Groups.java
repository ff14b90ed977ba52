package firedrill.scoring.cluster;

/** Union-find: which users belong together, by their numbers. The smallest number speaks for its group. */
final class Groups {

    private final int[] above;

    /** Everybody alone. */
    Groups(int users) {
        above = new int[users];
        for (int user = 0; user < users; user++) {
            above[user] = user;
        }
    }

    /** Who speaks for the group of {@code user}. */
    int of(int user) {
        int at = user;
        while (above[at] != at) {
            // Each on the way is told of the one after the next, so that the next way is short.
            above[at] = above[above[at]];
            at = above[at];
        }
        return at;
    }

    void join(int one, int other) {
        int first = of(one);
        int second = of(other);
        above[Math.max(first, second)] = Math.min(first, second);
    }

    /** Leaves {@code user} alone; whoever parts one of a group must part all of it. */
    void part(int user) {
        above[user] = user;
    }
}
