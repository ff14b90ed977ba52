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
 * One version of the model, what it is for, and who made it so. What is not known is null.
 *
 * @param share of the users, if it is staged
 * @param shadowing whether it watches; a staged one can do so too
 * @param assignedBy who put it there
 * @param assignedAtMillis simulated time at which that was done
 * @param sha256 of Tribuo's file
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
        @Nullable String featureSetHash) {

    /** What a version is for. */
    public enum VersionStatus {
        CHAMPION,
        STAGED,
        SHADOW,
        /** Admitted, and nothing more. */
        REGISTERED,
        RETIRED
    }

    /** All versions, in the order of their admission. */
    public static List<VersionRow> of(RegistryHistory book) {
        ModelRegistry roster = book.control().registry();
        return roster.versions().stream()
                .map(version -> of(version, roster, book.announcement(version.model())))
                .toList();
    }

    private static VersionRow of(
            ModelVersion version, ModelRegistry roster, Optional<RegistryHistory.AnnouncedVersion> announced) {
        String model = version.model();
        VersionStatus duty = status(version, roster);
        AuditEntry deed = assignment(version, duty, roster);
        return new VersionRow(
                model,
                version.name(),
                duty,
                duty == VersionStatus.STAGED
                        ? roster.stagedRollout().map(StagedRollout::share).orElse(null)
                        : null,
                roster.isShadowing(model),
                deed.actor(),
                deed.reason(),
                deed.timeMillis(),
                announced.map(RegistryHistory.AnnouncedVersion::actor).orElse(null),
                announced.map(RegistryHistory.AnnouncedVersion::wallMillis).orElse(null),
                announced.map(RegistryHistory.AnnouncedVersion::tribuoBytes).orElse(null),
                announced.map(RegistryHistory.AnnouncedVersion::sha256).orElse(null),
                announced.map(RegistryHistory.AnnouncedVersion::featureSetHash).orElse(null));
    }

    private static VersionStatus status(ModelVersion version, ModelRegistry roster) {
        String model = version.model();
        if (version.retired()) {
            return VersionStatus.RETIRED;
        } else if (roster.champion().filter(one -> one.model().equals(model)).isPresent()) {
            return VersionStatus.CHAMPION;
        } else if (roster.stagedRollout()
                .filter(one -> one.model().equals(model))
                .isPresent()) {
            return VersionStatus.STAGED;
        }
        return roster.isShadowing(model) ? VersionStatus.SHADOW : VersionStatus.REGISTERED;
    }

    /** What put it where it is; of one that stands ready or is retired, its admission. */
    private static AuditEntry assignment(ModelVersion version, VersionStatus duty, ModelRegistry roster) {
        Optional<AuditEntry> put = switch (duty) {
            case CHAMPION -> roster.champion().map(RoleAssignment::audit);
            case STAGED -> roster.stagedRollout().map(StagedRollout::audit);
            case SHADOW ->
                roster.shadows().stream()
                        .filter(one -> one.model().equals(version.model()))
                        .findFirst()
                        .map(RoleAssignment::audit);
            case REGISTERED, RETIRED -> Optional.empty();
        };
        return put.orElse(version.admission());
    }
}
