package firedrill.scoring.cluster;

/**
 * What the memory of one address is told of its cluster.
 *
 * @param countsFromMillis the first moment, in the time of events, at which it may be known
 * @param users 0 if the address belongs to no cluster any more
 * @param sinceMillis as of the cluster
 * @param exclusivity as of the cluster
 * @param confirmedShare as of the cluster
 */
public record AddressCluster(
        long addressId, long countsFromMillis, int users, long sinceMillis, double exclusivity, double confirmedShare) {

    /** Nobody's. */
    static AddressCluster none(long addressId, long countsFromMillis) {
        return new AddressCluster(addressId, countsFromMillis, 0, 0, 0, 0);
    }

    /** What says the same as nothing else. */
    static AddressCluster unheard(long addressId) {
        return new AddressCluster(addressId, 0, -1, 0, 0, 0);
    }

    static AddressCluster of(long addressId, long countsFromMillis, Cluster cluster) {
        return new AddressCluster(
                addressId,
                countsFromMillis,
                cluster.users().size(),
                cluster.sinceMillis(),
                cluster.exclusivity(),
                cluster.confirmedShare());
    }

    boolean saysTheSameAs(AddressCluster other) {
        return equals(new AddressCluster(
                other.addressId,
                countsFromMillis,
                other.users,
                other.sinceMillis,
                other.exclusivity,
                other.confirmedShare));
    }
}
