package firedrill.dashboard.web.view;

import firedrill.dashboard.monitor.LiveRun.DecisionRecord;
import firedrill.ingest.event.Account.Jurisdiction;
import firedrill.ingest.event.Account.Tier;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.scoring.decision.CustomerReason;
import firedrill.scoring.decision.DecidedBy;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.registry.ModelRole;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of the decision table.
 *
 * @param asset coin of a withdrawal, pair of an order
 * @param probability fraud probability of the model in [0, 1], also if rules decided
 * @param holdMillis how long a hold lasts, simulated; 0 for every other action
 * @param reasons for the operator, strongest first
 * @param customerReasons for the customer, each once; empty if the event was allowed
 * @param model hash of the model that scored the event, also if rules decided
 * @param role role of that model
 * @param latencyMillis from the publication of the request to the read of the decision; null before it is known
 */
public record DecisionRow(
        long eventId,
        long timeMillis,
        long userId,
        Tier tier,
        Jurisdiction jurisdiction,
        RequestKind kind,
        String asset,
        double amountUsd,
        double probability,
        Action action,
        long holdMillis,
        List<String> reasons,
        List<String> customerReasons,
        DecidedBy decidedBy,
        String model,
        ModelRole role,
        @Nullable Double latencyMillis) {

    public DecisionRow {
        reasons = List.copyOf(reasons);
        customerReasons = List.copyOf(customerReasons);
    }

    /** Kind of request. */
    public enum RequestKind {
        BUY,
        SELL,
        WITHDRAWAL
    }

    /** The row of a decided event. */
    public static DecisionRow of(DecisionRecord decided) {
        return of(
                decided.event(),
                decided.decision(),
                decided.latencyMicros().map(micros -> micros / 1e3).orElse(null));
    }

    /** The row of {@code decision} on {@code event}. */
    public static DecisionRow of(DecisionRequest event, Decision decision, @Nullable Double latencyMillis) {
        return new DecisionRow(
                event.id(),
                event.timeMillis(),
                event.userId(),
                event.account().tier(),
                event.account().jurisdiction(),
                kind(event),
                asset(event),
                event.amountCents() / 100.0,
                decision.probability(),
                decision.action(),
                decision.answer().holdMillis(),
                decision.reasons(),
                CustomerReason.sentences(decision),
                decision.decidedBy(),
                decision.versions().modelHash(),
                decision.versions().role(),
                latencyMillis);
    }

    private static RequestKind kind(DecisionRequest event) {
        return event.match(DecisionRow::orderKind, withdrawal -> RequestKind.WITHDRAWAL);
    }

    private static RequestKind orderKind(Order order) {
        return switch (order.side()) {
            case BUY -> RequestKind.BUY;
            case SELL -> RequestKind.SELL;
        };
    }

    private static String asset(DecisionRequest event) {
        return event.match(Order::symbol, Withdrawal::asset);
    }
}
