package firedrill.ingest.customer;

import firedrill.ingest.parameters.UniformRange;
import java.util.List;

/** Amounts that recurring buyers move. Units, ranges and sources are in {@code parameters/customer.yaml}. */
public record RecurringAmountParameters(
        List<Double> limitsUsd, double limitToWealth, UniformRange belowLimitFraction) {}
