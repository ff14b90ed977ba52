package firedrill.scoring.job.operator;

import firedrill.ingest.event.DecisionRequest;
import firedrill.ingest.event.wire.EventCodec;
import firedrill.scoring.decision.Decider;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.Signal;
import firedrill.scoring.decision.Signal.Quarantine;
import firedrill.scoring.decision.StageTimings;
import firedrill.scoring.decision.wire.DecisionCodec;
import firedrill.scoring.decision.wire.SignalCodec;
import firedrill.scoring.engine.DecisionEngine;
import firedrill.scoring.engine.WithdrawalScore;
import firedrill.scoring.job.kafka.OutboundRecord;
import firedrill.scoring.job.settings.JobSettings;
import firedrill.scoring.job.state.ScorerFactory;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Decides each order and withdrawal by the engine, and measures how long it took.
 *
 * <p>An event that arrives with its latency budget used up is decided by the rules. The champion's scores of
 * withdrawals also go to the drift monitor, and all decisions to the shadow models while there are any.
 */
public final class DecisionFunction extends EngineFunction<EnrichedEvent> {

    public static final OutputTag<WithdrawalScore> WITHDRAWAL_SCORES =
            new OutputTag<>("scored", TypeInformation.of(WithdrawalScore.class));
    public static final OutputTag<DecidedEvent> DECIDED_EVENTS =
            new OutputTag<>("judged", TypeInformation.of(DecidedEvent.class));

    /** Quarantines of models that a restart would have loaded. */
    public static final OutputTag<OutboundRecord> SIGNALS =
            new OutputTag<>("quarantines", TypeInformation.of(OutboundRecord.class));

    private final long budgetMicros;

    public DecisionFunction(JobSettings.ScoringSettings settings) {
        super(settings);
        this.budgetMicros =
                TimeUnit.NANOSECONDS.toMicros(settings.latencyBudget().toNanos());
    }

    @Override
    Decider seedDecider() {
        return ScorerFactory.warmDecider(settings());
    }

    @Override
    public void processElement(EnrichedEvent event, ReadOnlyContext context, Collector<OutboundRecord> out) {
        long startMicros = EpochMicros.now(settings().clock());
        boolean isBudgetSpent = startMicros - event.publishedMicros > budgetMicros;
        DecisionRequest request = event.request();
        DecisionEngine engine = engine();
        Decision decision = engine.decide(request, event.features, isBudgetSpent, StageTimings.NONE)
                .withTiming(event.timing(startMicros, EpochMicros.now(settings().clock())));
        byte[] encoded = DecisionCodec.encode(decision);
        out.collect(new OutboundRecord(EventCodec.key(event.userId), encoded));
        if (DecisionEngine.isMonitored(request, decision)) {
            context.output(WITHDRAWAL_SCORES, WithdrawalScore.of(decision));
        }
        takeQuarantined().forEach((model, reason) -> {
            Signal signal = new Quarantine(request.timeMillis(), model, reason);
            context.output(SIGNALS, new OutboundRecord(SignalCodec.key(signal), SignalCodec.encode(signal)));
        });
        if (engine.hasShadows()) {
            context.output(DECIDED_EVENTS, new DecidedEvent(event.publishedMicros, event.payload, encoded));
        }
    }
}
