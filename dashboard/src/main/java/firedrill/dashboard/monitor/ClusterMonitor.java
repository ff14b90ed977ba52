package firedrill.dashboard.monitor;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.scoring.feature.state.Label;
import firedrill.scoring.graph.AccountSnapshots;
import firedrill.scoring.graph.BlastRadius;
import firedrill.scoring.graph.Cluster;
import firedrill.scoring.graph.ClusterDetector;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The clusters of a run as the scoring job computes them: the same code over the same topics. Thread-safe: the feed's
 * thread writes, others read.
 */
public final class ClusterMonitor {

    private static final int MAX_ROWS = 50;

    /** Orders clusters by balance times share of confirmed fraud, then by the share alone. */
    private static final Comparator<ClusterRow> BY_EXPOSURE = Comparator.comparingDouble(ClusterMonitor::exposureUsd)
            .thenComparingDouble(ClusterRow::confirmedShare)
            .thenComparingDouble(ClusterMonitor::balanceUsd)
            .reversed()
            .thenComparingLong(ClusterRow::id);

    private final ClusterDetector detector = new ClusterDetector();
    private final AccountSnapshots accounts = new AccountSnapshots();
    private long nowMillis;

    synchronized void recordEvent(ExchangeEvent event) {
        nowMillis = Math.max(nowMillis, event.timeMillis());
        detector.observe(event);
        accounts.observe(event);
    }

    synchronized void recordOutcome(Outcome outcome) {
        if (Label.fraudEventIdOf(outcome) != 0) {
            detector.confirmFraud(outcome.userId(), Label.effectiveFromMillis(outcome.timeMillis()));
        }
        accounts.applyOutcome(outcome);
    }

    /**
     * The first {@value #MAX_ROWS} clusters, by balance in dollars times share of users with confirmed fraud. A large
     * cluster without confirmed fraud comes after all others.
     */
    public synchronized List<ClusterRow> rows() {
        return detector.clusters().stream()
                .map(cluster -> ClusterRow.of(cluster, radius(cluster)))
                .sorted(BY_EXPOSURE)
                .limit(MAX_ROWS)
                .toList();
    }

    /** The cluster of which {@code id} is the smallest user, if there is one. */
    public synchronized Optional<ClusterDetail> detail(long id) {
        return detector.clusters().stream()
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

    private static double exposureUsd(ClusterRow row) {
        return row.confirmedShare() * balanceUsd(row);
    }

    /** Balance for the order; 0 if it is unknown. */
    private static double balanceUsd(ClusterRow row) {
        return row.balanceUsd() == null ? 0 : row.balanceUsd();
    }
}
