package firedrill.scoring.job;

import firedrill.scoring.decision.ControlCodec;
import firedrill.scoring.decision.MalformedMessageException;
import java.util.Objects;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Raw records to control commands, numbered; what cannot be read leaves for the dead letters with its reason. */
final class DecodeCommand extends ProcessFunction<RawRecord, Notice> {

    @Override
    public void processElement(RawRecord record, Context context, Collector<Notice> out) {
        try {
            ControlCodec.decode(record.value());
            out.collect(Notice.command(record.offset() + 1, Objects.requireNonNull(record.value())));
        } catch (MalformedMessageException malformed) {
            context.output(DeadLetters.TAG, DeadLetters.of(record, malformed));
        }
    }
}
