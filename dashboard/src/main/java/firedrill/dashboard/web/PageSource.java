package firedrill.dashboard.web;

import firedrill.dashboard.monitor.ClusterDetail;
import firedrill.dashboard.monitor.ClusterRow;
import firedrill.dashboard.monitor.DecisionProvenance;
import firedrill.dashboard.monitor.RunHealth;
import firedrill.dashboard.web.view.PageState;
import firedrill.scoring.evaluation.card.ModelCardDocument;
import java.util.List;
import java.util.Optional;

/**
 * Where the page's figures come from.
 *
 * <p>All are called by the server's threads, {@link #state()} four times a second while somebody looks; they
 * answer from memory and never wait.
 */
public interface PageSource {

    PageState state();

    RunHealth health();

    /** Which model had an event, and who had put it there; empty if the decision is not among the last ones. */
    Optional<DecisionProvenance> provenance(long eventId);

    /** Users who belong together, most suspicious first. */
    List<ClusterRow> clusters();

    /** One of them, and what a freeze would touch; empty if there is none of that id any more. */
    Optional<ClusterDetail> cluster(long id);

    /** Prometheus text format. */
    String metrics();

    /** What is known of the model that is the champion. */
    ModelCardDocument card();
}
