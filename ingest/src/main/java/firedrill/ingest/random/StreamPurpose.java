package firedrill.ingest.random;

/** Purpose of a random stream; implemented by one enum per package, so that no two streams share a key by accident. */
public interface StreamPurpose {

    /** Text that is hashed into the stream, unique in the tree; part of the seed, so it never changes. */
    String key();
}
