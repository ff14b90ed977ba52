package firedrill.dashboard.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a finished run cost, beside what other operators would have cost on the same seed.
 *
 * @param arms this run first, under {@link #THIS_RUN}; those that are not computed yet are left out
 * @param note why the bill failed; null unless it did
 */
public record Bill(Stage stage, List<Arm> arms, @Nullable String note) {

    /** The operator's name of the arm that was played. */
    public static final String THIS_RUN = "this-run";

    /** While the run goes on. */
    public static final Bill NOT_YET = new Bill(Stage.NOT_YET, List.of(), null);

    public Bill {
        arms = List.copyOf(arms);
    }

    /** How far the bill is. */
    public enum Stage {
        NOT_YET,
        COMPUTING,
        READY,
        FAILED
    }

    /**
     * One operator on the same seed.
     *
     * @param operator {@link #THIS_RUN} or the operator's name on the command line
     */
    public record Arm(
            String operator,
            @Nullable Double netCostUsd,
            @Nullable Double fraudLossUsd,
            @Nullable Double ltvLostUsd,
            long usersLost,
            @Nullable Double precision,
            @Nullable Double recall) {}
}
