package firedrill.dashboard.monitor;

import firedrill.scoring.graph.BlastRadius;
import java.util.List;

/** One cluster, who is in it, and what a freeze of all of them would touch. */
public record ClusterDetail(ClusterRow cluster, List<Long> userIds, List<Long> addressIds, BlastRadius blastRadius) {

    public ClusterDetail {
        userIds = List.copyOf(userIds);
        addressIds = List.copyOf(addressIds);
    }
}
