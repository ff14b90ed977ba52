package firedrill.dashboard.monitor;

import firedrill.scoring.decision.CustomerReason;
import firedrill.scoring.decision.DecidedBy;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.registry.ModelRegistry.AuditEntry;
import firedrill.scoring.registry.ModelRole;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which model had an event, as what, and who had put it there. What is not known is null.
 *
 * @param reasons for the operator, strongest first
 * @param customerReasons for the customer, each once; empty if the event was allowed
 * @param name from the model's card; null if it was never announced
 * @param role as what it had the event
 * @param decidedBy whether it decided, or the rules did
 * @param controlVersion the last command that had been applied
 * @param assignedBy who put it into that role; null if nobody did, because the scorer was started with it
 * @param assignedAtMillis simulated time
 * @param assignedByCommand the command that did it
 * @param announcedBy who brought it into the registry
 */
public record DecisionProvenance(
        long eventId,
        long timeMillis,
        String action,
        double probability,
        List<String> reasons,
        List<String> customerReasons,
        DecidedBy decidedBy,
        String model,
        @Nullable String name,
        ModelRole role,
        String featureSetHash,
        String ruleSetHash,
        String policyHash,
        long controlVersion,
        @Nullable String assignedBy,
        @Nullable String assignedReason,
        @Nullable Long assignedAtMillis,
        @Nullable Long assignedByCommand,
        @Nullable String announcedBy,
        @Nullable String sha256) {

    public DecisionProvenance {
        reasons = List.copyOf(reasons);
        customerReasons = List.copyOf(customerReasons);
    }

    static DecisionProvenance of(
            Decision decision, Optional<AuditEntry> put, Optional<RegistryHistory.AnnouncedVersion> announced) {
        return new DecisionProvenance(
                decision.eventId(),
                decision.timeMillis(),
                decision.action().name(),
                decision.probability(),
                decision.reasons(),
                CustomerReason.sentences(decision),
                decision.decidedBy(),
                decision.versions().modelHash(),
                announced.map(RegistryHistory.AnnouncedVersion::name).orElse(null),
                decision.versions().role(),
                decision.versions().featureSetHash(),
                decision.versions().ruleSetHash(),
                decision.versions().policyHash(),
                decision.controlVersion(),
                put.map(AuditEntry::actor).orElse(null),
                put.map(AuditEntry::reason).orElse(null),
                put.map(AuditEntry::timeMillis).orElse(null),
                put.map(AuditEntry::version).orElse(null),
                announced.map(RegistryHistory.AnnouncedVersion::actor).orElse(null),
                announced.map(RegistryHistory.AnnouncedVersion::sha256).orElse(null));
    }
}
