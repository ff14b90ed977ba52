package firedrill.scoring.job.state;

import firedrill.ingest.event.wire.MalformedMessageException;
import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.wire.ControlCodec;
import firedrill.scoring.decision.wire.ModelAnnouncementCodec;
import firedrill.scoring.model.artifact.ModelAnnouncement;
import firedrill.scoring.model.artifact.ModelRefusedException;

/**
 * What every operator that decides or watches is told: a control command, with its number, or a model that passed its
 * checks. Whatever it is was read once already.
 *
 * @param version of a command: the record's offset on the control topic plus 1, since that topic has one partition and
 *     so every reader numbers the commands of all writers alike; 0 for a model
 */
@SuppressWarnings("ArrayRecordComponent") // A record, for Flink's serializer; never compared.
public record ControlUpdate(UpdateKind kind, long version, byte[] payload) {

    /** What the payload is. */
    public enum UpdateKind {
        COMMAND,
        MODEL
    }

    public static ControlUpdate command(long version, byte[] payload) {
        return new ControlUpdate(UpdateKind.COMMAND, version, payload);
    }

    public static ControlUpdate model(byte[] payload) {
        return new ControlUpdate(UpdateKind.MODEL, 0, payload);
    }

    public boolean isModel() {
        return kind == UpdateKind.MODEL;
    }

    public ControlCommand command() {
        try {
            return ControlCodec.decode(payload).withVersion(version);
        } catch (MalformedMessageException impossible) {
            throw new IllegalStateException("these bytes were decoded before", impossible);
        }
    }

    public ModelAnnouncement announcement() {
        return announcement(payload);
    }

    public static ModelAnnouncement announcement(byte[] admitted) {
        try {
            return ModelAnnouncementCodec.decode(admitted);
        } catch (ModelRefusedException impossible) {
            throw new IllegalStateException("these bytes were read before", impossible);
        }
    }
}
