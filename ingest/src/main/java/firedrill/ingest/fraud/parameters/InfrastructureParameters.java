package firedrill.ingest.fraud.parameters;

/** Devices, networks and addresses of a ring: how many are in use at a time, and for how long. */
public record InfrastructureParameters(
        int deviceRotationHours,
        int networkRotationHours,
        int addressRotationHours,
        int accountNetworkRotationHours,
        int activeDevices,
        int activeNetworks,
        int activeAddresses,
        double newProxyShare,
        double sharedExitShare) {}
