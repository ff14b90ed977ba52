package firedrill.scoring.decision;

import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.ModelOrder.Admit;
import firedrill.scoring.decision.ModelOrder.Promote;
import firedrill.scoring.decision.ModelOrder.Retire;
import firedrill.scoring.decision.ModelOrder.RollBack;
import firedrill.scoring.decision.ModelOrder.Shadow;
import firedrill.scoring.decision.ModelOrder.Stage;
import firedrill.scoring.decision.ModelOrder.Unshadow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which versions of the model there are, what each is for, and who made it so: what all model commands so far amount to.
 *
 * <p>It knows no model, only names; whether a version is loaded already is {@link Lineup}'s business. Lists and null instead
 * of sets and {@link Optional}, because Flink keeps it as it is.
 *
 * @param versions in the order of their admission, retired ones too
 * @param champions the present one last, before it those to which one can roll back
 * @param staging null while the champion decides for everybody
 * @param shadows in the order in which they began
 */
public record Roster(
        List<Version> versions,
        List<Appointment> champions,
        @Nullable Staging staging,
        List<Appointment> shadows) {

    /** Nothing admitted yet: whatever model the scorer was started with decides. */
    public static final Roster EMPTY = new Roster(List.of(), List.of(), null, List.of());

    /** Versions that are not retired; each is held in memory wherever events are decided. */
    public static final int MOST_VERSIONS = 32;
    /** Each costs a score and a record per decision. */
    public static final int MOST_SHADOWS = 4;
    /** Earlier champions that are remembered. */
    private static final int MOST_CHAMPIONS = 100;

    public Roster {
        versions = List.copyOf(versions);
        champions = List.copyOf(champions);
        shadows = List.copyOf(shadows);
    }

    /** Who did something, when and why; {@code version} is that of the control command, {@code timeMillis} simulated. */
    public record Deed(long version, long timeMillis, String by, String why) {

        static Deed of(ControlCommand command) {
            return new Deed(command.version(), command.timeMillis(), command.by(), command.why());
        }
    }

    /** A version in the registry; its name is its card's. */
    public record Version(String model, String name, boolean retired, Deed admitted) {}

    /** A model, and who put it where it is. */
    public record Appointment(String model, Deed deed) {}

    /**
     * A version that decides for a share of the users.
     *
     * @param share above 0, at most 1
     */
    public record Staging(String model, double share, Deed deed) {

        /** Whether this user is among them; whoever is at some share still is at every larger one. */
        public boolean takes(long userId) {
            return StableShare.of(model, userId) < share;
        }
    }

    /** Who decides for everybody who is not staged; empty before the first admission. */
    public Optional<Appointment> champion() {
        return champions.isEmpty() ? Optional.empty() : Optional.of(champions.get(champions.size() - 1));
    }

    public Optional<Staging> staged() {
        return Optional.ofNullable(staging);
    }

    /** The version of that name, retired or not. */
    public Optional<Version> version(String model) {
        return versions.stream().filter(one -> one.model().equals(model)).findFirst();
    }

    public boolean isShadowing(String model) {
        return isAmong(shadows, model);
    }

    /** Whether it is admitted and not retired. */
    public boolean isUsable(String model) {
        return version(model).filter(one -> !one.retired()).isPresent();
    }

    /**
     * Who put {@code model} where it decided in that role; empty if nobody did, because the scorer was started with it.
     *
     * <p>While a new champion is still being loaded the one before it decides, so earlier appointments count too.
     */
    public Optional<Deed> whoPut(String model, Role role) {
        if (role == Role.STAGED) {
            return staged().filter(one -> one.model().equals(model)).map(Staging::deed);
        }
        for (int i = champions.size() - 1; i >= 0; i--) {
            if (champions.get(i).model().equals(model)) {
                return Optional.of(champions.get(i).deed());
            }
        }
        return Optional.empty();
    }

    /** Why {@code order} would change nothing, in a sentence; empty if it can be carried out. */
    public Optional<String> refusal(ModelOrder order) {
        return Optional.ofNullable(RosterRules.reasonAgainst(order, this));
    }

    /** The roster after {@code command}; the same if the order is refused. */
    Roster after(ModelCommand command) {
        ModelOrder order = command.order();
        if (refusal(order).isPresent()) {
            return this;
        }
        Deed deed = Deed.of(command);
        if (order instanceof Admit admit) {
            return admit(admit, deed);
        } else if (order instanceof Promote promote) {
            return promote(promote.model(), deed);
        } else if (order instanceof RollBack) {
            return rollBack(deed);
        } else if (order instanceof Stage stage) {
            return new Roster(versions, champions, new Staging(stage.model(), stage.share(), deed), shadows);
        } else if (order instanceof Shadow shadow) {
            return new Roster(versions, champions, staging, with(shadows, new Appointment(shadow.model(), deed)));
        } else if (order instanceof Unshadow unshadow) {
            return new Roster(versions, champions, staging, without(shadows, unshadow.model()));
        } else if (order instanceof Retire retire) {
            return retire(retire.model());
        }
        // Unstage, the only one left.
        return new Roster(versions, champions, null, shadows);
    }

    private Roster admit(Admit admit, Deed deed) {
        if (version(admit.model()).isPresent()) {
            return this;
        }
        Version version = new Version(admit.model(), admit.name(), false, deed);
        List<Appointment> decide = champions.isEmpty() ? List.of(new Appointment(admit.model(), deed)) : champions;
        return new Roster(with(versions, version), decide, staging, shadows);
    }

    private Roster promote(String model, Deed deed) {
        return deciding(with(champions, new Appointment(model, deed)));
    }

    /** The deed is that of the rolling back: who did it put the old champion where it is now. */
    private Roster rollBack(Deed deed) {
        List<Appointment> left = new ArrayList<>(champions.subList(0, champions.size() - 1));
        left.set(left.size() - 1, new Appointment(left.get(left.size() - 1).model(), deed));
        return deciding(left);
    }

    /** Whoever is champion is neither staged nor a shadow. */
    private Roster deciding(List<Appointment> decide) {
        String model = decide.get(decide.size() - 1).model();
        return new Roster(
                versions,
                decide.subList(Math.max(0, decide.size() - MOST_CHAMPIONS), decide.size()),
                staged().filter(one -> !one.model().equals(model)).orElse(null),
                without(shadows, model));
    }

    private Roster retire(String model) {
        return new Roster(
                versions.stream()
                        .map(one -> one.model().equals(model)
                                ? new Version(one.model(), one.name(), true, one.admitted())
                                : one)
                        .toList(),
                withoutRepetitions(without(champions, model)),
                staged().filter(one -> !one.model().equals(model)).orElse(null),
                without(shadows, model));
    }

    /** Where A, B, A lost its B, rolling back must not lead from A to A; the later deed is the one that stands. */
    private static List<Appointment> withoutRepetitions(List<Appointment> champions) {
        List<Appointment> different = new ArrayList<>();
        for (Appointment one : champions) {
            int last = different.size() - 1;
            if (last >= 0 && different.get(last).model().equals(one.model())) {
                different.set(last, one);
            } else {
                different.add(one);
            }
        }
        return different;
    }

    static boolean isAmong(List<Appointment> appointments, String model) {
        return appointments.stream().anyMatch(one -> one.model().equals(model));
    }

    private static List<Appointment> without(List<Appointment> appointments, String model) {
        return appointments.stream().filter(one -> !one.model().equals(model)).toList();
    }

    private static <T> List<T> with(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }
}
