package firedrill.ingest.attack;

/**
 * How the fraudsters of a run behave.
 *
 * @param adapts whether rings learn from what happened to their own attempts
 * @param pace how many attacks there are, as a multiple of the usual number; in [0, 100]
 */
public record AttackSettings(boolean adapts, double pace) {

    private static final double FASTEST = 100;

    /** At the usual pace, learning. */
    public static final AttackSettings DEFAULT = new AttackSettings(true, 1);

    public AttackSettings {
        if (!(pace >= 0 && pace <= FASTEST)) {
            throw new IllegalArgumentException("pace must lie in [0, " + FASTEST + "], was " + pace);
        }
    }

    /** The same, but rings never change their ways. */
    public AttackSettings frozen() {
        return new AttackSettings(false, pace);
    }

    /** The same, more or less often. */
    public AttackSettings withPace(double other) {
        return new AttackSettings(adapts, other);
    }
}
