package firedrill.scoring.graph;

import java.util.List;

/**
 * Users who share devices, addresses or funding sources, directly or through other users; hubs do not link.
 *
 * @param users two to {@value CommunityDetection#MAX_CLUSTER_USERS}, sorted
 * @param addresses that at least one of them withdrew to, hubs excluded, sorted
 * @param firstSharedMillis first use of a shared entity by any of them
 * @param exclusivity share of its users' links that do not lead to hubs, in (0, 1]
 * @param confirmedUsers those of its users with confirmed fraud, sorted
 */
public record Cluster(
        List<Long> users, List<Long> addresses, long firstSharedMillis, double exclusivity, List<Long> confirmedUsers) {

    public Cluster {
        users = List.copyOf(users);
        addresses = List.copyOf(addresses);
        confirmedUsers = List.copyOf(confirmedUsers);
    }

    /** Share of users with confirmed fraud, in [0, 1]. */
    public double confirmedShare() {
        return (double) confirmedUsers.size() / users.size();
    }
}
