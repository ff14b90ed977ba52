package firedrill.scoring.job.operator;

import firedrill.ingest.event.wire.MalformedMessageException;
import firedrill.scoring.decision.wire.ControlCodec;
import firedrill.scoring.job.kafka.RawRecord;
import firedrill.scoring.job.state.ControlUpdate;
import java.util.Objects;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Decodes control commands and assigns their versions; unreadable records become dead letters. */
public final class DecodeCommandFunction extends ProcessFunction<RawRecord, ControlUpdate> {

    @Override
    public void processElement(RawRecord record, Context context, Collector<ControlUpdate> out) {
        try {
            ControlCodec.decode(record.value());
            out.collect(ControlUpdate.command(record.offset() + 1, Objects.requireNonNull(record.value())));
        } catch (MalformedMessageException e) {
            context.output(DeadLetterOutput.TAG, DeadLetterOutput.of(record, e));
        }
    }
}
