package firedrill.scoring.backtest;

/** Hears how far a trial has come. */
public interface BacktestListener {

    /** Hears nothing. */
    BacktestListener SILENT = new BacktestListener() {
        @Override
        public void rowsRead(long rows, long bytes) {}

        @Override
        public void stepStarted(String what) {}
    };

    /** So many rows, and some bytes more, have been read; told every few thousand rows. */
    void rowsRead(long rows, long bytes);

    /** Something begins that takes a while. */
    void stepStarted(String what);
}
