package firedrill.dashboard.cli.output;

import firedrill.dashboard.lab.Comparison.OperatorSummary;
import firedrill.dashboard.lab.Comparison.PairedDifference;
import firedrill.dashboard.lab.ConfidenceInterval;
import firedrill.dashboard.lab.ThresholdCurve;
import org.jspecify.annotations.Nullable;

/** The lines of text of a comparison. */
public final class ComparisonText {

    /** One operator in one line: its costs, and what it costs more than do-nothing and allow-all, seed by seed. */
    public static String of(OperatorSummary row, double lossCapUsd) {
        return "%-12s net cost %s, expected %s%s%s"
                .formatted(
                        row.operator(),
                        of(row.netCostUsd()),
                        of(row.expectedNetCostUsd()),
                        of("do-nothing", row.againstDoNothing(), lossCapUsd),
                        of("allow-all", row.againstAllowAll(), lossCapUsd));
    }

    /** The optimum of the threshold curve. */
    public static String of(ThresholdCurve curve) {
        return "Cost-optimal global threshold %s; %s if a false positive costs %.0f times as much."
                .formatted(curve.optimalThreshold(), curve.optimalThresholdAtFactor(), curve.falsePositiveFactor());
    }

    private static String of(String other, @Nullable PairedDifference difference, double lossCapUsd) {
        return difference == null
                ? ""
                : "; against %s: expected %s, drawn %s, expected with losses up to $%,.0f each %s"
                        .formatted(
                                other,
                                of(difference.expectedNetCostUsd()),
                                of(difference.netCostUsd()),
                                lossCapUsd,
                                of(difference.expectedNetCostCappedUsd()));
    }

    private static String of(ConfidenceInterval interval) {
        return interval.low() == null || interval.high() == null
                ? usd(interval.mean())
                : "%s (95 %% interval %s to %s)"
                        .formatted(usd(interval.mean()), usd(interval.low()), usd(interval.high()));
    }

    private static String usd(double amount) {
        return (amount < 0 ? "-" : "") + "$%,.0f".formatted(Math.abs(amount));
    }

    private ComparisonText() {}
}
