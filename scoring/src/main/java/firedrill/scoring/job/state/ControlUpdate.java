package firedrill.scoring.job.state;

import firedrill.ingest.event.wire.MalformedMessageException;
import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.wire.ControlCodec;
import firedrill.scoring.decision.wire.ModelAnnouncementCodec;
import firedrill.scoring.model.artifact.ModelAnnouncement;
import firedrill.scoring.model.artifact.ModelRefusedException;

/**
 * An update for the deciding operators and the drift monitor: a control command with its version, or the announcement
 * of an admitted model. The payload has been decoded before.
 *
 * @param version of a command: the record's offset on the control topic plus 1, so that all readers assign the same
 *     versions, because the topic has one partition; of a model: position of its announcement, negative if it was not read
 */
@SuppressWarnings("ArrayRecordComponent") // A record, for Flink's serializer; never compared.
public record ControlUpdate(UpdateKind kind, long version, byte[] payload) {

    /** Type of the payload. */
    public enum UpdateKind {
        COMMAND,
        MODEL
    }

    public static ControlUpdate command(long version, byte[] payload) {
        return new ControlUpdate(UpdateKind.COMMAND, version, payload);
    }

    /**
     * An announcement of a model.
     *
     * @param record position of the announcement on its topic, see {@code LoadJournal}
     */
    public static ControlUpdate model(long record, byte[] payload) {
        return new ControlUpdate(UpdateKind.MODEL, record, payload);
    }

    public boolean isModel() {
        return kind == UpdateKind.MODEL;
    }

    public ControlCommand command() {
        try {
            return ControlCodec.decode(payload).withVersion(version);
        } catch (MalformedMessageException e) {
            throw new IllegalStateException("the command does not decode a second time", e);
        }
    }

    public ModelAnnouncement announcement() {
        return announcement(payload);
    }

    public static ModelAnnouncement announcement(byte[] admitted) {
        try {
            return ModelAnnouncementCodec.decode(admitted);
        } catch (ModelRefusedException e) {
            throw new IllegalStateException("the announcement does not decode a second time", e);
        }
    }
}
