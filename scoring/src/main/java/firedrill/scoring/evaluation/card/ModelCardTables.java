package firedrill.scoring.evaluation.card;

import firedrill.scoring.evaluation.EvaluationReport;
import firedrill.scoring.evaluation.EvaluationReport.CapacityMetrics;
import firedrill.scoring.evaluation.EvaluationReport.EventTypeMetrics;
import firedrill.scoring.evaluation.EvaluationReport.PolicySavings;
import firedrill.scoring.evaluation.card.ModelCardDocument.CardTable;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the tables of a card. */
final class ModelCardTables {

    static CardTable eventTypes(EvaluationReport report) {
        return new CardTable(
                "Withdrawals and orders",
                List.of("figure", "withdrawals", "orders"),
                List.of(
                        row(report, "events", kind -> "%,d".formatted(kind.rows())),
                        row(report, "frauds", kind -> "%,d".formatted(kind.frauds())),
                        row(
                                report,
                                "average precision",
                                kind -> kind.averagePrecision().format(3)),
                        row(
                                report,
                                "average precision by reports",
                                kind -> kind.averagePrecisionObserved().format(3)),
                        row(report, "area under the ROC curve", kind -> formatOrNotAvailable(kind.rocAuc(), "%.3f")),
                        row(
                                report,
                                "precision at capacity",
                                kind -> formatOrNotAvailable(kind.capacity().precision(), "%.3f")),
                        row(
                                report,
                                "recall at capacity",
                                kind -> of(kind).recall().format(3)),
                        row(
                                report,
                                "recall by dollars",
                                kind -> of(kind).valueRecall().format(3))));
    }

    private static CapacityMetrics of(EventTypeMetrics kind) {
        return kind.capacity();
    }

    static CardTable typologies(String title, EventTypeMetrics kind) {
        return new CardTable(
                title,
                List.of("typology", "recall at capacity", "recall by dollars"),
                kind.byTypology().stream()
                        .map(typology -> List.of(
                                typology.name(),
                                typology.recall().format(2),
                                typology.valueRecall().format(2)))
                        .toList());
    }

    static CardTable segments(String title, EventTypeMetrics kind) {
        return new CardTable(
                title,
                List.of("users or market", "events", "average precision", "recall at capacity"),
                Stream.concat(kind.byTier().stream(), kind.byRegime().stream())
                        .map(segment -> List.of(
                                segment.name().replace('_', ' '),
                                "%,d".formatted(segment.rows()),
                                segment.averagePrecision().format(3),
                                segment.recall().format(2)))
                        .toList());
    }

    static CardTable daily(EvaluationReport report) {
        return new CardTable(
                "Day by day",
                List.of("day", "withdrawals", "as it is", "learned from", "trained anew"),
                report.daily().stream()
                        .map(block -> List.of(
                                "%d".formatted(block.day() + 1),
                                "%,d".formatted(block.withdrawals()),
                                block.averagePrecision().format(3),
                                block.retrainingRows() == 0
                                        ? "nothing is old enough"
                                        : "%,d rows".formatted(block.retrainingRows()),
                                block.retrainingRows() == 0
                                        ? ModelCardDocument.NOT_AVAILABLE
                                        : block.retrainedAveragePrecision().format(3)))
                        .toList());
    }

    static CardTable reliability(String title, EventTypeMetrics kind) {
        return new CardTable(
                title,
                List.of("events", "said", "happened"),
                kind.calibration().reliability().stream()
                        .map(bin -> List.of(
                                "%,d".formatted(bin.rows()),
                                "%.5f".formatted(bin.meanProbability()),
                                "%.5f".formatted(bin.fraudShare())))
                        .toList());
    }

    static String calibrationText(String name, EventTypeMetrics kind) {
        return "Of %s, by the truth: expected calibration error %.4f; %.0f frauds were expected and %,d happened."
                .formatted(
                        name,
                        kind.calibration().expectedCalibrationError(),
                        kind.calibration().expectedFrauds(),
                        kind.calibration().frauds());
    }

    static String savingsText(EvaluationReport report) {
        return inWords("withdrawals", report.withdrawals().savings()) + "; "
                + inWords("orders", report.orders().savings());
    }

    private static String inWords(String name, PolicySavings savings) {
        return "on %s %s (the policy costs $%,.0f, the best single action, %s, $%,.0f; %,d frauds)"
                .formatted(
                        name,
                        formatOrNotAvailable(
                                savings.savedShare() == null ? null : 100 * savings.savedShare(), "%.0f %%"),
                        savings.policyUsd(),
                        savings.bestSingleAction().toLowerCase(Locale.ROOT).replace('_', ' '),
                        savings.bestSingleActionUsd(),
                        savings.frauds());
    }

    private static List<String> row(EvaluationReport report, String name, Function<EventTypeMetrics, String> figure) {
        return List.of(name, figure.apply(report.withdrawals()), figure.apply(report.orders()));
    }

    private static String formatOrNotAvailable(@Nullable Double figure, String format) {
        return figure == null ? ModelCardDocument.NOT_AVAILABLE : format.formatted(figure);
    }

    private ModelCardTables() {}
}
