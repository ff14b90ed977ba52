package firedrill.scoring.evaluation.card;

import firedrill.scoring.evaluation.EvaluationReport;
import firedrill.scoring.evaluation.EvaluationReport.EventTypeMetrics;
import firedrill.scoring.evaluation.EvaluationReport.PolicySavings;
import firedrill.scoring.evaluation.card.ModelCardDocument.CardTable;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the tables of a model card. */
final class ModelCardTables {

    static CardTable eventTypes(EvaluationReport report) {
        return new CardTable(
                "Withdrawals and orders",
                List.of("figure", "withdrawals", "orders"),
                List.of(
                        row(report, "events", metrics -> "%,d".formatted(metrics.rows())),
                        row(report, "frauds", metrics -> "%,d".formatted(metrics.frauds())),
                        row(
                                report,
                                "average precision",
                                metrics -> metrics.averagePrecision().format(3)),
                        row(
                                report,
                                "average precision by reports",
                                metrics -> metrics.averagePrecisionObserved().format(3)),
                        row(
                                report,
                                "area under the ROC curve",
                                metrics -> formatOrNotAvailable(metrics.rocAuc(), "%.3f")),
                        row(
                                report,
                                "precision at capacity",
                                metrics ->
                                        formatOrNotAvailable(metrics.capacity().precision(), "%.3f")),
                        row(
                                report,
                                "recall at capacity",
                                metrics -> metrics.capacity().recall().format(3)),
                        row(
                                report,
                                "recall by dollars",
                                metrics -> metrics.capacity().valueRecall().format(3))));
    }

    static CardTable typologies(String title, EventTypeMetrics metrics) {
        return new CardTable(
                title,
                List.of("typology", "recall at capacity", "recall by dollars"),
                metrics.byTypology().stream()
                        .map(typology -> List.of(
                                typology.name(),
                                typology.recall().format(2),
                                typology.valueRecall().format(2)))
                        .toList());
    }

    static CardTable segments(String title, EventTypeMetrics metrics) {
        return new CardTable(
                title,
                List.of("segment", "events", "average precision", "recall at capacity"),
                Stream.concat(metrics.byTier().stream(), metrics.byRegime().stream())
                        .map(segment -> List.of(
                                segment.name().replace('_', ' '),
                                "%,d".formatted(segment.rows()),
                                segment.averagePrecision().format(3),
                                segment.recall().format(2)))
                        .toList());
    }

    static CardTable daily(EvaluationReport report) {
        return new CardTable(
                "Prequential, by day",
                List.of("day", "withdrawals", "fixed model", "training rows", "retrained daily"),
                report.daily().stream()
                        .map(result -> List.of(
                                "%d".formatted(result.day() + 1),
                                "%,d".formatted(result.withdrawals()),
                                result.averagePrecision().format(3),
                                result.retrainingRows() == 0
                                        ? "no mature labels"
                                        : "%,d".formatted(result.retrainingRows()),
                                result.retrainingRows() == 0
                                        ? ModelCardDocument.NOT_AVAILABLE
                                        : result.retrainedAveragePrecision().format(3)))
                        .toList());
    }

    static CardTable reliability(String title, EventTypeMetrics metrics) {
        return new CardTable(
                title,
                List.of("events", "predicted", "observed"),
                metrics.calibration().reliability().stream()
                        .map(bin -> List.of(
                                "%,d".formatted(bin.rows()),
                                "%.5f".formatted(bin.meanProbability()),
                                "%.5f".formatted(bin.fraudShare())))
                        .toList());
    }

    static String calibrationText(String name, EventTypeMetrics metrics) {
        return "By true labels, %s: expected calibration error %.4f; %.0f frauds expected, %,d observed."
                .formatted(
                        name,
                        metrics.calibration().expectedCalibrationError(),
                        metrics.calibration().expectedFrauds(),
                        metrics.calibration().frauds());
    }

    static String savingsText(EvaluationReport report) {
        return savingsText("withdrawals", report.withdrawals().savings()) + "; "
                + savingsText("orders", report.orders().savings());
    }

    private static String savingsText(String name, PolicySavings savings) {
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

    private static List<String> row(EvaluationReport report, String name, Function<EventTypeMetrics, String> value) {
        return List.of(name, value.apply(report.withdrawals()), value.apply(report.orders()));
    }

    private static String formatOrNotAvailable(@Nullable Double value, String format) {
        return value == null ? ModelCardDocument.NOT_AVAILABLE : format.formatted(value);
    }

    private ModelCardTables() {}
}
