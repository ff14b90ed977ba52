package firedrill.ingest.account;

/** Second factors. Units, ranges and sources are in {@code parameters/customer.yaml}. */
public record SessionParameters(double smsFactorShare, double appFactorShare, double factorPromptOnKnownDevice) {}
