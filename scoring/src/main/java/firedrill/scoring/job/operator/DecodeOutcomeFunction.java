package firedrill.scoring.job.operator;

import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.wire.MalformedMessageException;
import firedrill.ingest.event.wire.OutcomeCodec;
import firedrill.scoring.feature.state.Label;
import firedrill.scoring.job.kafka.RawRecord;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Decodes outcomes to labels; outcomes without a label are dropped, unreadable records become dead letters. */
public final class DecodeOutcomeFunction extends ProcessFunction<RawRecord, EnrichedEvent> {

    @Override
    public void processElement(RawRecord record, Context context, Collector<EnrichedEvent> out) {
        try {
            Outcome outcome = OutcomeCodec.decode(record.value());
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
