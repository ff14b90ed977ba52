package firedrill.scoring.model.artifact;

import firedrill.ingest.parameters.Fingerprint;
import firedrill.scoring.feature.Feature;
import java.util.function.LongSupplier;

/**
 * A record of {@code fraud.models}: a model version with its artifact, author and reason.
 *
 * <p>The fields are claims of the author until {@link #open} has checked them.
 *
 * @param modelHash version: the hash that its decisions would carry
 * @param name name from its card
 * @param timeMillis simulated time of the announcement
 * @param sha256 SHA-256 of Tribuo's file, hex
 * @param featureSetHash fingerprint of the catalogue that it was trained on
 * @param modelSizeBytes length of Tribuo's file
 */
public record ModelAnnouncement(
        String modelHash,
        String name,
        long timeMillis,
        String author,
        String reason,
        String sha256,
        String featureSetHash,
        long modelSizeBytes,
        ModelArtifact artifact) {

    /**
     * Makes the announcement of a model that opens.
     *
     * @throws ModelRefusedException if it fails a check, or is too large for the topic
     */
    public static ModelAnnouncement of(ModelArtifact packed, long timeMillis, String author, String reason)
            throws ModelRefusedException {
        LoadedModel loaded = packed.open();
        byte[] modelBytes = packed.modelBytes();
        int size = modelBytes.length + packed.sidecarBytes().length;
        if (size > ModelArtifact.MAX_BYTES) {
            throw new ModelRefusedException(
                    "it has " + size + " bytes, and the topic takes " + ModelArtifact.MAX_BYTES);
        }
        return new ModelAnnouncement(
                loaded.scorer().hash(),
                loaded.card().name(),
                timeMillis,
                author,
                reason,
                Fingerprint.sha256(modelBytes),
                Feature.FINGERPRINT,
                modelBytes.length,
                packed);
    }

    /**
     * Checks the announcement, cheap checks first, and makes a scorer. In this order: announced size, digest,
     * catalogue and hash; the checks of {@link ModelArtifact#open}; latency of scores and explanations.
     *
     * @param micros a clock in microseconds, for {@link LatencyGate}
     * @throws ModelRefusedException if any check fails
     */
    public LoadedModel open(LongSupplier micros) throws ModelRefusedException {
        byte[] modelBytes = artifact.modelBytes();
        if (modelBytes.length != modelSizeBytes) {
            throw new ModelRefusedException("it announces " + modelSizeBytes + " bytes and has " + modelBytes.length);
        }
        requireAnnounced("SHA-256", sha256, Fingerprint.sha256(modelBytes));
        requireAnnounced("feature fingerprint", featureSetHash, Feature.FINGERPRINT);
        requireAnnounced("hash", modelHash, artifact.version());
        LoadedModel loaded = artifact.open();
        LatencyGate.checkAll(loaded.scorer(), artifact.goldenInputs(), micros);
        return loaded;
    }

    /** The same model, announced once more. */
    public ModelAnnouncement repeatedBy(long otherTimeMillis, String otherAuthor, String otherReason) {
        return new ModelAnnouncement(
                modelHash,
                name,
                otherTimeMillis,
                otherAuthor,
                otherReason,
                sha256,
                featureSetHash,
                modelSizeBytes,
                artifact);
    }

    private static void requireAnnounced(String what, String announced, String expected) throws ModelRefusedException {
        if (!announced.equals(expected)) {
            throw new ModelRefusedException("it announces " + what + " " + announced + ", not " + expected);
        }
    }
}
