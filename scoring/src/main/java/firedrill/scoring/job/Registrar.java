package firedrill.scoring.job;

import firedrill.scoring.decision.Control;
import firedrill.scoring.decision.ControlCodec;
import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.ModelOrder.Admit;
import firedrill.scoring.decision.ModelOrder.Retire;
import firedrill.scoring.decision.Roster;
import firedrill.scoring.decision.Signal.Refusal;
import firedrill.scoring.decision.SignalCodec;
import firedrill.scoring.model.LoadedModel;
import firedrill.scoring.model.ModelAnnouncement;
import firedrill.scoring.model.ModelRefusedException;
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
final class Registrar extends CoProcessFunction<RawRecord, Notice, Notice> implements CheckpointedFunction {

    static final OutputTag<Outgoing> SIGNALS = new OutputTag<>("refusals", TypeInformation.of(Outgoing.class));
    static final OutputTag<Outgoing> COMMANDS = new OutputTag<>("admissions", TypeInformation.of(Outgoing.class));
    static final OutputTag<Outgoing> MODELS = new OutputTag<>("announcements", TypeInformation.of(Outgoing.class));

    private static final String SELF = "registry";
    /** What a stranger wrote is told in so many letters at most, and on one line. */
    private static final int MOST_LETTERS = 200;

    private final JobSettings.Judging judging;
    private transient @Nullable ListState<RegistrarMemory> memory;
    private transient Control control = Control.START;
    /** By version: to tell a repetition, and to put back what somebody overwrites. */
    private transient Map<String, byte[]> admitted = new LinkedHashMap<>();

    private transient boolean isFounded;
    private transient long nowMillis;

    Registrar(JobSettings.Judging judging) {
        this.judging = judging;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        control = Control.START;
        admitted = new LinkedHashMap<>();
        memory = context.getOperatorStateStore()
                .getListState(new ListStateDescriptor<>("registrar", TypeInformation.of(RegistrarMemory.class)));
        for (RegistrarMemory saved : memory.get()) {
            control = saved.control().control();
            saved.admitted()
                    .forEach(known -> admitted.put(Notice.announcement(known).model(), known));
        }
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        Opened.of(memory)
                .update(List.of(new RegistrarMemory(ControlState.of(control), List.copyOf(admitted.values()))));
    }

    @Override
    public void processElement1(RawRecord record, Context context, Collector<Notice> accepted)
            throws ModelRefusedException {
        if (record.value() == null) {
            // A version that somebody deleted from the topic; whatever uses it goes on.
            return;
        }
        try {
            ModelAnnouncement announced = ModelAnnouncement.read(record.value());
            found(announced, context, accepted);
            consider(announced, record.value(), context, accepted);
        } catch (ModelRefusedException unreadable) {
            refuse("record " + record.offset() + " of " + record.topic(), "unknown", unreadable.getMessage(), context);
        }
    }

    /** The scorer's own model comes first, whatever is announced first. */
    private void found(ModelAnnouncement announced, Context context, Collector<Notice> accepted)
            throws ModelRefusedException {
        if (isFounded || !control.roster().versions().isEmpty()) {
            return;
        }
        isFounded = true;
        ModelAnnouncement founder = ModelAnnouncement.of(
                Loaded.packed(judging), announced.timeMillis(), SELF, "the scorer was started with it");
        if (!founder.model().equals(announced.model())) {
            byte[] value = founder.toBytes();
            consider(founder, value, context, accepted);
            context.output(MODELS, new Outgoing(founder.key(), value));
        }
    }

    private void consider(ModelAnnouncement announced, byte[] value, Context context, Collector<Notice> accepted) {
        try {
            LoadedModel loaded = announced.open(() -> Micros.now(judging.clock()));
            accept(announced, loaded.card().name(), value, context, accepted);
        } catch (ModelRefusedException refused) {
            refuse("model " + announced.model(), announced.by(), refused.getMessage(), context);
            byte[] good = admitted.get(announced.model());
            if (good != null) {
                // The topic keeps the last record of a version only, and that must be one that opens.
                context.output(MODELS, new Outgoing(announced.key(), good));
            }
        }
    }

    private void accept(
            ModelAnnouncement announced, String name, byte[] value, Context context, Collector<Notice> accepted) {
        String model = announced.model();
        Admit admit = new Admit(model, oneLine(name));
        Roster roster = control.roster();
        boolean isRetired = roster.version(model).isPresent() && !roster.isUsable(model);
        if (isRetired || admitted.containsKey(model)) {
            return;
        }
        String reason = roster.refusal(admit).orElse(null);
        if (reason != null) {
            refuse("model " + model, announced.by(), reason, context);
            return;
        }
        admitted.put(model, value);
        accepted.collect(Notice.model(value));
        if (roster.version(model).isEmpty()) {
            ModelCommand command = new ModelCommand(
                    0,
                    announced.timeMillis(),
                    oneLine(announced.by()),
                    oneLine(announced.why()),
                    SELF + "/" + model + "/" + Micros.now(judging.clock()),
                    admit);
            context.output(COMMANDS, new Outgoing(ControlCodec.key(command), ControlCodec.encode(command)));
        }
    }

    @Override
    public void processElement2(Notice notice, Context context, Collector<Notice> accepted) {
        ControlCommand command = notice.command();
        if (command.version() <= control.version()) {
            return;
        }
        nowMillis = command.timeMillis();
        if (command instanceof ModelCommand ordered) {
            control.refusal(command)
                    .ifPresent(reason -> refuse(ordered.order().inWords(), command.by(), reason, context));
        }
        control = control.after(command);
        if (command instanceof ModelCommand ordered
                && ordered.order() instanceof Retire retire
                && !control.roster().isUsable(retire.model())) {
            admitted.remove(retire.model());
        }
    }

    private void refuse(String what, String by, @Nullable String why, Context context) {
        Refusal refusal = new Refusal(nowMillis, oneLine(what), oneLine(by), oneLine(String.valueOf(why)));
        context.output(SIGNALS, new Outgoing(SignalCodec.key(refusal), SignalCodec.encode(refusal)));
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= MOST_LETTERS ? line : line.substring(0, MOST_LETTERS) + "…";
    }
}
