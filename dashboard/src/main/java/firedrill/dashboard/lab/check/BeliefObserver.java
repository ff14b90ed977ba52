package firedrill.dashboard.lab.check;

import firedrill.dashboard.lab.RunObserver;
import firedrill.dashboard.lab.check.BeliefTable.BeliefKey;
import firedrill.dashboard.lab.check.BeliefTable.BeliefSum;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.DecisionRequest;
import firedrill.ingest.event.DepartureRisk;
import firedrill.ingest.event.EventKind;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Outcome.Settlement;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import firedrill.ingest.event.OutcomeKinds;
import firedrill.ingest.event.Truth;
import firedrill.ingest.exchange.ExchangeParameters.EconomicParameters;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.policy.Policy;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Believed and realised cost of the honest requests of a run that were not simply allowed.
 *
 * <p>The realised cost is the sum of hazard times lifetime value over all evaluations of leaving that the request caused,
 * those of people who were told included, and the fee of an order that was refused or given up.
 */
final class BeliefObserver implements RunObserver {

    private static final double CENTS = 100;

    private final Policy policy;
    private final EconomicParameters economics;
    private final long startMillis;
    private final MarketPhaseTracker phases = new MarketPhaseTracker();
    private final BeliefTable table = new BeliefTable();
    private final Set<Long> frauds = new HashSet<>();
    private final Map<Long, BeliefSum> sumByRequest = new HashMap<>();
    private final Set<Long> orders = new HashSet<>();

    /**
     * An observer of one run.
     *
     * @param policy the policy that decides
     * @param startMillis start of the run; events before it are history
     */
    BeliefObserver(Policy policy, EconomicParameters economics, long startMillis) {
        this.policy = policy;
        this.economics = economics;
        this.startMillis = startMillis;
    }

    BeliefTable table() {
        return table;
    }

    @Override
    public void onTruth(Truth truth) {
        frauds.add(truth.eventId());
    }

    @Override
    public void onEvent(ExchangeEvent event, @Nullable Decision decision) {
        if (event.timeMillis() < startMillis) {
            return;
        }
        MarketPhase market = phases.observe(event.market(), event.timeMillis());
        if (decision != null && decision.action() != Action.ALLOW && !frauds.contains(event.id())) {
            event.asRequest().ifPresent(request -> addRequest(market, request, decision));
        }
    }

    private void addRequest(MarketPhase market, DecisionRequest request, Decision decision) {
        BeliefSum sum = table.sum(
                new BeliefKey(market, request.kind(), request.account().tier(), decision.action()));
        sum.addRequest(policy.expectedLoss(request, decision.features().toArray())
                .friction()
                .billedUsd(decision.action()));
        sumByRequest.put(request.id(), sum);
        if (request.kind() == EventKind.ORDER) {
            orders.add(request.id());
        }
    }

    @Override
    public void onDepartureRisk(DepartureRisk risk) {
        addRealised(risk.causeEventId(), risk.expectedLossCents());
    }

    @Override
    public void onOutcome(Outcome outcome) {
        OutcomeKinds.settlement(outcome)
                .filter(settlement -> orders.contains(settlement.eventId()))
                .filter(BeliefObserver::isLost)
                .ifPresent(settlement ->
                        addRealised(settlement.eventId(), economics.orderFeeCents(settlement.amountCents())));
    }

    private static boolean isLost(Settlement settlement) {
        return settlement.disposition() == Disposition.REFUSED || settlement.disposition() == Disposition.ABANDONED;
    }

    private void addRealised(long eventId, long cents) {
        BeliefSum sum = sumByRequest.get(eventId);
        if (sum != null) {
            sum.addRealised(cents / CENTS);
        }
    }
}
