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
 * Model, role and assignment behind one decision; unknown values are null.
 *
 * @param reasons for the operator, strongest first
 * @param customerReasons for the customer, each once; empty if the event was allowed
 * @param name from the model's card; null if it was never announced
 * @param role role in which the model received the event
 * @param decidedBy model, rules or operator
 * @param controlVersion number of the last applied command
 * @param assignedBy actor of the assignment; null for the seed model before any assignment
 * @param assignedAtMillis simulated time
 * @param assignedByCommand number of the assigning command
 * @param announcedBy actor of the announcement
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
            Decision decision, Optional<AuditEntry> assignment, Optional<RegistryHistory.AnnouncedVersion> announced) {
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
                assignment.map(AuditEntry::actor).orElse(null),
                assignment.map(AuditEntry::reason).orElse(null),
                assignment.map(AuditEntry::timeMillis).orElse(null),
                assignment.map(AuditEntry::version).orElse(null),
                announced.map(RegistryHistory.AnnouncedVersion::actor).orElse(null),
                announced.map(RegistryHistory.AnnouncedVersion::sha256).orElse(null));
    }
}
