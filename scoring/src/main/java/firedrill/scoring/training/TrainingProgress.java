package firedrill.scoring.training;

/** Hears how far a training has come. */
@FunctionalInterface
public interface TrainingProgress {

    /** Hears nothing. */
    TrainingProgress SILENT = (step, steps, what) -> {};

    /** Step {@code step} of {@code steps} begins: {@code what} is done now. */
    void step(int step, int steps, String what);
}
