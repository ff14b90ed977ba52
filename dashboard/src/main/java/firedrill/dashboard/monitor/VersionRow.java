package firedrill.dashboard.monitor;

import firedrill.scoring.registry.ModelRegistry;
import firedrill.scoring.registry.ModelRegistry.AuditEntry;
import firedrill.scoring.registry.ModelRegistry.ModelVersion;
import firedrill.scoring.registry.ModelRegistry.RoleAssignment;
import firedrill.scoring.registry.ModelRegistry.StagedRollout;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version of the registry with its status and assignment; unknown values are null.
 *
 * @param share share of the users, if it is staged
 * @param shadowing whether it scores in shadow; a staged version can do so too
 * @param assignedBy actor of the assignment
 * @param assignedAtMillis simulated time of the assignment
 * @param sha256 of Tribuo's file
 * @param quarantine why the scorer does not load it
 */
public record VersionRow(
        String model,
        String name,
        VersionStatus status,
        @Nullable Double share,
        boolean shadowing,
        String assignedBy,
        String assignedReason,
        long assignedAtMillis,
        @Nullable String announcedBy,
        @Nullable Long announcedWallMillis,
        @Nullable Long sizeBytes,
        @Nullable String sha256,
        @Nullable String featureSetHash,
        @Nullable String quarantine) {

    /** Use of a version. */
    public enum VersionStatus {
        CHAMPION,
        STAGED,
        SHADOW,
        /** Admitted, without a role. */
        REGISTERED,
        RETIRED
    }

    /** All versions, in the order of their admission. */
    public static List<VersionRow> of(RegistryHistory history) {
        ModelRegistry registry = history.control().registry();
        return registry.versions().stream()
                .map(version -> of(version, registry, history))
                .toList();
    }

    private static VersionRow of(ModelVersion version, ModelRegistry registry, RegistryHistory history) {
        String model = version.model();
        Optional<RegistryHistory.AnnouncedVersion> announced = history.announcement(model);
        VersionStatus status = status(version, registry);
        AuditEntry audit = assignment(version, status, registry);
        return new VersionRow(
                model,
                version.name(),
                status,
                status == VersionStatus.STAGED
                        ? registry.stagedRollout().map(StagedRollout::share).orElse(null)
                        : null,
                registry.isShadowing(model),
                audit.actor(),
                audit.reason(),
                audit.timeMillis(),
                announced.map(RegistryHistory.AnnouncedVersion::actor).orElse(null),
                announced.map(RegistryHistory.AnnouncedVersion::wallMillis).orElse(null),
                announced.map(RegistryHistory.AnnouncedVersion::tribuoBytes).orElse(null),
                announced.map(RegistryHistory.AnnouncedVersion::sha256).orElse(null),
                announced.map(RegistryHistory.AnnouncedVersion::featureSetHash).orElse(null),
                history.quarantines().get(model));
    }

    private static VersionStatus status(ModelVersion version, ModelRegistry registry) {
        String model = version.model();
        if (version.retired()) {
            return VersionStatus.RETIRED;
        } else if (registry.champion()
                .filter(assignment -> assignment.model().equals(model))
                .isPresent()) {
            return VersionStatus.CHAMPION;
        } else if (registry.stagedRollout()
                .filter(assignment -> assignment.model().equals(model))
                .isPresent()) {
            return VersionStatus.STAGED;
        }
        return registry.isShadowing(model) ? VersionStatus.SHADOW : VersionStatus.REGISTERED;
    }

    /** The command behind the status; the admission of a version without a role. */
    private static AuditEntry assignment(ModelVersion version, VersionStatus status, ModelRegistry registry) {
        Optional<AuditEntry> put = switch (status) {
            case CHAMPION -> registry.champion().map(RoleAssignment::audit);
            case STAGED -> registry.stagedRollout().map(StagedRollout::audit);
            case SHADOW ->
                registry.shadows().stream()
                        .filter(assignment -> assignment.model().equals(version.model()))
                        .findFirst()
                        .map(RoleAssignment::audit);
            case REGISTERED, RETIRED -> Optional.empty();
        };
        return put.orElse(version.admission());
    }
}
