package firedrill.scoring.decision;

/** Everything that took part in a decision, as SHA-256 prefixes (12 hex digits) of what it was read from. */
public record Versions(String modelHash, String featureSetHash, String ruleSetHash, String policyHash) {}
