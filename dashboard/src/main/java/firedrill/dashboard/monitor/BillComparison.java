package firedrill.dashboard.monitor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cost of a finished run, beside that of other operators on the same seed.
 *
 * @param arms this run first, under {@link #THIS_RUN}; those that are not computed yet are left out
 * @param failure why the bill failed; null unless it did
 */
public record BillComparison(
        BillStatus status, List<ArmSummary> arms, @Nullable String failure) {

    /** The operator's name of the arm that was played. */
    public static final String THIS_RUN = "this-run";

    /** While the run goes on. */
    public static final BillComparison PENDING = new BillComparison(BillStatus.PENDING, List.of(), null);

    public BillComparison {
        arms = List.copyOf(arms);
    }

    /** Progress of the bill. */
    public enum BillStatus {
        PENDING,
        COMPUTING,
        READY,
        FAILED
    }

    /**
     * One operator on the same seed.
     *
     * @param operator {@link #THIS_RUN} or the operator's name on the command line
     */
    public record ArmSummary(
            String operator,
            @Nullable Double netCostUsd,
            @Nullable Double fraudLossUsd,
            @Nullable Double ltvLostUsd,
            long usersLost,
            @Nullable Double precision,
            @Nullable Double recall) {}
}
