package firedrill.scoring.job;

import firedrill.scoring.decision.Control;
import firedrill.scoring.decision.ControlCodec;
import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.ControlCommand.AutomaticMode;
import firedrill.scoring.decision.Mode;
import firedrill.scoring.decision.Signal;
import firedrill.scoring.decision.Signal.DriftReading;
import firedrill.scoring.decision.Signal.ModeChange;
import firedrill.scoring.decision.SignalCodec;
import firedrill.scoring.drift.ChampionMonitor;
import firedrill.scoring.drift.ModeMachine;
import firedrill.scoring.drift.MonitorSettings;
import firedrill.scoring.model.LoadedModel;
import firedrill.scoring.model.ModelAnnouncement;
import firedrill.scoring.model.ModelRefusedException;
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
final class Monitor extends CoProcessFunction<Scored, Notice, Outgoing> implements CheckpointedFunction {

    /** The monitor's own commands. */
    static final OutputTag<Outgoing> COMMANDS = new OutputTag<>("commands", TypeInformation.of(Outgoing.class));

    private static final String SELF = "monitor";

    private final JobSettings.Judging judging;
    private transient @Nullable ChampionMonitor scores;
    private transient @Nullable ListState<MonitorMemory> memory;
    private transient ModeMachine machine = ModeMachine.START;
    private transient Control control = Control.START;
    /** What was last asked for, by itself or by a predecessor on the same topic. */
    private transient Mode asked = Mode.MODEL;

    private transient Optional<DriftReading> lastReading = Optional.empty();

    Monitor(JobSettings.Judging judging) {
        this.judging = judging;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        machine = ModeMachine.START;
        control = Control.START;
        lastReading = Optional.empty();
        LoadedModel founder = Loaded.model(judging);
        ChampionMonitor monitor =
                new ChampionMonitor(founder.scorer().hash(), founder.reference(), MonitorSettings.DEFAULT);
        memory = context.getOperatorStateStore()
                .getListState(new ListStateDescriptor<>("memory", TypeInformation.of(MonitorMemory.class)));
        for (MonitorMemory saved : memory.get()) {
            machine = new ModeMachine(saved.machineMode(), saved.calmSinceMillis());
            control = saved.control().control();
            if (saved.references() != null) {
                saved.references().forEach(one -> monitor.know(one.model(), one.reference()));
            }
            monitor.follow(control.roster());
            monitor.restore(saved.scores());
            lastReading = Optional.ofNullable(saved.lastReading());
        }
        asked = control.automatic();
        scores = monitor;
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        Opened.of(memory)
                .update(List.of(new MonitorMemory(
                        Opened.of(scores).save(),
                        machine.mode(),
                        machine.calmSinceMillis(),
                        ControlState.of(control),
                        lastReading.orElse(null),
                        ReferenceState.of(Opened.of(scores).references()))));
    }

    @Override
    public void processElement1(Scored score, Context context, Collector<Outgoing> signals) {
        Optional<DriftReading> reading =
                Opened.of(scores).observe(score.model(), score.probability(), score.timeMillis());
        if (reading.isEmpty()) {
            return;
        }
        lastReading = reading;
        signals.collect(signal(reading.get()));
        machine = machine.after(reading.get());
        if (machine.mode() != asked) {
            asked = machine.mode();
            context.output(COMMANDS, command(reading.get()));
        }
    }

    @Override
    public void processElement2(Notice notice, Context context, Collector<Outgoing> signals)
            throws ModelRefusedException {
        if (notice.isModel()) {
            ModelAnnouncement announced = notice.announcement();
            Opened.of(scores).know(announced.model(), announced.packed().reference());
        } else {
            hear(notice.command(), signals);
        }
        Opened.of(scores).follow(control.roster());
    }

    private void hear(ControlCommand command, Collector<Outgoing> signals) {
        Mode before = control.mode();
        control = control.after(command);
        if (command instanceof AutomaticMode) {
            asked = control.automatic();
        }
        if (control.mode() != before) {
            signals.collect(signal(new ModeChange(
                    command.timeMillis(), before, control.mode(), command.by(), command.why(), lastReading)));
        }
    }

    private Outgoing command(DriftReading reading) {
        AutomaticMode command = new AutomaticMode(0, reading.timeMillis(), SELF, machine.why(reading), machine.mode());
        return new Outgoing(ControlCodec.key(command), ControlCodec.encode(command));
    }

    private static Outgoing signal(Signal signal) {
        return new Outgoing(SignalCodec.key(signal), SignalCodec.encode(signal));
    }
}
