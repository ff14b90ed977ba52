package firedrill.scoring.job.operator;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.wire.EventCodec;
import firedrill.ingest.event.wire.MalformedMessageException;
import firedrill.scoring.job.kafka.RawRecord;
import java.time.Clock;
import java.util.Objects;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Decodes events; unreadable records become dead letters. */
public final class DecodeEventFunction extends ProcessFunction<RawRecord, EnrichedEvent> {

    private final Clock clock;

    public DecodeEventFunction(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void processElement(RawRecord record, Context context, Collector<EnrichedEvent> out) {
        long arrivedMicros = EpochMicros.now(clock);
        try {
            ExchangeEvent event = EventCodec.decode(record.value());
            byte[] payload = Objects.requireNonNull(record.value());
            out.collect(EnrichedEvent.of(event, payload, record.publishedMicros(), arrivedMicros));
        } catch (MalformedMessageException e) {
            context.output(DeadLetterOutput.TAG, DeadLetterOutput.of(record, e));
        }
    }
}
