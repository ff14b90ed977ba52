package firedrill.scoring.job.operator;

import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.wire.MalformedMessageException;
import firedrill.ingest.event.wire.OutcomeCodec;
import firedrill.scoring.feature.state.Label;
import firedrill.scoring.job.kafka.RawRecord;
import firedrill.scoring.job.settings.JobSettings.ScoringSettings;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Decodes outcomes to labels; outcomes without a label are dropped. Unreadable records, and those out of the bounds of
 * the run's clock, become dead letters.
 */
public final class DecodeOutcomeFunction extends ProcessFunction<RawRecord, EnrichedEvent>
        implements CheckpointedFunction {

    private final ScoringSettings settings;
    private transient @Nullable RunClockGate gate;

    public DecodeOutcomeFunction(ScoringSettings settings) {
        this.settings = settings;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        gate = RunClockGate.open(settings, context);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        OperatorLifecycle.requireOpen(gate).save();
    }

    @Override
    public void processElement(RawRecord record, Context context, Collector<EnrichedEvent> out) {
        try {
            Outcome outcome = OutcomeCodec.decode(record.value());
            OperatorLifecycle.requireOpen(gate).require(record, outcome.timeMillis());
            long eventId = Label.fraudEventIdOf(outcome);
            if (eventId != 0) {
                out.collect(EnrichedEvent.ofLabel(
                        outcome.userId(), eventId, Label.effectiveFromMillis(outcome.timeMillis())));
            }
        } catch (MalformedMessageException e) {
            context.output(DeadLetterOutput.TAG, DeadLetterOutput.of(record, e));
        }
    }
}
