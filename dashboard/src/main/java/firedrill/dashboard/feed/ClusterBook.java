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

    private static final Comparator<ClusterRow> MOST_SUSPICIOUS = Comparator.comparingInt(ClusterRow::confirmed)
            .thenComparingInt(ClusterRow::users)
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

    /** The {@value #SHOWN} with the most users known for fraud, and of those with as many the largest; the first first. */
    public synchronized List<ClusterRow> rows() {
        return watch.clusters().stream()
                .map(ClusterRow::of)
                .sorted(MOST_SUSPICIOUS)
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
        return new ClusterDetail(
                ClusterRow.of(cluster),
                cluster.users(),
                cluster.addresses(),
                BlastRadius.of(cluster, accounts, nowMillis));
    }
}
