package firedrill.ingest.customer;

/** Activity over the local day. Units, ranges and sources are in {@code parameters/customer.yaml}. */
public record DiurnalParameters(double amplitude, int peakHour, double nightActiveShare, int nightActiveShiftHours) {}
