package firedrill.scoring.job.state;

import firedrill.scoring.drift.DriftReading;
import firedrill.scoring.drift.Mode;
import firedrill.scoring.drift.ModeStateMachine;
import firedrill.scoring.engine.DriftSupervisor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * State of the drift monitor in checkpoints.
 *
 * @param scoreTiles saved state of the {@code ChampionMonitor}; without the last swing in savepoints of earlier versions of
 *     the job
 * @param mode of the mode state machine
 * @param recoveringSinceMillis of the mode state machine
 * @param lastReading null before the first reading
 * @param references of all models that were announced; null in savepoints of earlier versions of the job
 */
@SuppressWarnings("ArrayRecordComponent") // A record, for Flink's serializer; never compared.
public record MonitorState(
        long[] scoreTiles,
        Mode mode,
        long recoveringSinceMillis,
        ControlSnapshot control,
        @Nullable DriftReading lastReading,
        @Nullable List<ReferenceState> references) {

    public static MonitorState of(DriftSupervisor.Snapshot supervisor, ControlSnapshot control) {
        return new MonitorState(
                supervisor.scoreTiles(),
                supervisor.modeMachine().mode(),
                supervisor.modeMachine().recoveringSinceMillis(),
                control,
                supervisor.lastReading().orElse(null),
                ReferenceState.of(supervisor.references()));
    }

    /** The part of the supervisor. */
    public DriftSupervisor.Snapshot supervisor() {
        return new DriftSupervisor.Snapshot(
                scoreTiles,
                new ModeStateMachine(mode, recoveringSinceMillis),
                Optional.ofNullable(lastReading),
                ReferenceState.toMap(references == null ? List.of() : references));
    }
}
