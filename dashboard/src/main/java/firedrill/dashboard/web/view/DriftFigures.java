package firedrill.dashboard.web.view;

import firedrill.scoring.drift.DriftReading;
import firedrill.scoring.drift.DriftSettings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The drift monitor.
 *
 * @param reading the last reading; null until the window holds enough withdrawals
 * @param alarmThreshold stability index above which the mode falls back to rules: the critical value of the reading
 * @param recoveryThreshold stability index below which the model may return
 */
public record DriftFigures(@Nullable DriftReading reading, double alarmThreshold, double recoveryThreshold) {

    static DriftFigures of(Optional<DriftReading> reading, DriftSettings settings) {
        double critical = reading.map(DriftReading::criticalValue).orElse(settings.effectSize());
        return new DriftFigures(reading.orElse(null), critical, critical * settings.recoveryShare());
    }
}
