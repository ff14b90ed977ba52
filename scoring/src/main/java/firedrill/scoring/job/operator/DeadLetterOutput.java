package firedrill.scoring.job.operator;

import firedrill.scoring.decision.DeadLetter;
import firedrill.scoring.decision.wire.DeadLetterCodec;
import firedrill.scoring.job.kafka.OutboundRecord;
import firedrill.scoring.job.kafka.RawRecord;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.OutputTag;

/** Side output of unreadable records. */
public final class DeadLetterOutput {

    public static final OutputTag<OutboundRecord> TAG =
            new OutputTag<>("dead-letters", TypeInformation.of(OutboundRecord.class));

    static OutboundRecord of(RawRecord record, Exception reason) {
        DeadLetter letter = DeadLetter.of(
                record.topic(),
                record.partition(),
                record.offset(),
                String.valueOf(reason.getMessage()),
                record.value());
        return new OutboundRecord(DeadLetterCodec.key(letter), DeadLetterCodec.encode(letter));
    }

    private DeadLetterOutput() {}
}
