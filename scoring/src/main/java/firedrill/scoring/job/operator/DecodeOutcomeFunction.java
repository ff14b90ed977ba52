package firedrill.scoring.job.operator;

import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.wire.MalformedMessageException;
import firedrill.ingest.event.wire.OutcomeCodec;
import firedrill.scoring.feature.state.Label;
import firedrill.scoring.job.kafka.RawRecord;
import firedrill.scoring.job.settings.JobSettings.ScoringSettings;
import org.apache.flink.util.Collector;

/**
 * Decodes outcomes to labels; outcomes without a label are dropped. Unreadable records, and those out of the bounds of
 * the run's clock, become dead letters.
 */
public final class DecodeOutcomeFunction extends DecodeFunction {

    public DecodeOutcomeFunction(ScoringSettings settings) {
        super(settings);
    }

    @Override
    void decode(RawRecord record, RunClockGate gate, Collector<EnrichedEvent> out) throws MalformedMessageException {
        Outcome outcome = OutcomeCodec.decode(record.value());
        gate.require(record, outcome.timeMillis());
        long eventId = Label.fraudEventIdOf(outcome);
        if (eventId != 0) {
            out.collect(
                    EnrichedEvent.ofLabel(outcome.userId(), eventId, Label.effectiveFromMillis(outcome.timeMillis())));
        }
    }
}
