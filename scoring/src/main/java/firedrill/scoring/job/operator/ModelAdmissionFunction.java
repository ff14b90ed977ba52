package firedrill.scoring.job.operator;

import firedrill.scoring.decision.wire.ModelAnnouncementCodec;
import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.ControlState;
import firedrill.scoring.decision.Signal.Refusal;
import firedrill.scoring.decision.wire.ControlCodec;
import firedrill.scoring.decision.wire.SignalCodec;
import firedrill.scoring.job.kafka.OutboundRecord;
import firedrill.scoring.job.kafka.RawRecord;
import firedrill.scoring.job.settings.JobSettings;
import firedrill.scoring.job.state.ControlSnapshot;
import firedrill.scoring.job.state.ControlUpdate;
import firedrill.scoring.job.state.RegistrarState;
import firedrill.scoring.job.state.ScorerFactory;
import firedrill.scoring.model.artifact.LoadedModel;
import firedrill.scoring.model.artifact.ModelAnnouncement;
import firedrill.scoring.model.artifact.ModelRefusedException;
import firedrill.scoring.registry.ModelOrder.Admit;
import firedrill.scoring.registry.ModelOrder.Retire;
import firedrill.scoring.registry.ModelRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * Checks every model that is announced, passes on those that hold, and tells of every refusal: of a model, or of an order
 * that makes no sense.
 *
 * <p>There is one, so each refusal is told once; and it is a task of its own, so that a check holds up no decision. That a
 * model passed is said over {@code fraud.control}, where it has its place among the orders: nothing can be promoted
 * before. The first model of all is the one that the scorer was started with.
 */
public final class ModelAdmissionFunction extends CoProcessFunction<RawRecord, ControlUpdate, ControlUpdate>
        implements CheckpointedFunction {

    public static final OutputTag<OutboundRecord> SIGNALS =
            new OutputTag<>("refusals", TypeInformation.of(OutboundRecord.class));
    public static final OutputTag<OutboundRecord> COMMANDS =
            new OutputTag<>("admissions", TypeInformation.of(OutboundRecord.class));
    public static final OutputTag<OutboundRecord> MODELS =
            new OutputTag<>("announcements", TypeInformation.of(OutboundRecord.class));

    private static final String ACTOR = "registry";
    /** What a stranger wrote is told in so many letters at most, and on one line. */
    private static final int MAX_TEXT_CHARS = 200;

    private final JobSettings.ScoringSettings settings;
    private transient @Nullable ListState<RegistrarState> savedState;
    private transient ControlState control = ControlState.START;
    /** By version: to tell a repetition, and to put back what somebody overwrites. */
    private transient Map<String, byte[]> admittedAnnouncements = new LinkedHashMap<>();

    private transient boolean isSeedAnnounced;
    private transient long nowMillis;

    public ModelAdmissionFunction(JobSettings.ScoringSettings judging) {
        this.settings = judging;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        control = ControlState.START;
        admittedAnnouncements = new LinkedHashMap<>();
        savedState = context.getOperatorStateStore()
                .getListState(new ListStateDescriptor<>("registrar", TypeInformation.of(RegistrarState.class)));
        for (RegistrarState saved : savedState.get()) {
            control = saved.control().restore();
            saved.admittedAnnouncements()
                    .forEach(known -> admittedAnnouncements.put(
                            ControlUpdate.announcement(known).modelHash(), known));
        }
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        OperatorLifecycle.requireOpen(savedState)
                .update(List.of(
                        new RegistrarState(ControlSnapshot.of(control), List.copyOf(admittedAnnouncements.values()))));
    }

    @Override
    public void processElement1(RawRecord record, Context context, Collector<ControlUpdate> accepted)
            throws ModelRefusedException {
        if (record.value() == null) {
            // A version that somebody deleted from the topic; whatever uses it goes on.
            return;
        }
        try {
            ModelAnnouncement announced = ModelAnnouncementCodec.decode(record.value());
            announceSeedModel(announced, context, accepted);
            check(announced, record.value(), context, accepted);
        } catch (ModelRefusedException unreadable) {
            refuse("record " + record.offset() + " of " + record.topic(), "unknown", unreadable.getMessage(), context);
        }
    }

    /** The scorer's own model comes first, whatever is announced first. */
    private void announceSeedModel(ModelAnnouncement announced, Context context, Collector<ControlUpdate> accepted)
            throws ModelRefusedException {
        if (isSeedAnnounced || !control.registry().versions().isEmpty()) {
            return;
        }
        isSeedAnnounced = true;
        ModelAnnouncement founder = ModelAnnouncement.of(
                ScorerFactory.loadArtifact(settings), announced.timeMillis(), ACTOR, "the scorer was started with it");
        if (!founder.modelHash().equals(announced.modelHash())) {
            byte[] value = ModelAnnouncementCodec.encode(founder);
            check(founder, value, context, accepted);
            context.output(MODELS, new OutboundRecord(ModelAnnouncementCodec.key(founder), value));
        }
    }

    private void check(ModelAnnouncement announced, byte[] value, Context context, Collector<ControlUpdate> accepted) {
        try {
            LoadedModel loaded = announced.open(() -> EpochMicros.now(settings.clock()));
            admit(announced, loaded.card().name(), value, context, accepted);
        } catch (ModelRefusedException refused) {
            refuse("model " + announced.modelHash(), announced.author(), refused.getMessage(), context);
            byte[] good = admittedAnnouncements.get(announced.modelHash());
            if (good != null) {
                // The topic keeps the last record of a version only, and that must be one that opens.
                context.output(MODELS, new OutboundRecord(ModelAnnouncementCodec.key(announced), good));
            }
        }
    }

    private void admit(
            ModelAnnouncement announced,
            String name,
            byte[] value,
            Context context,
            Collector<ControlUpdate> accepted) {
        String model = announced.modelHash();
        Admit admit = new Admit(model, oneLine(name));
        ModelRegistry roster = control.registry();
        boolean isRetired = roster.version(model).isPresent() && !roster.isActive(model);
        if (isRetired || admittedAnnouncements.containsKey(model)) {
            return;
        }
        String reason = roster.refusal(admit).orElse(null);
        if (reason != null) {
            refuse("model " + model, announced.author(), reason, context);
            return;
        }
        admittedAnnouncements.put(model, value);
        accepted.collect(ControlUpdate.model(value));
        if (roster.version(model).isEmpty()) {
            ModelCommand command = new ModelCommand(
                    0,
                    announced.timeMillis(),
                    oneLine(announced.author()),
                    oneLine(announced.reason()),
                    ACTOR + "/" + model + "/" + EpochMicros.now(settings.clock()),
                    admit);
            context.output(COMMANDS, new OutboundRecord(ControlCodec.key(command), ControlCodec.encode(command)));
        }
    }

    @Override
    public void processElement2(ControlUpdate notice, Context context, Collector<ControlUpdate> accepted) {
        ControlCommand command = notice.command();
        if (command.version() <= control.version()) {
            return;
        }
        nowMillis = command.timeMillis();
        if (command instanceof ModelCommand ordered) {
            control.refusal(command)
                    .ifPresent(reason -> refuse(ordered.order().description(), command.actor(), reason, context));
        }
        control = control.apply(command);
        if (command instanceof ModelCommand ordered
                && ordered.order() instanceof Retire retire
                && !control.registry().isActive(retire.model())) {
            admittedAnnouncements.remove(retire.model());
        }
    }

    private void refuse(String what, String by, @Nullable String why, Context context) {
        Refusal refusal = new Refusal(nowMillis, oneLine(what), oneLine(by), oneLine(String.valueOf(why)));
        context.output(SIGNALS, new OutboundRecord(SignalCodec.key(refusal), SignalCodec.encode(refusal)));
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= MAX_TEXT_CHARS ? line : line.substring(0, MAX_TEXT_CHARS) + "…";
    }
}
