package firedrill.dashboard.web;

import firedrill.scoring.evaluation.CardDocument;

/**
 * Where the page's figures come from.
 *
 * <p>All are called by the server's threads, {@link #state()} four times a second while somebody looks; they
 * answer from memory and never wait.
 */
public interface PageSource {

    PageState state();

    Health health();

    /** Prometheus text format. */
    String metrics();

    /** What is known of the model that is the champion. */
    CardDocument card();
}
