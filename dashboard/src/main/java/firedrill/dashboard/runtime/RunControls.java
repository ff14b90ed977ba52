package firedrill.dashboard.runtime;

import firedrill.scoring.drift.Mode;
import firedrill.scoring.registry.ModelOrder;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Commands of the operator. The result is immediate; the effect shows in later states. */
public interface RunControls {

    /**
     * Pins the decision mode, or returns it to the drift monitor.
     *
     * @param mode empty to unpin
     * @param reason recorded in the audit trail; not blank
     */
    ControlResult pinMode(Optional<Mode> mode, String reason);

    /** Starts a scenario of the catalogue; an active run ends. */
    ControlResult startScenario(String id);

    /** Ends the active run and computes its bill. */
    ControlResult endRun();

    /**
     * Submits an order to the model registry.
     *
     * @param reason recorded in the registry history; not blank
     */
    ControlResult orderModel(ModelOrder order, String reason);

    /** Result of a command. */
    sealed interface ControlResult {

        <R> R match(Supplier<? extends R> accepted, Function<? super Refused, ? extends R> refused);

        /** The command is being carried out. */
        record Accepted() implements ControlResult {

            @Override
            public <R> R match(Supplier<? extends R> accepted, Function<? super Refused, ? extends R> refused) {
                return accepted.get();
            }
        }

        /** Nothing was changed. */
        record Refused(String reason) implements ControlResult {

            @Override
            public <R> R match(Supplier<? extends R> accepted, Function<? super Refused, ? extends R> refused) {
                return refused.apply(this);
            }
        }
    }
}
