package firedrill.ingest.random;

/**
 * One kind of draw from a stream; implemented by an enum per stream, so that every draw has a name and a number of its own.
 *
 * <p>The numbers are part of the seed: a draw whose number changes has other values in every run. Two constants of one
 * enum never share a number, nor do their repetitions.
 */
public interface DrawIndex {

    /** Number of repetitions of a draw that may be repeated any number of times. */
    long UNBOUNDED = Long.MAX_VALUE;

    /** Number of the draw, or of its first repetition. */
    long index();

    /** Upper bound of the repetitions of this draw for one entity, at least 1. */
    default long repetitions() {
        return 1;
    }

    /** Distance between the numbers of neighbouring repetitions; not 0. */
    default long stride() {
        return 1;
    }

    /** Number of one repetition, counted from 0. */
    default long at(long repetition) {
        return index() + repetition * stride();
    }
}
