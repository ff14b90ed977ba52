package firedrill.scoring.drift;

import firedrill.scoring.decision.Mode;
import firedrill.scoring.decision.Signal.DriftReading;
import java.util.Locale;

/**
 * Who should decide, as far as the score distribution can tell: trips high at once, returns low after a dwell.
 *
 * <p>Effect sizes are the usual bands of the population stability index, 0.10 "some change" and 0.25 "action needed";
 * they have no statistical basis, which is why a reading must be significant as well.
 *
 * @param mode who should decide
 * @param calmSinceMillis in {@link Mode#RULES}, simulated time of the first of the latest unbroken calm readings; {@link
 *     #NOT_CALM} if the last one was not calm, and in {@link Mode#MODEL}
 */
public record ModeMachine(Mode mode, long calmSinceMillis) {

    /** Index from which a significant reading trips; raising it keeps a drifting model longer. */
    public static final double TRIP = 0.25;
    /** Index under which a reading is calm, significant or not; must be below {@link #TRIP}, or the mode flaps. */
    public static final double CALM = 0.10;
    /** Simulated length of calm before the model returns; one window, so that no score of the drift is left in it. */
    public static final long DWELL_MILLIS = 15 * 60_000;

    /** No simulated time. */
    public static final long NOT_CALM = -1;

    /** Before the first reading: the model decides. */
    public static final ModeMachine START = new ModeMachine(Mode.MODEL, NOT_CALM);

    /** The machine after {@code reading}. */
    public ModeMachine after(DriftReading reading) {
        if (mode == Mode.MODEL) {
            return reading.isSignificant() && reading.psi() >= TRIP ? new ModeMachine(Mode.RULES, NOT_CALM) : this;
        }
        if (reading.isSignificant() && reading.psi() >= CALM) {
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
