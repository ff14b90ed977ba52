package firedrill.scoring.cluster;

import java.util.Arrays;

/**
 * Who belongs with whom: users who share things that are no hubs, directly or through each other.
 *
 * <p>A group of more than {@value #MOST_USERS} is a net, and not a ring: chains through the addresses of payment processors,
 * each shared by a few, tie strangers together. Within it hubs are judged more strictly, step by step ({@link Strictness}),
 * until it has fallen into parts no larger than that. How strict it was depends on who shares what alone, not on any order.
 */
final class Company {

    /**
     * Larger than any ring of accounts in published patterns (5 to 10, AMLSim) and twice what published hunts for sybils
     * begin with (more than 20 addresses, Arbitrum). Assumed.
     */
    static final int MOST_USERS = 50;

    private final LinkTable table;
    /** By thing: how many users share it. */
    private final int[] sharers;
    /** By thing: one of its links, the first. */
    private final int[] firstLinks;
    /** By user: how strictly the group was judged. */
    private final int[] steps;

    private final Groups groups;

    Company(LinkTable table) {
        this.table = table;
        sharers = new int[table.things()];
        firstLinks = new int[table.things()];
        steps = new int[table.users()];
        groups = new Groups(table.users());
        count();
        int[] ties = ties();
        join(ties);
        for (int[] rest = ofNets(ties); rest.length > 0; rest = ofNets(rest)) {
            tighten(rest);
            join(rest);
        }
    }

    private void count() {
        for (int link = 0; link < table.size(); link++) {
            int thing = table.thing(link);
            if (sharers[thing]++ == 0) {
                firstLinks[thing] = link;
            }
        }
    }

    /** The links to what several share, and not very many. */
    private int[] ties() {
        int[] ties = new int[table.size()];
        int found = 0;
        for (int link = 0; link < table.size(); link++) {
            int users = sharers[table.thing(link)];
            if (users > 1 && users <= Strictness.HUB_USERS) {
                ties[found++] = link;
            }
        }
        return Arrays.copyOf(ties, found);
    }

    private void join(int[] ties) {
        for (int link : ties) {
            if (!isToHub(link)) {
                groups.join(table.user(firstLinks[table.thing(link)]), table.user(link));
            }
        }
    }

    /** Those of {@code ties} whose users are in groups that are too large. */
    private int[] ofNets(int[] ties) {
        int[] sizes = sizes();
        return Arrays.stream(ties)
                .filter(link -> sizes[groups.of(table.user(link))] > MOST_USERS)
                .toArray();
    }

    /** By the number of who speaks for it: how many users a group has. */
    int[] sizes() {
        int[] sizes = new int[table.users()];
        for (int user = 0; user < sizes.length; user++) {
            sizes[groups.of(user)]++;
        }
        return sizes;
    }

    /** Parts all who are in nets, to be joined again by what is still no hub. */
    private void tighten(int[] ties) {
        boolean[] done = new boolean[steps.length];
        for (int link : ties) {
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
        return sharers[table.thing(link)] > Strictness.most(table.kind(link), steps[table.user(link)]);
    }

    /** Whether somebody else uses it as well. */
    boolean isShared(int link) {
        return sharers[table.thing(link)] > 1;
    }

    /** Whether it is the first link of its thing: each thing has one. */
    boolean isFirstOfThing(int link) {
        return firstLinks[table.thing(link)] == link;
    }
}
