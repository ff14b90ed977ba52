package firedrill.scoring.graph;

import java.util.Arrays;

/**
 * Connected components of users over shared entities that are no hubs.
 *
 * <p>A component of more than {@value #MAX_CLUSTER_USERS} users is oversized: chains through the addresses of payment
 * processors, each shared by a few, link strangers. Its hub threshold is lowered step by step ({@link HubThreshold})
 * until its parts are small enough. The result depends on the links alone and not on their order.
 */
final class CommunityDetection {

    /**
     * Assumed: larger than any ring of accounts in published patterns (5 to 10, AMLSim), and twice the size from which
     * sybil clusters were reported (more than 20 addresses, Arbitrum).
     */
    static final int MAX_CLUSTER_USERS = 50;

    private final LinkTable table;
    private final SharedEntityIndex sharedEntities;
    private final UnionFind communities;
    /** Tightening step by user. */
    private final int[] steps;

    CommunityDetection(LinkTable table) {
        this.table = table;
        sharedEntities = new SharedEntityIndex(table);
        communities = new UnionFind(table.userCount());
        steps = new int[table.userCount()];
        int[] links = sharedEntities.sharedLinks();
        unite(links);
        int[] rest = linksOfOversized(links);
        sharedEntities.weighByParties(rest);
        while (rest.length > 0) {
            tightenOversized(rest);
            unite(rest);
            rest = linksOfOversized(rest);
        }
    }

    private void unite(int[] links) {
        for (int link : links) {
            if (!isToHub(link)) {
                communities.union(sharedEntities.firstUser(link), table.userIndex(link));
            }
        }
    }

    /** Those of {@code links} whose users are in oversized communities. */
    private int[] linksOfOversized(int[] links) {
        int[] sizes = sizes();
        int[] found = new int[links.length];
        int count = 0;
        for (int link : links) {
            if (sizes[communities.find(table.userIndex(link))] > MAX_CLUSTER_USERS) {
                found[count++] = link;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** Number of users by the representative of the community. */
    int[] sizes() {
        int[] sizes = new int[steps.length];
        for (int user = 0; user < sizes.length; user++) {
            sizes[communities.find(user)]++;
        }
        return sizes;
    }

    /**
     * Isolates the users of oversized communities and raises their step, to be united again by what is still no hub.
     */
    private void tightenOversized(int[] links) {
        boolean[] done = new boolean[steps.length];
        for (int link : links) {
            int user = table.userIndex(link);
            if (!done[user]) {
                done[user] = true;
                steps[user]++;
                communities.isolate(user);
            }
        }
    }

    /** Representative of the user's community. */
    int communityOf(int user) {
        return communities.find(user);
    }

    /** Whether a link leads to a hub, at the step of its user. */
    boolean isToHub(int link) {
        return sharedEntities.weight(link) > HubThreshold.maxSharers(table.kind(link), steps[table.userIndex(link)]);
    }

    SharedEntityIndex sharedEntities() {
        return sharedEntities;
    }
}
