package firedrill.scoring.drift;

import java.util.Locale;
import java.util.Optional;

/**
 * The mode that the score distribution calls for: rules after the first significant reading, the model again after a
 * dwell of calm readings, or after a dwell in a swinging market, in which there are no readings.
 *
 * @param recoveringSinceMillis in {@link Mode#RULES}, simulated time of the first of the latest uninterrupted calm
 *     readings or scores of a swing; {@link #NOT_RECOVERING} if the last reading was not calm, and in {@link Mode#MODEL}
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
        return recovering(reading.timeMillis(), settings);
    }

    /** The machine after a score of a swing: the rules have no evidence against the model then. */
    public ModeStateMachine nextInSwing(long timeMillis, DriftSettings settings) {
        return mode == Mode.MODEL ? this : recovering(timeMillis, settings);
    }

    private ModeStateMachine recovering(long timeMillis, DriftSettings settings) {
        if (recoveringSinceMillis == NOT_RECOVERING) {
            return new ModeStateMachine(Mode.RULES, timeMillis);
        }
        return timeMillis - recoveringSinceMillis >= settings.dwellMillis() ? START : this;
    }

    /**
     * The reason for this mode after {@code reading}, in one clause: for commands, signals and the audit.
     *
     * @param reading empty in a swing
     */
    public String explanation(Optional<DriftReading> reading) {
        return reading.map(this::finding)
                .orElse("the market swings, and scores of a swing tell nothing about the model");
    }

    private String finding(DriftReading reading) {
        String verdict = mode == Mode.RULES
                ? "scores of withdrawals no longer fall as the model's reference does"
                : "scores of withdrawals fall as the model's reference does again";
        return String.format(
                Locale.ROOT,
                "%s: PSI %.3f of %d scores, critical %.3f",
                verdict,
                reading.psi(),
                reading.sampleSize(),
                reading.criticalValue());
    }
}
