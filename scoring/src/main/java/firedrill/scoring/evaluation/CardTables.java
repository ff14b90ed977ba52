package firedrill.scoring.evaluation;

import firedrill.scoring.evaluation.CardDocument.Table;
import firedrill.scoring.evaluation.EvaluationReport.Capacity;
import firedrill.scoring.evaluation.EvaluationReport.KindReport;
import firedrill.scoring.evaluation.EvaluationReport.Savings;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the tables of a card. */
final class CardTables {

    static Table kinds(EvaluationReport report) {
        return new Table(
                "Withdrawals and orders",
                List.of("figure", "withdrawals", "orders"),
                List.of(
                        row(report, "events", kind -> "%,d".formatted(kind.rows())),
                        row(report, "frauds", kind -> "%,d".formatted(kind.frauds())),
                        row(
                                report,
                                "average precision",
                                kind -> kind.averagePrecision().inWords(3)),
                        row(
                                report,
                                "average precision by reports",
                                kind -> kind.averagePrecisionByReports().inWords(3)),
                        row(report, "area under the ROC curve", kind -> known(kind.rocAuc(), "%.3f")),
                        row(
                                report,
                                "precision at capacity",
                                kind -> known(kind.capacity().precision(), "%.3f")),
                        row(
                                report,
                                "recall at capacity",
                                kind -> of(kind).recall().inWords(3)),
                        row(
                                report,
                                "recall by dollars",
                                kind -> of(kind).valueRecall().inWords(3))));
    }

    private static Capacity of(KindReport kind) {
        return kind.capacity();
    }

    static Table typologies(String title, KindReport kind) {
        return new Table(
                title,
                List.of("typology", "recall at capacity", "recall by dollars"),
                kind.byTypology().stream()
                        .map(typology -> List.of(
                                typology.name(),
                                typology.recall().inWords(2),
                                typology.valueRecall().inWords(2)))
                        .toList());
    }

    static Table segments(String title, KindReport kind) {
        return new Table(
                title,
                List.of("users or market", "events", "average precision", "recall at capacity"),
                Stream.concat(kind.byTier().stream(), kind.byRegime().stream())
                        .map(segment -> List.of(
                                segment.name().replace('_', ' '),
                                "%,d".formatted(segment.rows()),
                                segment.averagePrecision().inWords(3),
                                segment.recall().inWords(2)))
                        .toList());
    }

    static Table blocks(EvaluationReport report) {
        return new Table(
                "Day by day",
                List.of("day", "withdrawals", "as it is", "learned from", "trained anew"),
                report.blocks().stream()
                        .map(block -> List.of(
                                "%d".formatted(block.day() + 1),
                                "%,d".formatted(block.withdrawals()),
                                block.averagePrecision().inWords(3),
                                block.learnedFrom() == 0
                                        ? "nothing is old enough"
                                        : "%,d rows".formatted(block.learnedFrom()),
                                block.learnedFrom() == 0
                                        ? CardDocument.UNKNOWN
                                        : block.retrained().inWords(3)))
                        .toList());
    }

    static Table reliability(String title, KindReport kind) {
        return new Table(
                title,
                List.of("events", "said", "happened"),
                kind.calibration().reliability().stream()
                        .map(bin -> List.of(
                                "%,d".formatted(bin.rows()),
                                "%.5f".formatted(bin.meanProbability()),
                                "%.5f".formatted(bin.fraudShare())))
                        .toList());
    }

    static String calibrationInWords(String name, KindReport kind) {
        return "Of %s, by the truth: expected calibration error %.4f; %.0f frauds were expected and %,d happened."
                .formatted(
                        name,
                        kind.calibration().error(),
                        kind.calibration().expectedFrauds(),
                        kind.calibration().frauds());
    }

    static String savingsInWords(EvaluationReport report) {
        return inWords("withdrawals", report.withdrawals().savings()) + "; "
                + inWords("orders", report.orders().savings());
    }

    private static String inWords(String name, Savings savings) {
        return "on %s %s (the policy costs $%,.0f, the best single action, %s, $%,.0f; %,d frauds)"
                .formatted(
                        name,
                        known(savings.share() == null ? null : 100 * savings.share(), "%.0f %%"),
                        savings.policyUsd(),
                        savings.bestTrivial().toLowerCase(Locale.ROOT).replace('_', ' '),
                        savings.bestTrivialUsd(),
                        savings.frauds());
    }

    private static List<String> row(EvaluationReport report, String name, Function<KindReport, String> figure) {
        return List.of(name, figure.apply(report.withdrawals()), figure.apply(report.orders()));
    }

    private static String known(@Nullable Double figure, String format) {
        return figure == null ? CardDocument.UNKNOWN : format.formatted(figure);
    }

    private CardTables() {}
}
