package firedrill.scoring.job.operator;

import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.Signal;
import firedrill.scoring.decision.Signal.DriftReport;
import firedrill.scoring.decision.wire.ControlCodec;
import firedrill.scoring.decision.wire.SignalCodec;
import firedrill.scoring.engine.ControlLog;
import firedrill.scoring.engine.DriftStep;
import firedrill.scoring.engine.DriftSupervisor;
import firedrill.scoring.engine.WithdrawalScore;
import firedrill.scoring.job.kafka.OutboundRecord;
import firedrill.scoring.job.settings.JobSettings;
import firedrill.scoring.job.state.ControlSnapshot;
import firedrill.scoring.job.state.ControlUpdate;
import firedrill.scoring.job.state.MonitorState;
import firedrill.scoring.job.state.ScorerFactory;
import firedrill.scoring.model.artifact.LoadedModel;
import firedrill.scoring.model.artifact.ModelAnnouncement;
import firedrill.scoring.model.artifact.ModelRefusedException;
import java.util.List;
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
 * Runs the {@link DriftSupervisor} on the champion's scores and the control topic.
 *
 * <p>It has one instance, so each change of mode is reported once. Its commands go over {@code fraud.control} as an
 * operator's do, and take effect when they are read back.
 */
public final class DriftMonitorFunction extends CoProcessFunction<WithdrawalScore, ControlUpdate, OutboundRecord>
        implements CheckpointedFunction {

    public static final OutputTag<OutboundRecord> COMMANDS =
            new OutputTag<>("commands", TypeInformation.of(OutboundRecord.class));

    private final JobSettings.ScoringSettings settings;
    private transient @Nullable ListState<MonitorState> savedState;
    private transient @Nullable ControlLog control;
    private transient @Nullable DriftSupervisor supervisor;

    public DriftMonitorFunction(JobSettings.ScoringSettings settings) {
        this.settings = settings;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        LoadedModel seed = ScorerFactory.loadModel(settings);
        DriftSupervisor restored = new DriftSupervisor(
                seed.scorer().hash(), seed.reference(), settings.parameters().drift());
        control = new ControlLog();
        savedState = context.getOperatorStateStore()
                .getListState(new ListStateDescriptor<>("memory", TypeInformation.of(MonitorState.class)));
        for (MonitorState saved : savedState.get()) {
            control = new ControlLog(saved.control().restore());
            restored.restore(saved.supervisor(), control.state());
        }
        supervisor = restored;
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        OperatorLifecycle.requireOpen(savedState)
                .update(List.of(MonitorState.of(
                        OperatorLifecycle.requireOpen(supervisor).snapshot(),
                        ControlSnapshot.of(
                                OperatorLifecycle.requireOpen(control).state()))));
    }

    @Override
    public void processElement1(WithdrawalScore score, Context context, Collector<OutboundRecord> signals) {
        DriftStep step = OperatorLifecycle.requireOpen(supervisor).observe(score);
        step.reading().ifPresent(reading -> signals.collect(record(new DriftReport(reading))));
        step.request().ifPresent(command -> context.output(COMMANDS, record(command)));
    }

    @Override
    public void processElement2(ControlUpdate update, Context context, Collector<OutboundRecord> signals)
            throws ModelRefusedException {
        ControlLog log = OperatorLifecycle.requireOpen(control);
        DriftSupervisor monitor = OperatorLifecycle.requireOpen(supervisor);
        if (update.isModel()) {
            ModelAnnouncement announced = update.announcement();
            monitor.addReference(announced.modelHash(), announced.artifact().referenceDistribution(), log.state());
        } else {
            monitor.apply(log.apply(update.command())).ifPresent(change -> signals.collect(record(change)));
        }
    }

    private static OutboundRecord record(ControlCommand command) {
        return new OutboundRecord(ControlCodec.key(command), ControlCodec.encode(command));
    }

    private static OutboundRecord record(Signal signal) {
        return new OutboundRecord(SignalCodec.key(signal), SignalCodec.encode(signal));
    }
}
