package firedrill.scoring.training;

/** Observes the progress of a training or a backtest. */
@FunctionalInterface
public interface ProgressListener {

    /** Ignores progress. */
    ProgressListener SILENT = step -> {};

    /** A step begins that takes a while. */
    void stepStarted(String description);

    /** Rows and bytes read so far; called every few thousand rows. */
    default void rowsRead(long rows, long bytes) {}
}
