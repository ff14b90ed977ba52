package firedrill.scoring.model.artifact;

import firedrill.ingest.parameters.Fingerprint;

/** A manipulated model whose hashes fit, as an attacker who knows the format makes it. */
final class ResealedModel {

    /** {@code tribuo} with the sidecar of {@code packed}, in which its SHA-256 replaces that of the packed model. */
    static ModelArtifact of(ModelArtifact packed, byte[] tribuo) throws ModelRefusedException {
        Sidecar s = Sidecar.read(packed.sidecarBytes());
        Sidecar fitting = new Sidecar(
                s.checksum(),
                s.format(),
                Fingerprint.sha256(tribuo),
                s.featureFingerprint(),
                s.inputs(),
                s.calibration(),
                s.reference(),
                s.golden(),
                s.card());
        return ModelArtifact.of(tribuo, fitting.toBytes());
    }

    private ResealedModel() {}
}
