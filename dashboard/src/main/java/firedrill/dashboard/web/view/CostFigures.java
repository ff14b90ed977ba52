package firedrill.dashboard.web.view;

import firedrill.dashboard.ledger.Bill;
import org.jspecify.annotations.Nullable;

/**
 * Dollars since the start of the run.
 *
 * @param netCostUsd cost of the run: fraud, lifetime value and fees lost
 * @param fraudLossUsd fraudulent value released, net of recoveries
 * @param fraudPreventedUsd fraudulent value requested and not released
 * @param ltvLostUsd lifetime value of lost users
 * @param feeLossUsd fees of honest business that was stopped
 * @param opportunityLossUsd price changes against delayed honest users; not part of the net cost
 */
public record CostFigures(
        @Nullable Double netCostUsd,
        @Nullable Double fraudLossUsd,
        @Nullable Double fraudPreventedUsd,
        @Nullable Double ltvLostUsd,
        @Nullable Double feeLossUsd,
        @Nullable Double opportunityLossUsd) {

    static CostFigures of(Bill bill) {
        var costs = bill.costs();
        return new CostFigures(
                costs.netCostUsd(),
                costs.fraudLossUsd(),
                costs.fraudPreventedUsd(),
                costs.ltvLostUsd(),
                costs.feeLossUsd(),
                costs.opportunityLossUsd());
    }
}
