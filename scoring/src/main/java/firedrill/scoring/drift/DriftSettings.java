package firedrill.scoring.drift;

/**
 * How the score monitor looks.
 *
 * @param windowMinutes simulated minutes that one reading looks back; raising it detects smaller shifts, later
 * @param minimumSampleSize scores in the window below which nothing is said; under 150 the index has a heavier tail than
 *     its critical value allows for
 * @param effectSize index below which a shift is too small to act on, however certain it is; a large sample finds any
 * @param confidence quantile of the index under no change that is the critical value, in (0, 1); raising it alarms less
 */
public record DriftSettings(int windowMinutes, long minimumSampleSize, double confidence, double effectSize) {

    /**
     * A quarter of an hour. At one reading a minute, 0.9999 is about one significant reading a week under no change,
     * which is the budget for false alarms; the windows overlap, so they come in fewer spells (0.3 to 1 a week), and
     * hardly one of them is large enough to change the mode (some 0.4 a week at 150 scores, none seen from 210). An effect
     * of 0.25 is the usual "action needed" of the index.
     */
    public static final DriftSettings DEFAULT = new DriftSettings(15, 150, 0.9999, 0.25);

    public DriftSettings {
        if (windowMinutes < 1 || minimumSampleSize < 1 || !(confidence > 0 && confidence < 1) || !(effectSize >= 0)) {
            throw new IllegalArgumentException(
                    "windowMinutes and minimumSample must be positive, confidence in (0, 1) and effect not negative, were "
                            + this);
        }
    }
}
