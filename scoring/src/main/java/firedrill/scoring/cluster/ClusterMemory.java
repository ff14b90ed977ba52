package firedrill.scoring.cluster;

/**
 * A {@link ClusterWatch} as it is saved, in numbers alone.
 *
 * @param told the addresses that were told of a cluster
 * @param nextMillis when it may look again
 * @param heard events since it looked
 */
@SuppressWarnings("ArrayRecordComponent") // A record, for Flink's serializer; never compared.
public record ClusterMemory(long[] links, long[] confirmed, long[] told, long nextMillis, long heard) {}
