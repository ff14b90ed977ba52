package firedrill.scoring.job.operator;

import org.jspecify.annotations.Nullable;

/** Access to fields that Flink initialises before it calls an operator. */
final class OperatorLifecycle {

    static <T> T requireOpen(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("the operator is not open");
        }
        return part;
    }

    private OperatorLifecycle() {}
}
