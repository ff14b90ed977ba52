package firedrill.dashboard.web.view;

import firedrill.dashboard.ledger.ShadowComparison;
import firedrill.dashboard.monitor.RegistryHistory;
import firedrill.dashboard.monitor.VersionRow;
import firedrill.scoring.decision.Signal.Refusal;
import java.util.List;

/**
 * The models of the scorer: which there are, who put each where it is, how those who watch would have done.
 *
 * @param versions in the order of their admission
 * @param shadows of this run, one line per challenger and model that decided
 * @param orders newest first; only the first {@link #MAX_ORDERS} are kept
 * @param refusals newest first, likewise
 */
public record RegistryState(
        List<VersionRow> versions,
        List<ShadowComparison.ShadowAgreement> shadows,
        List<RegistryHistory.RegistryOrder> orders,
        List<Refusal> refusals) {

    /** Lines that the page shows. */
    public static final int MAX_ORDERS = 20;

    /** Nothing is known of models. */
    public static final RegistryState EMPTY = new RegistryState(List.of(), List.of(), List.of(), List.of());

    public RegistryState {
        versions = List.copyOf(versions);
        shadows = List.copyOf(shadows);
        orders = List.copyOf(orders.subList(0, Math.min(MAX_ORDERS, orders.size())));
        refusals = List.copyOf(refusals.subList(0, Math.min(MAX_ORDERS, refusals.size())));
    }
}
