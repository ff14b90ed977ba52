package firedrill.scoring.job.operator;

import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.ControlState;
import firedrill.scoring.decision.Signal;
import firedrill.scoring.decision.Signal.Quarantine;
import firedrill.scoring.decision.Signal.Refusal;
import firedrill.scoring.decision.wire.ControlCodec;
import firedrill.scoring.decision.wire.SignalCodec;
import firedrill.scoring.engine.ModelAdmission;
import firedrill.scoring.job.kafka.OutboundRecord;
import firedrill.scoring.job.kafka.RawRecord;
import firedrill.scoring.job.settings.JobSettings;
import firedrill.scoring.job.state.ControlSnapshot;
import firedrill.scoring.job.state.ControlUpdate;
import firedrill.scoring.job.state.RegistrarState;
import firedrill.scoring.job.state.ScorerFactory;
import firedrill.scoring.model.artifact.HeldModels;
import firedrill.scoring.model.artifact.ModelRefusedException;
import java.nio.charset.StandardCharsets;
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
 * Runs {@link ModelAdmission} on the topics of models and of commands.
 *
 * <p>It has one instance, so each refusal is reported once, and is a task of its own, so that a check delays no
 * decision.
 */
public final class ModelAdmissionFunction extends CoProcessFunction<RawRecord, ControlUpdate, ControlUpdate>
        implements CheckpointedFunction {

    public static final OutputTag<OutboundRecord> SIGNALS =
            new OutputTag<>("refusals", TypeInformation.of(OutboundRecord.class));
    public static final OutputTag<OutboundRecord> COMMANDS =
            new OutputTag<>("admissions", TypeInformation.of(OutboundRecord.class));
    public static final OutputTag<OutboundRecord> MODELS =
            new OutputTag<>("announcements", TypeInformation.of(OutboundRecord.class));

    private final JobSettings.ScoringSettings settings;
    private transient @Nullable ListState<RegistrarState> savedState;
    private transient @Nullable ModelAdmission admission;

    public ModelAdmissionFunction(JobSettings.ScoringSettings settings) {
        this.settings = settings;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        savedState = context.getOperatorStateStore()
                .getListState(new ListStateDescriptor<>("registrar", TypeInformation.of(RegistrarState.class)));
        admission = admission(ControlState.START, List.of());
        for (RegistrarState saved : savedState.get()) {
            admission = admission(saved.control().restore(), saved.admittedAnnouncements());
        }
    }

    private ModelAdmission admission(ControlState control, List<byte[]> admitted) throws ModelRefusedException {
        return new ModelAdmission(
                () -> ScorerFactory.loadArtifact(settings),
                () -> EpochMicros.now(settings.clock()),
                ScorerFactory.loadJournal(settings),
                HeldModels.ofThisJvm(),
                control,
                admitted);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        ModelAdmission current = OperatorLifecycle.requireOpen(admission);
        OperatorLifecycle.requireOpen(savedState)
                .update(List.of(new RegistrarState(ControlSnapshot.of(current.control()), current.admitted())));
    }

    @Override
    public void processElement1(RawRecord record, Context context, Collector<ControlUpdate> accepted) {
        OperatorLifecycle.requireOpen(admission)
                .announce(
                        "record " + record.offset() + " of " + record.topic(),
                        record.offset(),
                        record.value(),
                        new TopicOutput(context, accepted));
    }

    @Override
    public void processElement2(ControlUpdate update, Context context, Collector<ControlUpdate> accepted) {
        OperatorLifecycle.requireOpen(admission).apply(update.command(), new TopicOutput(context, accepted));
    }

    /** Encodes each result for its topic. */
    private record TopicOutput(Context context, Collector<ControlUpdate> accepted) implements ModelAdmission.Output {

        @Override
        public void accept(long record, byte[] announcement) {
            accepted.collect(ControlUpdate.model(record, announcement));
        }

        @Override
        public void command(ModelCommand command) {
            context.output(COMMANDS, new OutboundRecord(ControlCodec.key(command), ControlCodec.encode(command)));
        }

        @Override
        public void announce(String model, byte[] announcement) {
            context.output(MODELS, new OutboundRecord(model.getBytes(StandardCharsets.UTF_8), announcement));
        }

        @Override
        public void refuse(Refusal refusal) {
            signal(refusal);
        }

        @Override
        public void quarantine(Quarantine change) {
            signal(change);
        }

        private void signal(Signal signal) {
            context.output(SIGNALS, new OutboundRecord(SignalCodec.key(signal), SignalCodec.encode(signal)));
        }
    }
}
