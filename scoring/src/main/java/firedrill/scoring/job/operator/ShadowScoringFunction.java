package firedrill.scoring.job.operator;

import firedrill.ingest.event.DecisionRequest;
import firedrill.ingest.event.wire.EventCodec;
import firedrill.ingest.event.wire.MalformedMessageException;
import firedrill.scoring.decision.Decider;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.ShadowScore;
import firedrill.scoring.decision.wire.DecisionCodec;
import firedrill.scoring.decision.wire.ShadowCodec;
import firedrill.scoring.job.kafka.OutboundRecord;
import firedrill.scoring.job.settings.JobSettings;
import firedrill.scoring.job.state.ScorerFactory;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Scores decided events by the shadow models, from the vector that decided; a task of its own, so that decisions do not
 * wait for it.
 *
 * <p>Events older than a second are dropped and counted by Flink as {@code dropped}: a shadow that cannot keep up must
 * not exert back pressure on the decisions.
 */
public final class ShadowScoringFunction extends EngineFunction<DecidedEvent> {

    private static final long MAX_AGE_MICROS = TimeUnit.SECONDS.toMicros(1);

    private transient @Nullable Counter dropped;

    public ShadowScoringFunction(JobSettings.ScoringSettings settings) {
        super(settings);
    }

    @Override
    Decider seedDecider() {
        return ScorerFactory.coldDecider(settings());
    }

    @Override
    public void open(OpenContext context) {
        dropped = getRuntimeContext().getMetricGroup().counter("dropped");
    }

    @Override
    public void processElement(DecidedEvent decided, ReadOnlyContext context, Collector<OutboundRecord> out)
            throws MalformedMessageException {
        if (EpochMicros.now(settings().clock()) - decided.publishedMicros() > MAX_AGE_MICROS) {
            OperatorLifecycle.requireOpen(dropped).inc();
            return;
        }
        DecisionRequest event = EventCodec.decodeRequest(decided.event());
        Decision decision = DecisionCodec.decode(decided.decision());
        for (ShadowScore score : engine().shadowScores(event, decision)) {
            out.collect(new OutboundRecord(EventCodec.key(event.userId()), ShadowCodec.encode(score)));
        }
    }
}
