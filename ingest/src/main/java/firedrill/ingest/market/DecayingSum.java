package firedrill.ingest.market;

/** Exponentially decaying sum: each step loses 1/n of the sum and adds a value. A constant value v leads to the sum n v. */
final class DecayingSum {

    private final double decaySteps;
    private double value;

    /** Empty; {@code decaySteps} is the decay time in steps, at least 1. */
    DecayingSum(double decaySteps) {
        this.decaySteps = decaySteps;
    }

    void add(double increment) {
        value += increment - value / decaySteps;
    }

    double value() {
        return value;
    }
}
