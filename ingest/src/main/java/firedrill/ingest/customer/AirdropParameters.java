package firedrill.ingest.customer;

import firedrill.ingest.parameters.UniformRange;

/** Airdrops whose claim opens at an announced minute. Units, ranges and sources are in {@code parameters/customer.yaml}. */
public record AirdropParameters(
        double perDay,
        double customerShare,
        double promoHunterShare,
        UniformRange lengthMinutes,
        UniformRange loginToClaimSeconds) {}
