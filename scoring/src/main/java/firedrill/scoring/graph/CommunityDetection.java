package firedrill.scoring.graph;

import java.util.Arrays;

/**
 * Who belongs with whom: users who share things that are no hubs, directly or through each other.
 *
 * <p>A group of more than {@value #MAX_CLUSTER_USERS} is a net, and not a ring: chains through the addresses of payment processors,
 * each shared by a few, tie strangers together. Within it hubs are judged more strictly, step by step ({@link HubThreshold}),
 * until it has fallen into parts no larger than that. How strict it was depends on who shares what alone, not on any order.
 */
final class CommunityDetection {

    /**
     * Larger than any ring of accounts in published patterns (5 to 10, AMLSim) and twice what published hunts for sybils
     * begin with (more than 20 addresses, Arbitrum). Assumed.
     */
    static final int MAX_CLUSTER_USERS = 50;

    private final LinkTable table;
    private final SharedEntityIndex sharedEntities;
    private final UnionFind communities;
    /** By user: how strictly the group is judged. */
    private final int[] steps;

    CommunityDetection(LinkTable table) {
        this.table = table;
        sharedEntities = new SharedEntityIndex(table);
        communities = new UnionFind(table.userCount());
        steps = new int[table.userCount()];
        int[] ties = sharedEntities.sharedLinks();
        unite(ties);
        int[] rest = linksOfOversized(ties);
        sharedEntities.weighByParties(rest);
        while (rest.length > 0) {
            tightenOversized(rest);
            unite(rest);
            rest = linksOfOversized(rest);
        }
    }

    private void unite(int[] ties) {
        for (int link : ties) {
            if (!isToHub(link)) {
                communities.union(sharedEntities.firstUser(link), table.userIndex(link));
            }
        }
    }

    /** Those of {@code ties} whose users are in nets. */
    private int[] linksOfOversized(int[] ties) {
        int[] sizes = sizes();
        int[] found = new int[ties.length];
        int count = 0;
        for (int link : ties) {
            if (sizes[communities.find(table.userIndex(link))] > MAX_CLUSTER_USERS) {
                found[count++] = link;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** By the number of who speaks for it: how many users a group has. */
    int[] sizes() {
        int[] sizes = new int[steps.length];
        for (int user = 0; user < sizes.length; user++) {
            sizes[communities.find(user)]++;
        }
        return sizes;
    }

    /** Parts all who are in nets, to be joined again by what is still no hub. */
    private void tightenOversized(int[] tiesOfNets) {
        boolean[] done = new boolean[steps.length];
        for (int link : tiesOfNets) {
            int user = table.userIndex(link);
            if (!done[user]) {
                done[user] = true;
                steps[user]++;
                communities.isolate(user);
            }
        }
    }

    /** Who speaks for the group of a user. */
    int communityOf(int user) {
        return communities.find(user);
    }

    /** Whether a link leads to what is a hub for the group of its user. */
    boolean isToHub(int link) {
        return sharedEntities.weight(link) > HubThreshold.maxSharers(table.kind(link), steps[table.userIndex(link)]);
    }

    SharedEntityIndex sharedEntities() {
        return sharedEntities;
    }
}
