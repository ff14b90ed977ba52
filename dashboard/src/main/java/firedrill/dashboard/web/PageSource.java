package firedrill.dashboard.web;

import firedrill.dashboard.feed.ClusterDetail;
import firedrill.dashboard.feed.ClusterRow;
import firedrill.dashboard.feed.WhichModel;
import firedrill.scoring.evaluation.CardDocument;
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

    Health health();

    /** Which model had an event, and who had put it there; empty if the decision is not among the last ones. */
    Optional<WhichModel> which(long eventId);

    /** Users who belong together, most suspicious first. */
    List<ClusterRow> clusters();

    /** One of them, and what a freeze would touch; empty if there is none of that id any more. */
    Optional<ClusterDetail> cluster(long id);

    /** Prometheus text format. */
    String metrics();

    /** What is known of the model that is the champion. */
    CardDocument card();
}
