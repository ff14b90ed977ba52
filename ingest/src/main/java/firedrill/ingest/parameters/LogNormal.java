package firedrill.ingest.parameters;

/** A log-normal distribution; {@code sigma} is the standard deviation of the logarithm. */
public record LogNormal(double median, double sigma) {}
