package firedrill.scoring.graph;

/**
 * Saved state of a {@link ClusterDetector}, in numbers alone. Names are part of the savepoint layout.
 *
 * @param links as {@link LinkStore} saves them
 * @param confirmed pairs of user and effective time
 * @param publishedAddresses addresses whose last update names a cluster
 * @param nextMillis earliest time of the next run
 * @param eventsSinceRun events with links since the last run
 */
@SuppressWarnings("ArrayRecordComponent") // A record, for Flink's serializer; never compared.
public record ClusterSnapshot(
        long[] links, long[] confirmed, long[] publishedAddresses, long nextMillis, long eventsSinceRun) {}
