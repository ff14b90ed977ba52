package firedrill.ingest.customer;

import firedrill.ingest.parameters.UniformRange;

/** Benign rallies in the thin coin after news. Units, ranges and sources are in {@code parameters/customer.yaml}. */
public record NewsRallyParameters(
        double perDay,
        double customerShare,
        UniformRange lengthMinutes,
        double offsetMedianBps,
        double offsetSigma,
        UniformRange cashFraction,
        double sellShare,
        double holdingMeanMinutes) {}
