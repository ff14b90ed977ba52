package firedrill.dashboard.feed;

import firedrill.scoring.cluster.BlastRadius;
import firedrill.scoring.cluster.Cluster;
import org.jspecify.annotations.Nullable;

/**
 * One cluster as a list shows it.
 *
 * @param id its smallest user; stays as long as that user is in it
 * @param addresses that its users withdrew to and that are no hub
 * @param confirmed how many of its users are known for fraud
 * @param exclusivity as of the cluster
 * @param sinceMillis as of the cluster
 * @param heldUsd as of the blast radius: what its users' accounts are worth; null if it is known of none
 */
public record ClusterRow(
        long id,
        int users,
        int addresses,
        int confirmed,
        double confirmedShare,
        double exclusivity,
        long sinceMillis,
        @Nullable Double heldUsd) {

    static ClusterRow of(Cluster cluster, BlastRadius radius) {
        return new ClusterRow(
                cluster.users().get(0),
                cluster.users().size(),
                cluster.addresses().size(),
                cluster.confirmed().size(),
                cluster.confirmedShare(),
                cluster.exclusivity(),
                cluster.sinceMillis(),
                radius.heldUsd());
    }
}
