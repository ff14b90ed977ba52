package firedrill.scoring.decision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who has which event, among the models that are loaded. Immutable; as many threads as its deciders, that is one.
 *
 * <p>A roster names versions; one that is not loaded yet decides nothing, and the champion before it goes on meanwhile.
 */
public final class Lineup {

    private final Decider champion;
    private final @Nullable Decider staged;
    private final Roster.@Nullable Staging staging;
    private final List<Decider> shadows;

    private Lineup(
            Decider champion, @Nullable Decider staged, Roster.@Nullable Staging staging, List<Decider> shadows) {
        this.champion = champion;
        this.staged = staged;
        this.staging = staging;
        this.shadows = shadows;
    }

    /**
     * The line-up of {@code roster}.
     *
     * @param founder decides where no champion is loaded: with the model that the scorer was started with
     * @param loaded deciders by the hash of their model
     */
    public static Lineup of(Roster roster, Decider founder, Map<String, Decider> loaded) {
        Decider champion = founder;
        for (Roster.Appointment one : roster.champions()) {
            champion = loaded.getOrDefault(one.model(), champion);
        }
        Decider staged = roster.staged().map(one -> loaded.get(one.model())).orElse(null);
        return new Lineup(
                champion,
                staged == null ? null : staged.in(Role.STAGED),
                roster.staging(),
                roster.shadows().stream()
                        .flatMap(one -> Optional.ofNullable(loaded.get(one.model())).stream())
                        .toList());
    }

    /** Whoever has the events of this user. */
    public Decider of(long userId) {
        return staged != null && staging != null && staging.takes(userId) ? staged : champion;
    }

    public Decider champion() {
        return champion;
    }

    /** Those who watch. */
    public List<Decider> shadows() {
        return shadows;
    }
}
