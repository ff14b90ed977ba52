package firedrill.scoring.decision;

import firedrill.scoring.registry.ModelRole;

/**
 * Everything that took part in a decision, as SHA-256 prefixes (12 hex digits) of what it was read from.
 *
 * @param role as what the model had the event; whether it decided it, or the rules did, the decision says
 */
public record ArtifactVersions(
        String modelHash, String featureSetHash, String ruleSetHash, String policyHash, ModelRole role) {

    /** Of a decision that the champion had. */
    public ArtifactVersions(String modelHash, String featureSetHash, String ruleSetHash, String policyHash) {
        this(modelHash, featureSetHash, ruleSetHash, policyHash, ModelRole.CHAMPION);
    }
}
