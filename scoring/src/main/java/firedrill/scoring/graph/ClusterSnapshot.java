package firedrill.scoring.graph;

/**
 * A {@link ClusterDetector} as it is saved, in numbers alone.
 *
 * @param publishedAddresses the addresses that were told of a cluster
 * @param nextMillis when it may look again
 * @param eventsSinceRun events since it looked
 */
@SuppressWarnings("ArrayRecordComponent") // A record, for Flink's serializer; never compared.
public record ClusterSnapshot(
        long[] links, long[] confirmed, long[] publishedAddresses, long nextMillis, long eventsSinceRun) {}
