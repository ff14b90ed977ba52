package firedrill.dashboard.web;

import firedrill.dashboard.feed.WhichModel;
import firedrill.scoring.evaluation.CardDocument;
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

    /** Prometheus text format. */
    String metrics();

    /** What is known of the model that is the champion. */
    CardDocument card();
}
