package firedrill.scoring.external;

/** Hears how far a trial has come. */
public interface TrialListener {

    /** Hears nothing. */
    TrialListener SILENT = new TrialListener() {
        @Override
        public void read(long rows, long bytes) {}

        @Override
        public void begins(String what) {}
    };

    /** So many rows, and some bytes more, have been read; told every few thousand rows. */
    void read(long rows, long bytes);

    /** Something begins that takes a while. */
    void begins(String what);
}
