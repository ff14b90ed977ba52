package firedrill.ingest.account;

/** Withdrawal and deposit addresses. Units, ranges and sources are in {@code parameters/customer.yaml}. */
public record AddressParameters(
        int custodians, double custodianShare, int processors, int processorRotationHours, double processorShare) {}
