package firedrill.ingest.random;

/** A draw whose repetitions lead away from 0: upwards from a number of at least 0, downwards from a negative one. */
public interface SignedDraw extends DrawIndex {

    @Override
    default long stride() {
        return index() < 0 ? -1 : 1;
    }
}
