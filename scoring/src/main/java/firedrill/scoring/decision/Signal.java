package firedrill.scoring.decision;

import firedrill.scoring.drift.DriftReading;
import firedrill.scoring.drift.Mode;
import java.util.Optional;
import java.util.function.Consumer;

/** What the scorer reports about itself, on {@code fraud.signals}. */
public sealed interface Signal {

    /** Simulated time. */
    long timeMillis();

    /** The result of the one function that fits. */
    <R> R match(SignalFunctions<R> functions);

    /** As {@link #match}, for effects. */
    default void dispatch(
            Consumer<? super DriftReport> onReport,
            Consumer<? super ModeChange> onModeChange,
            Consumer<? super Refusal> onRefusal,
            Consumer<? super Quarantine> onQuarantine) {
        Runnable effect = match(new SignalFunctions<>(
                report -> () -> onReport.accept(report),
                change -> () -> onModeChange.accept(change),
                refusal -> () -> onRefusal.accept(refusal),
                quarantine -> () -> onQuarantine.accept(quarantine)));
        effect.run();
    }

    /** A drift reading was taken. */
    record DriftReport(DriftReading reading) implements Signal {
        @Override
        public long timeMillis() {
            return reading.timeMillis();
        }

        @Override
        public <R> R match(SignalFunctions<R> functions) {
            return functions.onReport().apply(this);
        }
    }

    /**
     * The mode changed.
     *
     * @param actor {@code "monitor"} or an operator's name
     * @param evidence the monitor's last reading, empty before the first full window
     */
    record ModeChange(long timeMillis, Mode from, Mode to, String actor, String reason, Optional<DriftReading> evidence)
            implements Signal {
        @Override
        public <R> R match(SignalFunctions<R> functions) {
            return functions.onModeChange().apply(this);
        }
    }

    /**
     * A model or an order was rejected; nothing changed.
     *
     * @param subject description of the announced model or of the order
     * @param actor author of the announcement or the order
     * @param reason one clause without a capital
     */
    record Refusal(long timeMillis, String subject, String actor, String reason) implements Signal {
        @Override
        public <R> R match(SignalFunctions<R> functions) {
            return functions.onRefusal().apply(this);
        }
    }

    /**
     * A model went into quarantine, because the process ended while it was being loaded, or was released.
     *
     * @param model hash of the version
     * @param reason one clause without a capital; empty if the model was released
     */
    record Quarantine(long timeMillis, String model, String reason) implements Signal {

        /** The model may be loaded again. */
        public static Quarantine released(long timeMillis, String model) {
            return new Quarantine(timeMillis, model, "");
        }

        public boolean isReleased() {
            return reason.isEmpty();
        }

        @Override
        public <R> R match(SignalFunctions<R> functions) {
            return functions.onQuarantine().apply(this);
        }
    }
}
