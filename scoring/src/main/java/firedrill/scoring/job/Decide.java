package firedrill.scoring.job;

import firedrill.ingest.event.EventCodec;
import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.scoring.decision.Control;
import firedrill.scoring.decision.Decider;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.DecisionCodec;
import firedrill.scoring.decision.Timing;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Decides each order and withdrawal under the control that all commands so far amount to.
 *
 * <p>Every subtask hears every command. An event that arrives with its latency budget nearly spent is decided by the
 * rules at once. Probabilities of withdrawals leave for the monitor as well.
 */
final class Decide extends BroadcastProcessFunction<InFlight, CommandBytes, Outgoing> {

    /** One entry: the control. */
    static final MapStateDescriptor<String, ControlState> CONTROL =
            new MapStateDescriptor<>("control", Types.STRING, TypeInformation.of(ControlState.class));

    static final OutputTag<Scored> SCORED = new OutputTag<>("scored", TypeInformation.of(Scored.class));

    private static final String CURRENT = "current";

    private final JobSettings.Judging judging;
    private final long budgetMicros;
    private transient @Nullable Decider decider;
    /** The state's control, kept so that it is not rebuilt for each event; null until it is first needed. */
    private transient @Nullable Control control;

    Decide(JobSettings.Judging judging) {
        this.judging = judging;
        this.budgetMicros = TimeUnit.NANOSECONDS.toMicros(judging.budget().toNanos());
    }

    @Override
    public void open(OpenContext context) {
        decider = Loaded.decider(judging);
    }

    @Override
    public void processElement(InFlight event, ReadOnlyContext context, Collector<Outgoing> out) throws Exception {
        long startMicros = Micros.now(judging.clock());
        boolean budgetSpent = startMicros - event.publishedMicros > budgetMicros;
        Decided asked = (Decided) event.event();
        Decision decision = Opened.of(decider)
                .decide(asked, event.features, control(context.getBroadcastState(CONTROL)), budgetSpent, Timing.NONE)
                .timed(event.timing(startMicros, Micros.now(judging.clock())));
        out.collect(new Outgoing(EventCodec.key(event.userId), DecisionCodec.encode(decision)));
        if (event.hasAddress()) {
            context.output(SCORED, new Scored(decision.timeMillis(), decision.probability()));
        }
    }

    @Override
    public void processBroadcastElement(CommandBytes command, Context context, Collector<Outgoing> out)
            throws Exception {
        BroadcastState<String, ControlState> state = context.getBroadcastState(CONTROL);
        Control after = control(state).after(command.command());
        state.put(CURRENT, ControlState.of(after));
        control = after;
    }

    private Control control(ReadOnlyBroadcastState<String, ControlState> state) throws Exception {
        if (control == null) {
            ControlState saved = state.get(CURRENT);
            control = saved == null ? Control.START : saved.control();
        }
        return control;
    }
}
