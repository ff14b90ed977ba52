package firedrill.scoring.job;

import firedrill.ingest.event.EventCodec;
import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.DecisionCodec;
import firedrill.scoring.decision.Lineup;
import firedrill.scoring.decision.Role;
import firedrill.scoring.decision.Timing;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Decides each order and withdrawal, by the model that has it, under the control that all commands so far amount to.
 *
 * <p>An event that arrives with its latency budget nearly spent is decided by the rules at once. The champion's
 * probabilities of withdrawals leave for the monitor as well, and while somebody watches, so does every decision.
 */
final class Decide extends BroadcastProcessFunction<InFlight, Notice, Outgoing> implements CheckpointedFunction {

    static final OutputTag<Scored> SCORED = new OutputTag<>("scored", TypeInformation.of(Scored.class));
    static final OutputTag<Judged> JUDGED = new OutputTag<>("judged", TypeInformation.of(Judged.class));

    private final JobSettings.Judging judging;
    private final long budgetMicros;
    private transient @Nullable Heard heard;

    Decide(JobSettings.Judging judging) {
        this.judging = judging;
        this.budgetMicros = TimeUnit.NANOSECONDS.toMicros(judging.budget().toNanos());
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        heard = Heard.of(context.getOperatorStateStore(), Loaded.decider(judging), Loading.thread());
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {
        // What was heard is in Flink's hands at any time.
    }

    @Override
    public void processElement(InFlight event, ReadOnlyContext context, Collector<Outgoing> out) {
        long startMicros = Micros.now(judging.clock());
        boolean budgetSpent = startMicros - event.publishedMicros > budgetMicros;
        Decided asked = (Decided) event.event();
        Lineup lineup = Opened.of(heard).lineup();
        Decision decision = lineup.of(event.userId)
                .decide(asked, event.features, Opened.of(heard).control(), budgetSpent, Timing.NONE)
                .timed(event.timing(startMicros, Micros.now(judging.clock())));
        byte[] encoded = DecisionCodec.encode(decision);
        out.collect(new Outgoing(EventCodec.key(event.userId), encoded));
        if (event.hasAddress() && decision.versions().role() == Role.CHAMPION) {
            context.output(
                    SCORED,
                    new Scored(
                            decision.timeMillis(),
                            decision.probability(),
                            decision.versions().modelHash()));
        }
        if (!lineup.shadows().isEmpty()) {
            context.output(JUDGED, new Judged(event.publishedMicros, event.payload, encoded));
        }
    }

    @Override
    public void processBroadcastElement(Notice notice, Context context, Collector<Outgoing> out) throws Exception {
        Opened.of(heard).hear(notice);
    }

    @Override
    public void close() {
        if (heard != null) {
            heard.close();
        }
    }
}
