package firedrill.scoring.decision.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import firedrill.ingest.event.Topics;
import firedrill.scoring.model.artifact.FieldCount;
import firedrill.scoring.model.artifact.ModelAnnouncement;
import firedrill.scoring.model.artifact.ModelArtifact;
import firedrill.scoring.model.artifact.ModelRefusedException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The values of {@code fraud.models}: {@code ModelMessage} of {@code fraud.proto}. */
public final class ModelAnnouncementCodec {

    /** Ten fields, and room for those of later versions. */
    private static final int MAX_FIELDS = 100;

    public static byte[] encode(ModelAnnouncement announcement) {
        return ModelMessage.newBuilder()
                .setModel(announcement.modelHash())
                .setName(announcement.name())
                .setTimeMillis(announcement.timeMillis())
                .setBy(announcement.author())
                .setWhy(announcement.reason())
                .setSha256(announcement.sha256())
                .setFeatureSetHash(announcement.featureSetHash())
                .setTribuoBytes(announcement.modelSizeBytes())
                .setTribuo(ByteString.copyFrom(announcement.artifact().modelBytes()))
                .setSidecar(ByteString.copyFrom(announcement.artifact().sidecarBytes()))
                .build()
                .toByteArray();
    }

    /** The Kafka key: the version, so that compaction keeps one record of each. */
    public static byte[] key(ModelAnnouncement announcement) {
        return announcement.modelHash().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The announcement that {@code bytes} hold; the model itself is not read.
     *
     * @throws ModelRefusedException for any bytes that are not an announcement
     */
    public static ModelAnnouncement decode(byte @Nullable [] bytes) throws ModelRefusedException {
        if (bytes == null || bytes.length == 0) {
            throw new ModelRefusedException("the record has no value");
        }
        if (bytes.length > Topics.MAX_MODEL_BYTES) {
            throw new ModelRefusedException("the record has " + bytes.length + " bytes, more than any model");
        }
        try {
            FieldCount.requireAtMost(MAX_FIELDS, bytes, ModelMessage.getDescriptor());
            return announcement(ModelMessage.parseFrom(bytes));
        } catch (InvalidProtocolBufferException e) {
            throw new ModelRefusedException("the record is not an announcement: " + e.getMessage(), e);
        }
    }

    private static ModelAnnouncement announcement(ModelMessage message) {
        return new ModelAnnouncement(
                message.getModel(),
                message.getName(),
                message.getTimeMillis(),
                message.getBy(),
                message.getWhy(),
                message.getSha256(),
                message.getFeatureSetHash(),
                message.getTribuoBytes(),
                ModelArtifact.of(
                        message.getTribuo().toByteArray(), message.getSidecar().toByteArray()));
    }

    private ModelAnnouncementCodec() {}
}
