package firedrill.scoring.model.artifact;

import firedrill.ingest.event.Topics;
import firedrill.scoring.feature.Feature;
import java.util.function.LongSupplier;

/**
 * A version of the model as it stands on {@code fraud.models}: its two files, and who announced it, when and why.
 *
 * <p>Nothing in it is believed before {@link #open} has checked it; what it says of itself is all that was read.
 *
 * @param modelHash what it is called by: the hash that its decisions would carry
 * @param name from its card
 * @param timeMillis simulated time at which it was announced
 * @param sha256 of Tribuo's file, hex
 * @param featureSetHash fingerprint of the catalogue it was trained on
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

    /** Beside Tribuo's file and the sidecar, a record holds some names and hashes. */
    private static final int METADATA_RESERVE_BYTES = 64 * 1024;

    private static final int MAX_BYTES = Topics.MAX_MODEL_BYTES - METADATA_RESERVE_BYTES;

    /**
     * Announces a model that opens.
     *
     * @throws ModelRefusedException if it fails a check, or is too large for the topic
     */
    public static ModelAnnouncement of(ModelArtifact packed, long timeMillis, String by, String why)
            throws ModelRefusedException {
        LoadedModel loaded = packed.open();
        byte[] tribuo = packed.modelBytes();
        if (tribuo.length + packed.sidecarBytes().length > MAX_BYTES) {
            throw new ModelRefusedException("it has " + (tribuo.length + packed.sidecarBytes().length)
                    + " bytes, and the topic takes " + MAX_BYTES);
        }
        return new ModelAnnouncement(
                loaded.scorer().hash(),
                loaded.card().name(),
                timeMillis,
                by,
                why,
                SidecarChecksum.sha256(tribuo),
                Feature.FINGERPRINT,
                tribuo.length,
                packed);
    }

    /**
     * Checks everything, the cheap and safe first, and makes a scorer: announced size, digest and catalogue; then all that
     * {@link ModelArtifact#open} checks, down to the golden scores; that it is what it is called; and how long it takes.
     *
     * @param micros a clock for {@link LatencyGate}
     * @throws ModelRefusedException if any check fails
     */
    public LoadedModel open(LongSupplier micros) throws ModelRefusedException {
        byte[] tribuo = artifact.modelBytes();
        if (tribuo.length != modelSizeBytes) {
            throw new ModelRefusedException("it announces " + modelSizeBytes + " bytes and has " + tribuo.length);
        }
        requireAnnounced("SHA-256", sha256, SidecarChecksum.sha256(tribuo));
        requireAnnounced("feature fingerprint", featureSetHash, Feature.FINGERPRINT);
        LoadedModel loaded = artifact.open();
        requireAnnounced("hash", modelHash, loaded.scorer().hash());
        LatencyGate.DEFAULT.check(loaded.scorer(), artifact.goldenInputs(), micros);
        return loaded;
    }

    private static void requireAnnounced(String what, String announced, String expected) throws ModelRefusedException {
        if (!announced.equals(expected)) {
            throw new ModelRefusedException("it announces " + what + " " + announced + ", not " + expected);
        }
    }
}
