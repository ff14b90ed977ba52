package firedrill.scoring.job;

import org.jspecify.annotations.Nullable;

/** What an operator has only between Flink's calls of {@code open} and {@code close}. */
final class Opened {

    static <T> T of(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("Flink opens an operator before it uses it");
        }
        return part;
    }

    private Opened() {}
}
