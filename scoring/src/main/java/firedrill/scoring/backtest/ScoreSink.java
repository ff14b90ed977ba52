package firedrill.scoring.backtest;

import java.io.IOException;

/** Receives the score of each tested row. */
@FunctionalInterface
public interface ScoreSink {

    /** Ignores scores. */
    ScoreSink NONE = (id, score) -> {};

    /**
     * Receives one score, in the order of the table.
     *
     * @param id transaction id from the table
     * @param score probability of fraud, in [0, 1]
     */
    void accept(String id, double score) throws IOException;
}
