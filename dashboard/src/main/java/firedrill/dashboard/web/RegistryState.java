package firedrill.dashboard.web;

import firedrill.dashboard.feed.RegistryBook;
import firedrill.dashboard.feed.VersionRow;
import firedrill.dashboard.ledger.ShadowBook;
import firedrill.scoring.decision.Signal.Refusal;
import java.util.List;

/**
 * The models of the scorer: which there are, who put each where it is, how those who watch would have done.
 *
 * @param versions in the order of their admission
 * @param shadows of this run, one line per challenger and model that decided
 * @param history newest first; only the first {@link #LINES} are kept
 * @param refusals newest first, likewise
 */
public record RegistryState(
        List<VersionRow> versions,
        List<ShadowBook.Figures> shadows,
        List<RegistryBook.Line> history,
        List<Refusal> refusals) {

    /** Lines that the page shows. */
    public static final int LINES = 20;

    /** Nothing is known of models. */
    public static final RegistryState EMPTY = new RegistryState(List.of(), List.of(), List.of(), List.of());

    public RegistryState {
        versions = List.copyOf(versions);
        shadows = List.copyOf(shadows);
        history = List.copyOf(history.subList(0, Math.min(LINES, history.size())));
        refusals = List.copyOf(refusals.subList(0, Math.min(LINES, refusals.size())));
    }
}
