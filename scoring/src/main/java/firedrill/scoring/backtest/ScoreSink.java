package firedrill.scoring.backtest;

import java.io.IOException;

/** Takes the score of each tested row. */
@FunctionalInterface
public interface ScoreSink {

    /** Takes nothing. */
    ScoreSink NONE = (id, score) -> {};

    /**
     * Takes one score, in the order of the table.
     *
     * @param id as it stands in the table
     * @param score probability of fraud, in [0, 1]
     */
    void accept(String id, double score) throws IOException;
}
