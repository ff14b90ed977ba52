package firedrill.scoring.job.operator;

import firedrill.ingest.event.wire.MalformedMessageException;
import firedrill.scoring.job.kafka.RawRecord;
import firedrill.scoring.job.settings.JobSettings.ScoringSettings;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Decodes records of a run; unreadable ones, and those out of the bounds of the run's clock, become dead letters. */
abstract class DecodeFunction extends ProcessFunction<RawRecord, EnrichedEvent> implements CheckpointedFunction {

    final ScoringSettings settings;
    private transient @Nullable RunClockGate gate;

    DecodeFunction(ScoringSettings settings) {
        this.settings = settings;
    }

    @Override
    public final void initializeState(FunctionInitializationContext context) throws Exception {
        gate = RunClockGate.open(settings, context);
    }

    @Override
    public final void snapshotState(FunctionSnapshotContext context) throws Exception {
        OperatorLifecycle.requireOpen(gate).save();
    }

    @Override
    public final void processElement(RawRecord record, Context context, Collector<EnrichedEvent> out) {
        try {
            decode(record, OperatorLifecycle.requireOpen(gate), out);
        } catch (MalformedMessageException e) {
            context.output(DeadLetterOutput.TAG, DeadLetterOutput.of(record, e));
        }
    }

    /** Decodes one record, passes its time by the gate, and collects what goes on. */
    abstract void decode(RawRecord record, RunClockGate gate, Collector<EnrichedEvent> out)
            throws MalformedMessageException;
}
