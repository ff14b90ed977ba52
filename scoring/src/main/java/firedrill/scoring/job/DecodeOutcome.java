package firedrill.scoring.job;

import firedrill.ingest.event.MalformedEventException;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.OutcomeCodec;
import firedrill.scoring.feature.Label;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Raw records to labels; outcomes that label nothing end here, and what cannot be read leaves for the dead letters. */
final class DecodeOutcome extends ProcessFunction<RawRecord, InFlight> {

    @Override
    public void processElement(RawRecord record, Context context, Collector<InFlight> out) {
        try {
            Outcome outcome = OutcomeCodec.decode(record.value());
            long eventId = Label.fraudulentEventOf(outcome);
            if (eventId != 0) {
                out.collect(InFlight.ofLabel(outcome.userId(), eventId, Label.countsFromMillis(outcome.timeMillis())));
            }
        } catch (MalformedEventException malformed) {
            context.output(DeadLetters.TAG, DeadLetters.of(record, malformed));
        }
    }
}
