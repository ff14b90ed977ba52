package firedrill.scoring.job;

import firedrill.ingest.event.EventCodec;
import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.ingest.event.MalformedEventException;
import firedrill.scoring.decision.Decider;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.DecisionCodec;
import firedrill.scoring.decision.MalformedMessageException;
import firedrill.scoring.decision.ShadowCodec;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Has challengers score what was decided, from the very vector that decided; a task of its own, so that nobody waits for it.
 *
 * <p>What comes too late is dropped unscored, and counted by Flink as {@code dropped}: a shadow that cannot keep up must lose sight, not hold the decisions up.
 */
final class Shadow extends BroadcastProcessFunction<Judged, Notice, Outgoing> implements CheckpointedFunction {

    private static final long LATEST_MICROS = TimeUnit.SECONDS.toMicros(1);

    private final JobSettings.Judging judging;
    private transient @Nullable Heard heard;
    private transient @Nullable Counter dropped;

    Shadow(JobSettings.Judging judging) {
        this.judging = judging;
    }

    @Override
    public void open(OpenContext context) {
        dropped = getRuntimeContext().getMetricGroup().counter("dropped");
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        heard = Heard.of(context.getOperatorStateStore(), Loaded.coldDecider(judging), Loading.thread());
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {
        // What was heard is in Flink's hands at any time.
    }

    @Override
    public void processElement(Judged judged, ReadOnlyContext context, Collector<Outgoing> out)
            throws MalformedEventException, MalformedMessageException {
        if (Micros.now(judging.clock()) - judged.publishedMicros() > LATEST_MICROS) {
            Opened.of(dropped).inc();
            return;
        }
        Decided event = (Decided) EventCodec.decode(judged.event());
        Decision made = DecisionCodec.decode(judged.decision());
        for (Decider challenger : Opened.of(heard).lineup().shadows()) {
            out.collect(
                    new Outgoing(EventCodec.key(event.userId()), ShadowCodec.encode(challenger.shadow(event, made))));
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
