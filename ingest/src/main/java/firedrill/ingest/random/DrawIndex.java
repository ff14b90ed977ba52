package firedrill.ingest.random;

/**
 * One kind of draw from a stream; implemented by an enum per stream, so that every draw has a name and a number of its own.
 *
 * <p>The numbers are part of the seed: a draw whose number changes has other values in every run. Two constants of one
 * enum never share a number, nor do their repetitions, whose count {@link Repeated} states.
 */
public interface DrawIndex {

    /** Number of the draw, or of its first repetition. */
    long index();

    /** Distance between the numbers of neighbouring repetitions; not 0. */
    default long stride() {
        return 1;
    }

    /** Number of one repetition, counted from 0. */
    default long at(long repetition) {
        return index() + repetition * stride();
    }
}
