package firedrill.dashboard.monitor;

import firedrill.scoring.graph.BlastRadius;
import java.util.List;

/** One cluster with its members and the blast radius of a freeze. */
public record ClusterDetail(ClusterRow cluster, List<Long> userIds, List<Long> addressIds, BlastRadius blastRadius) {

    public ClusterDetail {
        userIds = List.copyOf(userIds);
        addressIds = List.copyOf(addressIds);
    }
}
