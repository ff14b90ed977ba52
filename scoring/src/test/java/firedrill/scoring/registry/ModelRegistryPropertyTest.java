package firedrill.scoring.registry;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.ControlState;
import firedrill.scoring.job.JobFixtures;
import firedrill.scoring.registry.ModelOrder.Admit;
import firedrill.scoring.registry.ModelOrder.Promote;
import firedrill.scoring.registry.ModelOrder.Retire;
import firedrill.scoring.registry.ModelOrder.RollBack;
import firedrill.scoring.registry.ModelOrder.Shadow;
import firedrill.scoring.registry.ModelOrder.Stage;
import firedrill.scoring.registry.ModelOrder.Unshadow;
import firedrill.scoring.registry.ModelOrder.Unstage;
import firedrill.scoring.registry.ModelRegistry.AuditEntry;
import firedrill.scoring.registry.ModelRegistry.RoleAssignment;
import firedrill.scoring.registry.ModelRegistry.StagedRollout;
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
class ModelRegistryPropertyTest {

    private static final List<String> MODELS = List.of("a1", "b2", "c3", "d4", "e5");

    @Property(tries = 500)
    void rollingBackAfterAPromotionRestoresTheChampionAndTheWayBack(@ForAll("orders") List<ModelOrder> orders) {
        ControlState admitted = after(
                MODELS.stream().map(model -> (ModelOrder) new Admit(model, "")).toList());
        ControlState control =
                orders.stream().reduce(admitted, ModelRegistryPropertyTest::then, (first, second) -> second);
        for (String model : MODELS) {
            if (control.registry().refusal(new Promote(model)).isEmpty()) {
                ControlState restored = then(then(control, new Promote(model)), new RollBack());
                assertThat(names(restored.registry().champions()))
                        .isEqualTo(names(control.registry().champions()));
            }
        }
    }

    @Property(tries = 500)
    void everyRoleBelongsToAnActiveVersionAndTheChampionHasNoOther(@ForAll("orders") List<ModelOrder> orders) {
        ModelRegistry registry = after(orders).registry();
        registry.champion().ifPresent(champion -> {
            assertThat(registry.isActive(champion.model())).isTrue();
            assertThat(registry.isShadowing(champion.model())).isFalse();
            assertThat(registry.stagedRollout().map(StagedRollout::model)).isNotEqualTo(Optional.of(champion.model()));
        });
        assertThat(registry.champions()).allMatch(one -> registry.isActive(one.model()));
        assertThat(registry.stagedRollout().map(StagedRollout::model).filter(model -> !registry.isActive(model)))
                .isEmpty();
        assertThat(registry.shadows()).allMatch(one -> registry.isActive(one.model()));
        assertThat(registry.champions().isEmpty()).isEqualTo(registry.versions().isEmpty());
    }

    @Property(tries = 500)
    void aRefusedOrderChangesNothingAndAnyOtherDoes(
            @ForAll("orders") List<ModelOrder> before, @ForAll("order") ModelOrder order) {
        ControlState control = after(before);
        boolean changes = !then(control, order).registry().equals(control.registry());
        boolean isAgain = order instanceof Admit admit
                && control.registry().version(admit.model()).isPresent();
        assertThat(changes).isEqualTo(control.registry().refusal(order).isEmpty() && !isAgain);
    }

    @Property(tries = 300)
    void aRepeatedCommandChangesNothing(@ForAll("orders") List<ModelOrder> orders, @ForAll("order") ModelOrder order) {
        ControlState control = after(orders);
        ModelCommand command = command(control, order);
        ControlState once = control.apply(command);
        assertThat(once.apply(command)).isEqualTo(once);
    }

    @Property(tries = 500)
    void aUserInARolloutStaysInEveryLargerRollout(
            @ForAll("models") String model,
            @ForAll @LongRange(min = 1) long user,
            @ForAll @DoubleRange(min = 0.01, max = 1) double share,
            @ForAll @DoubleRange(min = 0.01, max = 1) double other) {
        boolean atLess = staging(model, Math.min(share, other)).includes(user);
        boolean atMore = staging(model, Math.max(share, other)).includes(user);
        assertThat(atMore || !atLess).isTrue();
        assertThat(staging(model, 1).includes(user)).as("everybody is at 1").isTrue();
    }

    /** Of 10,000 users; four standard deviations of a fair draw. */
    @Property(tries = 100)
    void aShareOfTheUsersIsStaged(
            @ForAll("models") String model,
            @ForAll @LongRange(min = 1, max = 1L << 40) long firstUser,
            @ForAll @DoubleRange(min = 0.01, max = 1) double share) {
        StagedRollout staging = staging(model, share);
        long staged = LongStream.range(firstUser, firstUser + 10_000)
                .filter(staging::includes)
                .count();
        assertThat((double) staged).isBetween(10_000 * share - 200, 10_000 * share + 200);
    }

    private static StagedRollout staging(String model, double share) {
        return new StagedRollout(model, share, new AuditEntry(1, 0, "ana", ""));
    }

    private static ControlState after(List<ModelOrder> orders) {
        return orders.stream().reduce(ControlState.START, ModelRegistryPropertyTest::then, (first, second) -> second);
    }

    private static ControlState then(ControlState control, ModelOrder order) {
        return control.apply(command(control, order));
    }

    private static ModelCommand command(ControlState control, ModelOrder order) {
        return new ModelCommand(control.version() + 1, 0, "ana", "", JobFixtures.orderId(order, 1), order);
    }

    private static List<String> names(List<RoleAssignment> appointments) {
        return appointments.stream().map(RoleAssignment::model).toList();
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
