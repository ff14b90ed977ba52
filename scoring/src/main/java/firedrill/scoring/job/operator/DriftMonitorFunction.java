package firedrill.scoring.job.operator;

import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.ControlCommand.AutomaticMode;
import firedrill.scoring.decision.ControlState;
import firedrill.scoring.decision.Signal;
import firedrill.scoring.drift.DriftReading;
import firedrill.scoring.decision.Signal.DriftReport;
import firedrill.scoring.decision.Signal.ModeChange;
import firedrill.scoring.registry.ModelRegistry.RoleAssignment;
import firedrill.scoring.decision.wire.ControlCodec;
import firedrill.scoring.decision.wire.SignalCodec;
import firedrill.scoring.drift.ChampionMonitor;
import firedrill.scoring.drift.DriftSettings;
import firedrill.scoring.drift.Mode;
import firedrill.scoring.drift.ModeStateMachine;
import firedrill.scoring.job.kafka.OutboundRecord;
import firedrill.scoring.job.settings.JobSettings;
import firedrill.scoring.job.state.ControlSnapshot;
import firedrill.scoring.job.state.ControlUpdate;
import firedrill.scoring.job.state.MonitorState;
import firedrill.scoring.job.state.ReferenceState;
import firedrill.scoring.job.state.ScorerFactory;
import firedrill.scoring.model.artifact.LoadedModel;
import firedrill.scoring.model.artifact.ModelAnnouncement;
import firedrill.scoring.model.artifact.ModelRefusedException;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.CoProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Watches the champion's scores, asks for the mode that they call for, and tells of every change of mode, whoever asked
 * for it.
 *
 * <p>There is one, so each change is told once. It asks over {@code fraud.control} like an operator would, and believes
 * a change only when it reads it there: the topic's order is the order of all commands.
 */
public final class DriftMonitorFunction extends CoProcessFunction<WithdrawalScore, ControlUpdate, OutboundRecord>
        implements CheckpointedFunction {

    /** The monitor's own commands. */
    public static final OutputTag<OutboundRecord> COMMANDS =
            new OutputTag<>("commands", TypeInformation.of(OutboundRecord.class));

    private static final String ACTOR = "monitor";

    private final JobSettings.ScoringSettings settings;
    private transient @Nullable ChampionMonitor championMonitor;
    private transient @Nullable ListState<MonitorState> savedState;
    private transient ModeStateMachine modeMachine = ModeStateMachine.START;
    private transient ControlState control = ControlState.START;
    /** What was last asked for, by itself or by a predecessor on the same topic. */
    private transient Mode requestedMode = Mode.MODEL;

    private transient Optional<DriftReading> lastReading = Optional.empty();

    public DriftMonitorFunction(JobSettings.ScoringSettings judging) {
        this.settings = judging;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        modeMachine = ModeStateMachine.START;
        control = ControlState.START;
        lastReading = Optional.empty();
        LoadedModel founder = ScorerFactory.loadModel(settings);
        ChampionMonitor monitor =
                new ChampionMonitor(founder.scorer().hash(), founder.reference(), DriftSettings.DEFAULT);
        savedState = context.getOperatorStateStore()
                .getListState(new ListStateDescriptor<>("memory", TypeInformation.of(MonitorState.class)));
        for (MonitorState saved : savedState.get()) {
            modeMachine = new ModeStateMachine(saved.mode(), saved.recoveringSinceMillis());
            control = saved.control().restore();
            if (saved.references() != null) {
                saved.references().forEach(one -> monitor.addReference(one.model(), one.reference()));
            }
            monitor.watchChampion(control.registry().champion().map(RoleAssignment::model));
            monitor.restore(saved.scoreTiles());
            lastReading = Optional.ofNullable(saved.lastReading());
        }
        requestedMode = control.automaticMode();
        championMonitor = monitor;
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        OperatorLifecycle.requireOpen(savedState)
                .update(List.of(new MonitorState(
                        OperatorLifecycle.requireOpen(championMonitor).save(),
                        modeMachine.mode(),
                        modeMachine.recoveringSinceMillis(),
                        ControlSnapshot.of(control),
                        lastReading.orElse(null),
                        ReferenceState.of(
                                OperatorLifecycle.requireOpen(championMonitor).references()))));
    }

    @Override
    public void processElement1(WithdrawalScore score, Context context, Collector<OutboundRecord> signals) {
        Optional<DriftReading> reading = OperatorLifecycle.requireOpen(championMonitor)
                .observe(score.model(), score.probability(), score.timeMillis());
        if (reading.isEmpty()) {
            return;
        }
        lastReading = reading;
        signals.collect(signal(new DriftReport(reading.get())));
        modeMachine = modeMachine.next(reading.get());
        if (modeMachine.mode() != requestedMode) {
            requestedMode = modeMachine.mode();
            context.output(COMMANDS, command(reading.get()));
        }
    }

    @Override
    public void processElement2(ControlUpdate notice, Context context, Collector<OutboundRecord> signals)
            throws ModelRefusedException {
        if (notice.isModel()) {
            ModelAnnouncement announced = notice.announcement();
            OperatorLifecycle.requireOpen(championMonitor)
                    .addReference(announced.modelHash(), announced.artifact().referenceDistribution());
        } else {
            apply(notice.command(), signals);
        }
        OperatorLifecycle.requireOpen(championMonitor).watchChampion(control.registry().champion().map(RoleAssignment::model));
    }

    private void apply(ControlCommand command, Collector<OutboundRecord> signals) {
        Mode before = control.mode();
        control = control.apply(command);
        if (command instanceof AutomaticMode) {
            requestedMode = control.automaticMode();
        }
        if (control.mode() != before) {
            signals.collect(signal(new ModeChange(
                    command.timeMillis(), before, control.mode(), command.actor(), command.reason(), lastReading)));
        }
    }

    private OutboundRecord command(DriftReading reading) {
        AutomaticMode command =
                new AutomaticMode(0, reading.timeMillis(), ACTOR, modeMachine.explanation(reading), modeMachine.mode());
        return new OutboundRecord(ControlCodec.key(command), ControlCodec.encode(command));
    }

    private static OutboundRecord signal(Signal signal) {
        return new OutboundRecord(SignalCodec.key(signal), SignalCodec.encode(signal));
    }
}
