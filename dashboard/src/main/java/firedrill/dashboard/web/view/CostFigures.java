package firedrill.dashboard.web.view;

import firedrill.dashboard.ledger.Bill;
import org.jspecify.annotations.Nullable;

/**
 * Dollars since the start of the run.
 *
 * @param netCostUsd cost of the run: fraud, lifetime value and fees lost, penalties for laundering, and reviews
 * @param expectedNetCostUsd the same with expected departures in the place of drawn ones
 * @param fraudLossUsd fraudulent value released, net of recoveries
 * @param fraudPreventedUsd fraudulent value requested and not released, retries included
 * @param complianceCostUsd expected penalty for laundered money that was released
 * @param ltvLostUsd lifetime value of lost users
 * @param feeLossUsd fees of honest business that was stopped
 * @param opportunityLossUsd price changes against delayed honest users; not part of the net cost
 */
public record CostFigures(
        @Nullable Double netCostUsd,
        @Nullable Double expectedNetCostUsd,
        @Nullable Double fraudLossUsd,
        @Nullable Double fraudPreventedUsd,
        @Nullable Double complianceCostUsd,
        @Nullable Double ltvLostUsd,
        @Nullable Double feeLossUsd,
        @Nullable Double opportunityLossUsd) {

    static CostFigures of(Bill bill) {
        var costs = bill.costs();
        return new CostFigures(
                costs.netCostUsd(),
                costs.expectedNetCostUsd(),
                costs.fraudLossUsd(),
                costs.fraudPreventedUsd(),
                costs.complianceCostUsd(),
                costs.ltvLostUsd(),
                costs.feeLossUsd(),
                costs.opportunityLossUsd());
    }
}
