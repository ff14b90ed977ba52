package firedrill.scoring.job;

import firedrill.ingest.event.EventCodec;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.MalformedEventException;
import java.time.Clock;
import java.util.Objects;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Raw records to events; what cannot be read leaves for the dead letters with its reason. */
final class Decode extends ProcessFunction<RawRecord, InFlight> {

    private final Clock clock;

    Decode(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void processElement(RawRecord record, Context context, Collector<InFlight> out) {
        long arrivedMicros = Micros.now(clock);
        try {
            ExchangeEvent event = EventCodec.decode(record.value());
            byte[] payload = Objects.requireNonNull(record.value());
            out.collect(InFlight.of(event, payload, record.publishedMicros(), arrivedMicros));
        } catch (MalformedEventException malformed) {
            context.output(DeadLetters.TAG, DeadLetters.of(record, malformed));
        }
    }
}
