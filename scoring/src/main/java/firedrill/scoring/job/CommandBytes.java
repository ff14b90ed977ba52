package firedrill.scoring.job;

import firedrill.scoring.decision.ControlCodec;
import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.MalformedMessageException;

/**
 * A control command that was read once already, with its number.
 *
 * @param version the record's offset on the control topic plus 1: the topic has one partition, so every reader numbers
 *     the commands of all writers alike
 */
@SuppressWarnings("ArrayRecordComponent") // A record, for Flink's serializer; never compared.
public record CommandBytes(long version, byte[] payload) {

    ControlCommand command() {
        try {
            return ControlCodec.decode(payload).numbered(version);
        } catch (MalformedMessageException impossible) {
            throw new IllegalStateException("these bytes were decoded before", impossible);
        }
    }
}
