package firedrill.scoring.drift;

import java.util.Locale;

/**
 * The mode that the score distribution calls for: rules after the first significant reading, the model again after a
 * dwell of calm readings.
 *
 * @param recoveringSinceMillis in {@link Mode#RULES}, simulated time of the first of the latest uninterrupted calm
 *     readings; {@link #NOT_RECOVERING} if the last one was not calm, and in {@link Mode#MODEL}
 */
public record ModeStateMachine(Mode mode, long recoveringSinceMillis) {

    /** No simulated time. */
    public static final long NOT_RECOVERING = -1;

    /** Before the first reading: the model decides. */
    public static final ModeStateMachine START = new ModeStateMachine(Mode.MODEL, NOT_RECOVERING);

    /** The machine after {@code reading}. */
    public ModeStateMachine next(DriftReading reading, DriftSettings settings) {
        if (mode == Mode.MODEL) {
            return reading.isSignificant() ? new ModeStateMachine(Mode.RULES, NOT_RECOVERING) : this;
        }
        if (reading.psi() >= settings.recoveryShare() * reading.criticalValue()) {
            return new ModeStateMachine(Mode.RULES, NOT_RECOVERING);
        }
        if (recoveringSinceMillis == NOT_RECOVERING) {
            return new ModeStateMachine(Mode.RULES, reading.timeMillis());
        }
        return reading.timeMillis() - recoveringSinceMillis >= settings.dwellMillis() ? START : this;
    }

    /** The reason for this mode after {@code reading}, in one clause: for commands, signals and the audit. */
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
