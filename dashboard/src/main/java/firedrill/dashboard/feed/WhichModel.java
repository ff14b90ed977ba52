package firedrill.dashboard.feed;

import firedrill.scoring.decision.CustomerReason;
import firedrill.scoring.decision.DecidedBy;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.Role;
import firedrill.scoring.decision.Roster.Deed;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which model had an event, as what, and who had put it there. What is not known is null.
 *
 * @param reasons for the operator, strongest first
 * @param toldCustomer for the customer, each once; empty if the event was allowed
 * @param name from the model's card; null if it was never announced
 * @param role as what it had the event
 * @param decidedBy whether it decided, or the rules did
 * @param controlVersion the last command that had been applied
 * @param putBy who put it into that role; null if nobody did, because the scorer was started with it
 * @param putAtMillis simulated time
 * @param putVersion the command that did it
 * @param announcedBy who brought it into the registry
 */
public record WhichModel(
        long eventId,
        long timeMillis,
        String action,
        double probability,
        List<String> reasons,
        List<String> toldCustomer,
        DecidedBy decidedBy,
        String model,
        @Nullable String name,
        Role role,
        String featureSetHash,
        String ruleSetHash,
        String policyHash,
        long controlVersion,
        @Nullable String putBy,
        @Nullable String putWhy,
        @Nullable Long putAtMillis,
        @Nullable Long putVersion,
        @Nullable String announcedBy,
        @Nullable String sha256) {

    public WhichModel {
        reasons = List.copyOf(reasons);
        toldCustomer = List.copyOf(toldCustomer);
    }

    static WhichModel of(Decision decision, Optional<Deed> put, Optional<RegistryBook.Announced> announced) {
        return new WhichModel(
                decision.eventId(),
                decision.timeMillis(),
                decision.action().name(),
                decision.probability(),
                decision.reasons(),
                CustomerReason.texts(decision),
                decision.decidedBy(),
                decision.versions().modelHash(),
                announced.map(RegistryBook.Announced::name).orElse(null),
                decision.versions().role(),
                decision.versions().featureSetHash(),
                decision.versions().ruleSetHash(),
                decision.versions().policyHash(),
                decision.controlVersion(),
                put.map(Deed::by).orElse(null),
                put.map(Deed::why).orElse(null),
                put.map(Deed::timeMillis).orElse(null),
                put.map(Deed::version).orElse(null),
                announced.map(RegistryBook.Announced::by).orElse(null),
                announced.map(RegistryBook.Announced::sha256).orElse(null));
    }
}
