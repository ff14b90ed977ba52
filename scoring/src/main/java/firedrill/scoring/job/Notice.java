package firedrill.scoring.job;

import firedrill.scoring.decision.ControlCodec;
import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.MalformedMessageException;
import firedrill.scoring.model.ModelAnnouncement;
import firedrill.scoring.model.ModelRefusedException;

/**
 * What every operator that decides or watches is told: a control command, with its number, or a model that passed its
 * checks. Whatever it is was read once already.
 *
 * @param version of a command: the record's offset on the control topic plus 1, since that topic has one partition and so
 *     every reader numbers the commands of all writers alike; 0 for a model
 */
@SuppressWarnings("ArrayRecordComponent") // A record, for Flink's serializer; never compared.
public record Notice(Kind kind, long version, byte[] payload) {

    /** What the payload is. */
    public enum Kind {
        COMMAND,
        MODEL
    }

    static Notice command(long version, byte[] payload) {
        return new Notice(Kind.COMMAND, version, payload);
    }

    static Notice model(byte[] payload) {
        return new Notice(Kind.MODEL, 0, payload);
    }

    boolean isModel() {
        return kind == Kind.MODEL;
    }

    ControlCommand command() {
        try {
            return ControlCodec.decode(payload).numbered(version);
        } catch (MalformedMessageException impossible) {
            throw new IllegalStateException("these bytes were decoded before", impossible);
        }
    }

    ModelAnnouncement announcement() {
        return announcement(payload);
    }

    static ModelAnnouncement announcement(byte[] admitted) {
        try {
            return ModelAnnouncement.read(admitted);
        } catch (ModelRefusedException impossible) {
            throw new IllegalStateException("these bytes were read before", impossible);
        }
    }
}
