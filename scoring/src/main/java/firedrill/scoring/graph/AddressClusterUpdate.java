package firedrill.scoring.graph;

/**
 * Update of one address's cluster, for the state of that address.
 *
 * @param effectiveFromMillis first event time at which features may reflect it
 * @param users size of the cluster; 0 if the address is in none any more
 * @param firstSharedMillis as of the cluster
 * @param exclusivity as of the cluster
 * @param confirmedShare as of the cluster
 */
public record AddressClusterUpdate(
        long addressId,
        long effectiveFromMillis,
        int users,
        long firstSharedMillis,
        double exclusivity,
        double confirmedShare) {

    /** The address is in no cluster. */
    static AddressClusterUpdate withoutCluster(long addressId, long effectiveFromMillis) {
        return new AddressClusterUpdate(addressId, effectiveFromMillis, 0, 0, 0, 0);
    }

    /** Placeholder after a restore: differs from every update, so the next run publishes again. */
    static AddressClusterUpdate unknown(long addressId) {
        return new AddressClusterUpdate(addressId, 0, -1, 0, 0, 0);
    }

    static AddressClusterUpdate of(long addressId, long effectiveFromMillis, Cluster cluster) {
        return new AddressClusterUpdate(
                addressId,
                effectiveFromMillis,
                cluster.users().size(),
                cluster.firstSharedMillis(),
                cluster.exclusivity(),
                cluster.confirmedShare());
    }

    boolean hasSameContent(AddressClusterUpdate other) {
        return equals(new AddressClusterUpdate(
                other.addressId,
                effectiveFromMillis,
                other.users,
                other.firstSharedMillis,
                other.exclusivity,
                other.confirmedShare));
    }
}
