package firedrill.dashboard.web;

/**
 * Where the page's figures come from.
 *
 * <p>All three are called by the server's threads, {@link #state()} four times a second while somebody looks; they
 * answer from memory and never wait.
 */
public interface PageSource {

    PageState state();

    Health health();

    /** Prometheus text format. */
    String metrics();
}
