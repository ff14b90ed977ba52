package firedrill.scoring.job.operator;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.wire.EventCodec;
import firedrill.ingest.event.wire.MalformedMessageException;
import firedrill.scoring.job.kafka.RawRecord;
import firedrill.scoring.job.settings.JobSettings.ScoringSettings;
import java.util.Objects;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Decodes events; unreadable records, and those out of the bounds of the run's clock, become dead letters. */
public final class DecodeEventFunction extends ProcessFunction<RawRecord, EnrichedEvent>
        implements CheckpointedFunction {

    private final ScoringSettings settings;
    private transient @Nullable RunClockGate gate;

    public DecodeEventFunction(ScoringSettings settings) {
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
        long arrivedMicros = EpochMicros.now(settings.clock());
        try {
            ExchangeEvent event = EventCodec.decode(record.value());
            OperatorLifecycle.requireOpen(gate).require(record, event.timeMillis());
            byte[] payload = Objects.requireNonNull(record.value());
            out.collect(EnrichedEvent.of(event, payload, record.publishedMicros(), arrivedMicros));
        } catch (MalformedMessageException e) {
            context.output(DeadLetterOutput.TAG, DeadLetterOutput.of(record, e));
        }
    }
}
