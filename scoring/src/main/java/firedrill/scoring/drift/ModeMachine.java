package firedrill.scoring.drift;

import firedrill.scoring.decision.Mode;
import firedrill.scoring.decision.Signal.DriftReading;
import java.util.Locale;

/**
 * Who should decide, as far as the score distribution can tell: trips with the first reading above its critical value,
 * returns low after a dwell.
 *
 * @param mode who should decide
 * @param calmSinceMillis in {@link Mode#RULES}, simulated time of the first of the latest unbroken calm readings; {@link
 *     #NOT_CALM} if the last one was not calm, and in {@link Mode#MODEL}
 */
public record ModeMachine(Mode mode, long calmSinceMillis) {

    /** A reading below this share of its critical value is calm; must be below 1, or the mode flaps. */
    public static final double CALM_SHARE = 0.4;
    /** Simulated length of calm before the model returns; one window, so that no score of the drift is left in it. */
    public static final long DWELL_MILLIS = 15 * 60_000;

    /** No simulated time. */
    public static final long NOT_CALM = -1;

    /** Before the first reading: the model decides. */
    public static final ModeMachine START = new ModeMachine(Mode.MODEL, NOT_CALM);

    /** The machine after {@code reading}. */
    public ModeMachine after(DriftReading reading) {
        if (mode == Mode.MODEL) {
            return reading.isSignificant() ? new ModeMachine(Mode.RULES, NOT_CALM) : this;
        }
        if (reading.psi() >= CALM_SHARE * reading.critical()) {
            return new ModeMachine(Mode.RULES, NOT_CALM);
        }
        if (calmSinceMillis == NOT_CALM) {
            return new ModeMachine(Mode.RULES, reading.timeMillis());
        }
        return reading.timeMillis() - calmSinceMillis >= DWELL_MILLIS ? START : this;
    }

    /** In a sentence, why {@code reading} led here: for commands, signals and the audit. */
    public String why(DriftReading reading) {
        String finding = mode == Mode.RULES
                ? "scores of withdrawals no longer fall as the model's reference does"
                : "scores of withdrawals fall as the model's reference does again";
        return String.format(
                Locale.ROOT,
                "%s: PSI %.3f of %d scores, critical %.3f",
                finding,
                reading.psi(),
                reading.sample(),
                reading.critical());
    }
}
