package firedrill.scoring.cluster;

import java.util.Arrays;

/**
 * Who belongs with whom: users who share things that are no hubs, directly or through each other.
 *
 * <p>A group of more than {@value #MOST_USERS} is a net, and not a ring: chains through the addresses of payment processors,
 * each shared by a few, tie strangers together. Within it hubs are judged more strictly, step by step ({@link Strictness}),
 * until it has fallen into parts no larger than that. How strict it was depends on who shares what alone, not on any order.
 */
final class Membership {

    /**
     * Larger than any ring of accounts in published patterns (5 to 10, AMLSim) and twice what published hunts for sybils
     * begin with (more than 20 addresses, Arbitrum). Assumed.
     */
    static final int MOST_USERS = 50;

    private final LinkTable table;
    private final Sharers sharers;
    private final Groups groups;
    /** By user: how strictly the group is judged. */
    private final int[] steps;

    Membership(LinkTable table) {
        this.table = table;
        sharers = new Sharers(table);
        groups = new Groups(table.users());
        steps = new int[table.users()];
        int[] ties = sharers.ties();
        join(ties);
        int[] rest = ofNets(ties);
        sharers.countParties(rest);
        while (rest.length > 0) {
            tighten(rest);
            join(rest);
            rest = ofNets(rest);
        }
    }

    private void join(int[] ties) {
        for (int link : ties) {
            if (!isToHub(link)) {
                groups.join(sharers.firstUser(link), table.user(link));
            }
        }
    }

    /** Those of {@code ties} whose users are in nets. */
    private int[] ofNets(int[] ties) {
        int[] sizes = sizes();
        int[] found = new int[ties.length];
        int count = 0;
        for (int link : ties) {
            if (sizes[groups.of(table.user(link))] > MOST_USERS) {
                found[count++] = link;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** By the number of who speaks for it: how many users a group has. */
    int[] sizes() {
        int[] sizes = new int[steps.length];
        for (int user = 0; user < sizes.length; user++) {
            sizes[groups.of(user)]++;
        }
        return sizes;
    }

    /** Parts all who are in nets, to be joined again by what is still no hub. */
    private void tighten(int[] tiesOfNets) {
        boolean[] done = new boolean[steps.length];
        for (int link : tiesOfNets) {
            int user = table.user(link);
            if (!done[user]) {
                done[user] = true;
                steps[user]++;
                groups.part(user);
            }
        }
    }

    /** Who speaks for the group of a user. */
    int of(int user) {
        return groups.of(user);
    }

    /** Whether a link leads to what is a hub for the group of its user. */
    boolean isToHub(int link) {
        return sharers.weight(link) > Strictness.most(table.kind(link), steps[table.user(link)]);
    }

    Sharers sharers() {
        return sharers;
    }
}
