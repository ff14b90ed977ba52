package firedrill.scoring.feature;

import firedrill.scoring.feature.window.LogTable;

/** How a linear model reads a feature. */
public enum Scale {
    /** As it is. */
    LINEAR,
    /** As {@code log1p}, for amounts, counts and times, whose ratios matter more than their differences. */
    LOG;

    /** What the model sees of {@code value}; the same bits on every machine. */
    public double of(double value) {
        return this == LOG ? LogTable.log1p(value) : value;
    }
}
