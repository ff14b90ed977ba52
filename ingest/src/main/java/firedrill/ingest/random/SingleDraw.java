package firedrill.ingest.random;

/** The draw of a stream that has one kind of draw only; may be repeated any number of times. */
@Repeated
public enum SingleDraw implements DrawIndex {
    VALUE;

    @Override
    public long index() {
        return 0;
    }
}
