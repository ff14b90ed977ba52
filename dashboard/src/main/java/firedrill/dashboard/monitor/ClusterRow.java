package firedrill.dashboard.monitor;

import firedrill.scoring.graph.BlastRadius;
import firedrill.scoring.graph.Cluster;
import org.jspecify.annotations.Nullable;

/**
 * One cluster as a list shows it.
 *
 * @param id its smallest user; stays as long as that user is in it
 * @param addresses that its users withdrew to and that are no hub
 * @param confirmedUsers how many of its users are known for fraud
 * @param exclusivity as of the cluster
 * @param sinceMillis as of the cluster
 * @param balanceUsd as of the blast radius: what its users' accounts are worth; null if it is known of none
 */
public record ClusterRow(
        long id,
        int users,
        int addresses,
        int confirmedUsers,
        double confirmedShare,
        double exclusivity,
        long sinceMillis,
        @Nullable Double balanceUsd) {

    static ClusterRow of(Cluster cluster, BlastRadius radius) {
        return new ClusterRow(
                cluster.users().get(0),
                cluster.users().size(),
                cluster.addresses().size(),
                cluster.confirmedUsers().size(),
                cluster.confirmedShare(),
                cluster.exclusivity(),
                cluster.firstSharedMillis(),
                radius.balanceUsd());
    }
}
