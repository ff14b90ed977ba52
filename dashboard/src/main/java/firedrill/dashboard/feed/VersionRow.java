package firedrill.dashboard.feed;

import firedrill.scoring.decision.Roster;
import firedrill.scoring.decision.Roster.Appointment;
import firedrill.scoring.decision.Roster.Deed;
import firedrill.scoring.decision.Roster.Staging;
import firedrill.scoring.decision.Roster.Version;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version of the model, what it is for, and who made it so. What is not known is null.
 *
 * @param share of the users, if it is staged
 * @param shadows whether it watches; a staged one can do so too
 * @param by who put it there
 * @param atMillis simulated time at which that was done
 * @param sha256 of Tribuo's file
 */
public record VersionRow(
        String model,
        String name,
        Duty duty,
        @Nullable Double share,
        boolean shadows,
        String by,
        String why,
        long atMillis,
        @Nullable String announcedBy,
        @Nullable Long announcedWallMillis,
        @Nullable Long bytes,
        @Nullable String sha256,
        @Nullable String featureSetHash) {

    /** What a version is for. */
    public enum Duty {
        CHAMPION,
        STAGED,
        SHADOW,
        /** Admitted, and nothing more. */
        READY,
        RETIRED
    }

    /** All versions, in the order of their admission. */
    public static List<VersionRow> of(RegistryBook book) {
        Roster roster = book.control().roster();
        return roster.versions().stream()
                .map(version -> of(version, roster, book.announcement(version.model())))
                .toList();
    }

    private static VersionRow of(Version version, Roster roster, Optional<RegistryBook.Announced> announced) {
        String model = version.model();
        Duty duty = duty(version, roster);
        Deed deed = deed(version, duty, roster);
        return new VersionRow(
                model,
                version.name(),
                duty,
                duty == Duty.STAGED ? roster.staged().map(Staging::share).orElse(null) : null,
                roster.isShadowing(model),
                deed.by(),
                deed.why(),
                deed.timeMillis(),
                announced.map(RegistryBook.Announced::by).orElse(null),
                announced.map(RegistryBook.Announced::wallMillis).orElse(null),
                announced.map(RegistryBook.Announced::tribuoBytes).orElse(null),
                announced.map(RegistryBook.Announced::sha256).orElse(null),
                announced.map(RegistryBook.Announced::featureSetHash).orElse(null));
    }

    private static Duty duty(Version version, Roster roster) {
        String model = version.model();
        if (version.retired()) {
            return Duty.RETIRED;
        } else if (roster.champion().filter(one -> one.model().equals(model)).isPresent()) {
            return Duty.CHAMPION;
        } else if (roster.staged().filter(one -> one.model().equals(model)).isPresent()) {
            return Duty.STAGED;
        }
        return roster.isShadowing(model) ? Duty.SHADOW : Duty.READY;
    }

    /** What put it where it is; of one that stands ready or is retired, its admission. */
    private static Deed deed(Version version, Duty duty, Roster roster) {
        Optional<Deed> put = switch (duty) {
            case CHAMPION -> roster.champion().map(Appointment::deed);
            case STAGED -> roster.staged().map(Staging::deed);
            case SHADOW ->
                roster.shadows().stream()
                        .filter(one -> one.model().equals(version.model()))
                        .findFirst()
                        .map(Appointment::deed);
            case READY, RETIRED -> Optional.empty();
        };
        return put.orElse(version.admitted());
    }
}
