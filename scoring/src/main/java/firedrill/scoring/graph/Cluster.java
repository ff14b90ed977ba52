package firedrill.scoring.graph;

import java.util.List;

/**
 * Users who share devices, addresses or funding sources, directly or through each other; things that very many share tie
 * nobody together.
 *
 * @param users two to {@value CommunityDetection#MAX_CLUSTER_USERS}, sorted
 * @param addresses that at least one of them withdrew to and that are not shared by very many, sorted
 * @param firstSharedMillis when the first of them first used what they share
 * @param exclusivity of all that its users used, the share that is the cluster's own and not shared by very many, in (0, 1]
 * @param confirmedUsers those of its users who are known for fraud, sorted
 */
public record Cluster(
        List<Long> users, List<Long> addresses, long firstSharedMillis, double exclusivity, List<Long> confirmedUsers) {

    public Cluster {
        users = List.copyOf(users);
        addresses = List.copyOf(addresses);
        confirmedUsers = List.copyOf(confirmedUsers);
    }

    /** Of its users, in [0, 1]. */
    public double confirmedShare() {
        return (double) confirmedUsers.size() / users.size();
    }
}
