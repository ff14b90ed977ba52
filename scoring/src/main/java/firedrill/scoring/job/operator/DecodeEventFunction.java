package firedrill.scoring.job.operator;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.wire.EventCodec;
import firedrill.ingest.event.wire.MalformedMessageException;
import firedrill.scoring.job.kafka.RawRecord;
import firedrill.scoring.job.settings.JobSettings.ScoringSettings;
import java.util.Objects;
import org.apache.flink.util.Collector;

/** Decodes events; unreadable records, and those out of the bounds of the run's clock, become dead letters. */
public final class DecodeEventFunction extends DecodeFunction {

    public DecodeEventFunction(ScoringSettings settings) {
        super(settings);
    }

    @Override
    void decode(RawRecord record, RunClockGate gate, Collector<EnrichedEvent> out) throws MalformedMessageException {
        long arrivedMicros = EpochMicros.now(settings.clock());
        ExchangeEvent event = EventCodec.decode(record.value());
        gate.require(record, event.timeMillis());
        byte[] payload = Objects.requireNonNull(record.value());
        out.collect(EnrichedEvent.of(event, payload, record.publishedMicros(), arrivedMicros));
    }
}
