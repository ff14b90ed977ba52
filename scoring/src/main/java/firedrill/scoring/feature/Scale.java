package firedrill.scoring.feature;

import firedrill.scoring.feature.window.LogTable;

/** Transform of a feature for a linear model. Names are part of the feature fingerprint. */
public enum Scale {
    /** Identity. */
    LINEAR,
    /** {@code log1p}, for amounts, counts and times. */
    LOG;

    /** The transformed value; the same bits on every machine. */
    public double of(double value) {
        return this == LOG ? LogTable.log1p(value) : value;
    }
}
