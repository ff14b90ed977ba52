package firedrill.scoring.graph;

/**
 * What the memory of one address is told of its cluster.
 *
 * @param effectiveFromMillis the first moment, in the time of events, at which it may be known
 * @param users 0 if the address belongs to no cluster any more
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

    /** Nobody's. */
    static AddressClusterUpdate withoutCluster(long addressId, long countsFromMillis) {
        return new AddressClusterUpdate(addressId, countsFromMillis, 0, 0, 0, 0);
    }

    /** What says the same as nothing else. */
    static AddressClusterUpdate unknown(long addressId) {
        return new AddressClusterUpdate(addressId, 0, -1, 0, 0, 0);
    }

    static AddressClusterUpdate of(long addressId, long countsFromMillis, Cluster cluster) {
        return new AddressClusterUpdate(
                addressId,
                countsFromMillis,
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
