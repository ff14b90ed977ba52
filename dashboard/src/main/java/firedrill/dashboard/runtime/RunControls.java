package firedrill.dashboard.runtime;

import firedrill.dashboard.monitor.OrderFates.OrderFate;
import firedrill.scoring.drift.Mode;
import firedrill.scoring.registry.ModelOrder;
import java.util.Optional;
import java.util.function.Function;

/** Commands of the operator. The result is immediate; the effect shows in later states. */
public interface RunControls {

    /** Actor of the commands of the page. */
    String OPERATOR = "operator";

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

    /** What is known of an order whose result was uncertain; empty for an order of which nothing is known. */
    Optional<OrderFate> orderFate(String orderId);

    /** Result of a command. */
    sealed interface ControlResult {

        <R> R match(
                Function<? super Accepted, ? extends R> accepted,
                Function<? super Refused, ? extends R> refused,
                Function<? super Uncertain, ? extends R> uncertain);

        /** The command is being carried out. */
        record Accepted() implements ControlResult {

            @Override
            public <R> R match(
                    Function<? super Accepted, ? extends R> accepted,
                    Function<? super Refused, ? extends R> refused,
                    Function<? super Uncertain, ? extends R> uncertain) {
                return accepted.apply(this);
            }
        }

        /** Nothing was changed, nor will be. */
        record Refused(String reason) implements ControlResult {

            @Override
            public <R> R match(
                    Function<? super Accepted, ? extends R> accepted,
                    Function<? super Refused, ? extends R> refused,
                    Function<? super Uncertain, ? extends R> uncertain) {
                return refused.apply(this);
            }
        }

        /** Whether it takes effect cannot be known yet; {@link #orderFate} tells when it is. */
        record Uncertain(String orderId, String reason) implements ControlResult {

            @Override
            public <R> R match(
                    Function<? super Accepted, ? extends R> accepted,
                    Function<? super Refused, ? extends R> refused,
                    Function<? super Uncertain, ? extends R> uncertain) {
                return uncertain.apply(this);
            }
        }
    }
}
