package firedrill.dashboard.feed;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.scoring.cluster.Accounts;
import firedrill.scoring.cluster.BlastRadius;
import firedrill.scoring.cluster.Cluster;
import firedrill.scoring.cluster.ClusterWatch;
import firedrill.scoring.feature.Label;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The clusters of a run as the scoring job finds them: the same code over the same topics. Told by the feed's thread, looked
 * at by others.
 */
public final class ClusterBook {

    private static final int SHOWN = 50;

    /** What a known share of thieves could still carry off, at a guess; then the share alone, where no balance is known. */
    private static final Comparator<ClusterRow> MOST_URGENT = Comparator.comparingDouble(ClusterBook::suspectUsd)
            .thenComparingDouble(ClusterRow::confirmedShare)
            .thenComparingDouble(ClusterBook::heldUsd)
            .reversed()
            .thenComparingLong(ClusterRow::id);

    private final ClusterWatch watch = new ClusterWatch();
    private final Accounts accounts = new Accounts();
    private long nowMillis;

    synchronized void event(ExchangeEvent event) {
        nowMillis = Math.max(nowMillis, event.timeMillis());
        watch.observe(event);
        accounts.observe(event);
    }

    synchronized void outcome(Outcome outcome) {
        if (Label.fraudulentEventOf(outcome) != 0) {
            watch.learn(outcome.userId(), Label.countsFromMillis(outcome.timeMillis()));
        }
        accounts.learn(outcome);
    }

    /**
     * The {@value #SHOWN} most urgent, the first first: those with the most dollars in accounts, times the share of users who
     * are known for fraud. A large cluster against which nothing is known comes after all others.
     */
    public synchronized List<ClusterRow> rows() {
        return watch.clusters().stream()
                .map(cluster -> ClusterRow.of(cluster, radius(cluster)))
                .sorted(MOST_URGENT)
                .limit(SHOWN)
                .toList();
    }

    /** The cluster of which {@code id} is the smallest user, if there is one. */
    public synchronized Optional<ClusterDetail> detail(long id) {
        return watch.clusters().stream()
                .filter(cluster -> cluster.users().get(0) == id)
                .findFirst()
                .map(this::detail);
    }

    private ClusterDetail detail(Cluster cluster) {
        BlastRadius radius = radius(cluster);
        return new ClusterDetail(ClusterRow.of(cluster, radius), cluster.users(), cluster.addresses(), radius);
    }

    private BlastRadius radius(Cluster cluster) {
        return BlastRadius.of(cluster, accounts, nowMillis);
    }

    private static double suspectUsd(ClusterRow row) {
        return row.confirmedShare() * heldUsd(row);
    }

    /** For the order alone: who is not known to hold anything comes last. */
    private static double heldUsd(ClusterRow row) {
        return row.heldUsd() == null ? 0 : row.heldUsd();
    }
}
