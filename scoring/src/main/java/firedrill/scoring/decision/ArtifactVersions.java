package firedrill.scoring.decision;

import firedrill.scoring.registry.ModelRole;

/**
 * Versions of all artifacts behind a decision, as SHA-256 prefixes (12 hex digits) of their sources.
 *
 * @param role of the model; whether the model or the rules decided is {@link Decision#decidedBy}
 */
public record ArtifactVersions(
        String modelHash, String featureSetHash, String ruleSetHash, String policyHash, ModelRole role) {

    /** With the champion as the model. */
    public ArtifactVersions(String modelHash, String featureSetHash, String ruleSetHash, String policyHash) {
        this(modelHash, featureSetHash, ruleSetHash, policyHash, ModelRole.CHAMPION);
    }
}
