package firedrill.scoring.drift;

import firedrill.ingest.parameters.ParameterSet;
import java.io.Serializable;

/**
 * Parameters of the drift monitor. Values and reasons are in {@code parameters/drift.yaml}.
 *
 * @param windowMinutes simulated minutes that one reading covers, and length of the calm before the model decides again
 * @param minimumSampleSize scores in the window below which there is no reading
 * @param confidence quantile of the index without drift that is the critical value, in (0, 1)
 * @param effectSize index below which a shift is too small to act on
 * @param recoveryShare share of the critical value below which a reading is calm, in [0, 1)
 * @param calmReturnZ return of the hour up to which the market is calm, standard deviations
 * @param calmVolatilityZ volatility up to which the market is calm, standard deviations
 * @param swingMemoryMinutes simulated minutes after a swing in which scores do not count
 */
public record DriftSettings(
        int windowMinutes,
        long minimumSampleSize,
        double confidence,
        double effectSize,
        double recoveryShare,
        double calmReturnZ,
        double calmVolatilityZ,
        int swingMemoryMinutes)
        implements Serializable {

    /** Group of the parameters, and name of their file. */
    public static final String PARAMETERS = "drift";

    /** With the default of every parameter. */
    public static final DriftSettings DEFAULT = of(ParameterSet.load(PARAMETERS));

    private static final long MINUTE_MILLIS = 60_000;

    public DriftSettings {
        if (windowMinutes < 1 || minimumSampleSize < 1 || !(confidence > 0 && confidence < 1) || !(effectSize >= 0)) {
            throw new IllegalArgumentException("windowMinutes and minimumSampleSize must be positive, confidence in"
                    + " (0, 1) and effectSize not negative, were " + windowMinutes + ", " + minimumSampleSize + ", "
                    + confidence + ", " + effectSize);
        }
        if (!(recoveryShare >= 0 && recoveryShare < 1)) {
            throw new IllegalArgumentException("recoveryShare must be in [0, 1), was " + recoveryShare);
        }
        if (!(calmReturnZ >= 0 && calmVolatilityZ >= 0) || swingMemoryMinutes < 0) {
            throw new IllegalArgumentException("calmReturnZ, calmVolatilityZ and swingMemoryMinutes must be at least 0,"
                    + " were " + calmReturnZ + ", " + calmVolatilityZ + ", " + swingMemoryMinutes);
        }
    }

    /** The settings of these parameters. */
    public static DriftSettings of(ParameterSet parameters) {
        return parameters.bind(PARAMETERS, DriftSettings.class);
    }

    /** Simulated length of calm before the model decides again: one window, so that it holds no score of the drift. */
    long dwellMillis() {
        return windowMinutes * MINUTE_MILLIS;
    }
}
