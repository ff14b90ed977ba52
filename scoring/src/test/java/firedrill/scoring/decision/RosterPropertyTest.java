package firedrill.scoring.decision;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.ModelOrder.Admit;
import firedrill.scoring.decision.ModelOrder.Promote;
import firedrill.scoring.decision.ModelOrder.Retire;
import firedrill.scoring.decision.ModelOrder.RollBack;
import firedrill.scoring.decision.ModelOrder.Shadow;
import firedrill.scoring.decision.ModelOrder.Stage;
import firedrill.scoring.decision.ModelOrder.Unshadow;
import firedrill.scoring.decision.ModelOrder.Unstage;
import firedrill.scoring.decision.Roster.Appointment;
import firedrill.scoring.decision.Roster.Deed;
import firedrill.scoring.decision.Roster.Staging;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;

/** The laws of the registry, whatever was ordered before. */
class RosterPropertyTest {

    private static final List<String> MODELS = List.of("a1", "b2", "c3", "d4", "e5");

    @Property(tries = 500)
    void rollingBackAfterAPromotionRestoresTheChampionAndTheWayBack(@ForAll("orders") List<ModelOrder> orders) {
        Control admitted = after(
                MODELS.stream().map(model -> (ModelOrder) new Admit(model, "")).toList());
        Control control = orders.stream().reduce(admitted, RosterPropertyTest::then, (first, second) -> second);
        for (String model : MODELS) {
            if (control.roster().refusal(new Promote(model)).isEmpty()) {
                Control restored = then(then(control, new Promote(model)), new RollBack());
                assertThat(names(restored.roster().champions()))
                        .isEqualTo(names(control.roster().champions()));
            }
        }
    }

    @Property(tries = 500)
    void whoeverDecidesOrWatchesIsInTheRegistryAndInOnePlace(@ForAll("orders") List<ModelOrder> orders) {
        Roster roster = after(orders).roster();
        roster.champion().ifPresent(champion -> {
            assertThat(roster.isUsable(champion.model())).isTrue();
            assertThat(roster.isShadowing(champion.model())).isFalse();
            assertThat(roster.staged().map(Staging::model)).isNotEqualTo(Optional.of(champion.model()));
        });
        assertThat(roster.champions()).allMatch(one -> roster.isUsable(one.model()));
        assertThat(roster.staged().map(Staging::model).filter(model -> !roster.isUsable(model)))
                .isEmpty();
        assertThat(roster.shadows()).allMatch(one -> roster.isUsable(one.model()));
        assertThat(roster.champions().isEmpty()).isEqualTo(roster.versions().isEmpty());
    }

    @Property(tries = 500)
    void aRefusedOrderChangesNothingAndAnyOtherDoes(
            @ForAll("orders") List<ModelOrder> before, @ForAll("order") ModelOrder order) {
        Control control = after(before);
        boolean changes = !then(control, order).roster().equals(control.roster());
        boolean isAgain = order instanceof Admit admit
                && control.roster().version(admit.model()).isPresent();
        assertThat(changes).isEqualTo(control.roster().refusal(order).isEmpty() && !isAgain);
    }

    @Property(tries = 300)
    void aRepeatedCommandChangesNothing(@ForAll("orders") List<ModelOrder> orders, @ForAll("order") ModelOrder order) {
        Control control = after(orders);
        ModelCommand command = command(control, order);
        Control once = control.after(command);
        assertThat(once.after(command)).isEqualTo(once);
    }

    @Property(tries = 500)
    void whoIsStagedAtSomeShareIsStagedAtEveryLargerOne(
            @ForAll("models") String model,
            @ForAll @LongRange(min = 1) long user,
            @ForAll @DoubleRange(min = 0.01, max = 1) double share,
            @ForAll @DoubleRange(min = 0.01, max = 1) double other) {
        boolean atLess = staging(model, Math.min(share, other)).takes(user);
        boolean atMore = staging(model, Math.max(share, other)).takes(user);
        assertThat(atMore || !atLess).isTrue();
        assertThat(staging(model, 1).takes(user)).as("everybody is at 1").isTrue();
    }

    /** Of 10,000 users; four standard deviations of a fair draw. */
    @Property(tries = 100)
    void aShareOfTheUsersIsStaged(
            @ForAll("models") String model,
            @ForAll @LongRange(min = 1, max = 1L << 40) long firstUser,
            @ForAll @DoubleRange(min = 0.01, max = 1) double share) {
        Staging staging = staging(model, share);
        long staged = LongStream.range(firstUser, firstUser + 10_000)
                .filter(staging::takes)
                .count();
        assertThat((double) staged).isBetween(10_000 * share - 200, 10_000 * share + 200);
    }

    private static Staging staging(String model, double share) {
        return new Staging(model, share, new Deed(1, 0, "ana", ""));
    }

    private static Control after(List<ModelOrder> orders) {
        return orders.stream().reduce(Control.START, RosterPropertyTest::then, (first, second) -> second);
    }

    private static Control then(Control control, ModelOrder order) {
        return control.after(command(control, order));
    }

    private static ModelCommand command(Control control, ModelOrder order) {
        return new ModelCommand(control.version() + 1, 0, "ana", "", "id", order);
    }

    private static List<String> names(List<Appointment> appointments) {
        return appointments.stream().map(Appointment::model).toList();
    }

    @Provide
    Arbitrary<List<ModelOrder>> orders() {
        return order().list().ofMaxSize(40);
    }

    @Provide
    Arbitrary<ModelOrder> order() {
        return Arbitraries.oneOf(
                models().map(model -> new Admit(model, "named " + model)),
                models().map(Promote::new),
                Arbitraries.of(new RollBack(), new Unstage()),
                models().map(model -> new Stage(model, 0.2)),
                models().map(Shadow::new),
                models().map(Unshadow::new),
                models().map(Retire::new));
    }

    @Provide
    Arbitrary<String> models() {
        return Arbitraries.of(MODELS);
    }
}
