package firedrill.dashboard.web.view;

import firedrill.dashboard.ledger.ShadowComparison;
import firedrill.dashboard.monitor.RegistryHistory;
import firedrill.dashboard.monitor.VersionRow;
import firedrill.scoring.decision.Signal.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The model registry: versions with their assignment, shadow comparisons, orders and refusals.
 *
 * @param versions in the order of their admission
 * @param shadows of this run, one row per challenger and deciding model
 * @param orders newest first; the first {@link #MAX_ORDERS} are kept
 * @param refusals newest first; the first {@link #MAX_ORDERS} are kept
 */
public record RegistryState(
        List<VersionRow> versions,
        List<ShadowComparison.ShadowAgreement> shadows,
        List<RegistryHistory.RegistryOrder> orders,
        List<Refusal> refusals) {

    /** Rows of the registry history. */
    public static final int MAX_ORDERS = 20;

    /** An empty registry. */
    public static final RegistryState EMPTY = new RegistryState(List.of(), List.of(), List.of(), List.of());

    public RegistryState {
        versions = List.copyOf(versions);
        shadows = List.copyOf(shadows);
        orders = PageState.firstOf(orders, MAX_ORDERS);
        refusals = PageState.firstOf(refusals, MAX_ORDERS);
    }

    static RegistryState of(RegistryHistory history, List<ShadowComparison.ShadowAgreement> shadows) {
        return new RegistryState(
                VersionRow.of(history), shadows, newestFirst(history.orders()), newestFirst(history.refusals()));
    }

    private static <T> List<T> newestFirst(List<T> oldestFirst) {
        var reversed = new ArrayList<>(oldestFirst);
        Collections.reverse(reversed);
        return reversed;
    }
}
