package firedrill.scoring.job;

import firedrill.scoring.decision.Mode;
import firedrill.scoring.decision.Signal.DriftReading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the monitor remembers across a restart.
 *
 * @param scores as {@code ScoreMonitor} saves itself
 * @param machineMode of the mode machine
 * @param calmSinceMillis of the mode machine
 * @param lastReading null before the first
 * @param references of all models that were announced; null where an earlier version of the job saved none
 */
@SuppressWarnings("ArrayRecordComponent") // A record, for Flink's serializer; never compared.
public record MonitorMemory(
        long[] scores,
        Mode machineMode,
        long calmSinceMillis,
        ControlState control,
        @Nullable DriftReading lastReading,
        @Nullable List<ReferenceState> references) {}
