package firedrill.ingest.customer;

import firedrill.ingest.parameters.UniformRange;

/** Logins that lead to nothing else. Units, ranges and sources are in {@code parameters/customer.yaml}. */
public record LoginParameters(
        double newDevice,
        double credentialReset,
        double apiKeyRenewal,
        UniformRange credentialChangeMinutes,
        double newDeviceNewSim,
        double knownDeviceNewSim) {}
