package firedrill.scoring.job.operator;

import org.jspecify.annotations.Nullable;

/** What an operator has only between Flink's calls of {@code open} and {@code close}. */
final class OperatorLifecycle {

    static <T> T requireOpen(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("Flink opens an operator before it uses it");
        }
        return part;
    }

    private OperatorLifecycle() {}
}
