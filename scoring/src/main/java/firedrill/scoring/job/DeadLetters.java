package firedrill.scoring.job;

import firedrill.scoring.decision.DeadLetter;
import firedrill.scoring.decision.DeadLetterCodec;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.OutputTag;

/** The side output of records that could not be read. */
final class DeadLetters {

    static final OutputTag<Outgoing> TAG = new OutputTag<>("dead-letters", TypeInformation.of(Outgoing.class));

    static Outgoing of(RawRecord record, Exception refusal) {
        DeadLetter letter = DeadLetter.of(
                record.topic(),
                record.partition(),
                record.offset(),
                String.valueOf(refusal.getMessage()),
                record.value());
        return new Outgoing(DeadLetterCodec.key(letter), DeadLetterCodec.encode(letter));
    }

    private DeadLetters() {}
}
