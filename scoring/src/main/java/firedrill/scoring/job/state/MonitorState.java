package firedrill.scoring.job.state;

import firedrill.scoring.drift.DriftReading;
import firedrill.scoring.drift.Mode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the monitor remembers across a restart.
 *
 * @param scoreTiles as {@code ScoreMonitor} saves itself
 * @param mode of the mode machine
 * @param recoveringSinceMillis of the mode machine
 * @param lastReading null before the first
 * @param references of all models that were announced; null where an earlier version of the job saved none
 */
@SuppressWarnings("ArrayRecordComponent") // A record, for Flink's serializer; never compared.
public record MonitorState(
        long[] scoreTiles,
        Mode mode,
        long recoveringSinceMillis,
        ControlSnapshot control,
        @Nullable DriftReading lastReading,
        @Nullable List<ReferenceState> references) {}
