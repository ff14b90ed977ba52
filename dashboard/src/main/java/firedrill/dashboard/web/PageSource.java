package firedrill.dashboard.web;

import firedrill.dashboard.health.RunHealth;
import firedrill.dashboard.monitor.ClusterDetail;
import firedrill.dashboard.monitor.ClusterRow;
import firedrill.dashboard.monitor.DecisionProvenance;
import firedrill.dashboard.web.view.PageState;
import firedrill.scoring.evaluation.card.ModelCardDocument;
import java.util.List;
import java.util.Optional;

/**
 * Source of the page's data.
 *
 * <p>The server's threads call all methods, {@link #state()} four times a second while a page is open; the methods
 * answer from memory without blocking.
 */
public interface PageSource {

    PageState state();

    RunHealth health();

    /** Provenance of a decision; empty if it is not among the most recent ones. */
    Optional<DecisionProvenance> provenance(long eventId);

    /** Clusters, by balance times share of confirmed fraud. */
    List<ClusterRow> clusters();

    /** A cluster with its blast radius; empty if none has the id. */
    Optional<ClusterDetail> cluster(long id);

    /** Metrics in the Prometheus text format. */
    String metrics();

    /** Model card of the champion. */
    ModelCardDocument card();
}
