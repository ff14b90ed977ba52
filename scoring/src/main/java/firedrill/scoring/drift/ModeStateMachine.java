package firedrill.scoring.drift;

import java.util.Locale;

/**
 * Who should decide, as far as the score distribution can tell: trips with the first reading above its critical value,
 * returns low after a dwell.
 *
 * @param mode who should decide
 * @param recoveringSinceMillis in {@link Mode#RULES}, simulated time of the first of the latest unbroken calm readings; {@link
 *     #NOT_RECOVERING} if the last one was not calm, and in {@link Mode#MODEL}
 */
public record ModeStateMachine(Mode mode, long recoveringSinceMillis) {

    /** A reading below this share of its critical value is calm; must be below 1, or the mode flaps. */
    public static final double RECOVERY_SHARE = 0.4;
    /** Simulated length of calm before the model returns; one window, so that no score of the drift is left in it. */
    public static final long DWELL_MILLIS = 15 * 60_000;

    /** No simulated time. */
    public static final long NOT_RECOVERING = -1;

    /** Before the first reading: the model decides. */
    public static final ModeStateMachine START = new ModeStateMachine(Mode.MODEL, NOT_RECOVERING);

    /** The machine after {@code reading}. */
    public ModeStateMachine next(DriftReading reading) {
        if (mode == Mode.MODEL) {
            return reading.isSignificant() ? new ModeStateMachine(Mode.RULES, NOT_RECOVERING) : this;
        }
        if (reading.psi() >= RECOVERY_SHARE * reading.criticalValue()) {
            return new ModeStateMachine(Mode.RULES, NOT_RECOVERING);
        }
        if (recoveringSinceMillis == NOT_RECOVERING) {
            return new ModeStateMachine(Mode.RULES, reading.timeMillis());
        }
        return reading.timeMillis() - recoveringSinceMillis >= DWELL_MILLIS ? START : this;
    }

    /** In a sentence, why {@code reading} led here: for commands, signals and the audit. */
    public String explanation(DriftReading reading) {
        String finding = mode == Mode.RULES
                ? "scores of withdrawals no longer fall as the model's reference does"
                : "scores of withdrawals fall as the model's reference does again";
        return String.format(
                Locale.ROOT,
                "%s: PSI %.3f of %d scores, critical %.3f",
                finding,
                reading.psi(),
                reading.sampleSize(),
                reading.criticalValue());
    }
}
