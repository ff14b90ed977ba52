package firedrill.scoring.evaluation.card;

import firedrill.scoring.drift.DriftSettings;
import firedrill.scoring.drift.ScoreMonitor;
import firedrill.scoring.evaluation.EvaluationReport;
import firedrill.scoring.evaluation.card.ModelCardDocument.CardSection;
import firedrill.scoring.evaluation.card.ModelCardDocument.CardTable;
import firedrill.scoring.model.ModelCard;
import firedrill.scoring.model.artifact.LoadedModel;
import firedrill.scoring.policy.FrictionCosts;
import firedrill.scoring.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the sections of a model card. */
final class ModelCardSections {

    /** A typology with a lower recall is listed among the known failures. */
    private static final double LOW_RECALL = 0.2;

    /** Sample size for the second critical value. */
    private static final long LARGE_SAMPLE = 1_000;

    private final LoadedModel model;
    private final ModelCard card;
    private final Optional<EvaluationReport> report;
    private final Policy policy;

    ModelCardSections(LoadedModel model, Optional<EvaluationReport> report, Policy policy) {
        this.model = model;
        this.card = model.card();
        this.report = report;
        this.policy = policy;
    }

    List<CardSection> sections() {
        return List.of(
                text("Purpose", card.purpose()),
                text(
                        "Out-of-scope uses",
                        "Real people or real money.",
                        "Closing accounts, reporting to authorities, or anything that is not an order or a withdrawal."),
                training(),
                figures(),
                retraining(),
                calibration(),
                costs(),
                failures(),
                monitors(),
                text(
                        "Fallback",
                        "When the monitor detects drift or an operator switches the mode, the rules decide alone; the model keeps"
                                + " scoring and stays monitored.",
                        "A request that arrives with its latency budget nearly spent is decided by the rules at once."),
                text("Provenance", "hash " + model.scorer().hash(), card.provenance()));
    }

    private CardSection training() {
        ModelCard.TrainingData data = card.trainedOn();
        long all = data.rows() + data.calibrationRows() + data.evaluationRows();
        return text(
                "Training data",
                "%.1f days of the simulated exchange, seed %d: %,d orders and withdrawals, %,d of them reported as fraud."
                        .formatted(data.simulatedDays(), data.seed(), data.rows(), data.frauds()),
                "Label maturity: rows younger than %d hours are excluded, because their reports may not have arrived."
                        .formatted(data.labelMaturityHours()),
                "Held out of the fit: %.0f %% of the rows, all of them later: %,d for calibration, %,d for evaluation."
                        .formatted(
                                100.0 * (data.calibrationRows() + data.evaluationRows()) / all,
                                data.calibrationRows(),
                                data.evaluationRows()),
                "Label collection: every request was allowed during training.");
    }

    private CardSection figures() {
        ModelCard.HoldoutMetrics holdout = card.metrics();
        List<String> lines = new ArrayList<>();
        lines.add("Out of time, by reports, on withdrawals of the training exchange: average precision %.3f, area"
                        .formatted(holdout.averagePrecision())
                + " under the ROC curve %.3f, recall at 1 %% of withdrawals %.2f, base rate %.4f."
                        .formatted(holdout.rocAuc(), holdout.recallAtOnePercent(), holdout.baseRate()));
        if (report.isEmpty()) {
            lines.add("By typology, tier and market regime: " + ModelCardDocument.NOT_AVAILABLE
                    + "; `evaluate` measures them.");
            return new CardSection("Figures", lines, List.of());
        }
        EvaluationReport evaluation = report.get();
        lines.add(
                "Below: by true labels, on %d days of scenario %s, seed %d, %,d users, every request allowed; 95 %% intervals by a bootstrap over users."
                        .formatted(
                                evaluation.simulation().days(),
                                evaluation.simulation().scenario(),
                                evaluation.simulation().seed(),
                                evaluation.simulation().users()));
        lines.add(
                "Capacity: analysts review %.0f %% of each day's withdrawals and %.0f %% of its orders, those with the highest probabilities."
                        .formatted(
                                100 * evaluation.withdrawals().capacity().alertShare(),
                                100 * evaluation.orders().capacity().alertShare()));
        return new CardSection(
                "Figures",
                lines,
                List.of(
                        ModelCardTables.eventTypes(evaluation),
                        ModelCardTables.typologies("Withdrawals by typology", evaluation.withdrawals()),
                        ModelCardTables.typologies("Orders by typology", evaluation.orders()),
                        ModelCardTables.segments("Withdrawals by tier and market", evaluation.withdrawals()),
                        ModelCardTables.segments("Orders by tier and market", evaluation.orders())));
    }

    private CardSection retraining() {
        List<CardTable> days = report.map(ModelCardTables::daily).stream().toList();
        return new CardSection(
                "Prequential evaluation",
                days.isEmpty()
                        ? List.of(ModelCardDocument.NOT_AVAILABLE)
                        : List.of(
                                "Average precision of withdrawals by this model, and by one that is retrained daily on the labels known"
                                        + " by then."),
                days);
    }

    private CardSection calibration() {
        String byReports = "Expected calibration error %.4f out of time, by reports."
                .formatted(card.metrics().calibrationError());
        return new CardSection(
                "Calibration",
                report.isPresent()
                        ? List.of(
                                byReports,
                                ModelCardTables.calibrationText(
                                        "withdrawals", report.get().withdrawals()),
                                ModelCardTables.calibrationText(
                                        "orders", report.get().orders()))
                        : List.of(byReports, "By true labels: " + ModelCardDocument.NOT_AVAILABLE + "."),
                report.stream()
                        .flatMap(evaluation -> Stream.of(
                                ModelCardTables.reliability("Reliability of withdrawals", evaluation.withdrawals()),
                                ModelCardTables.reliability("Reliability of orders", evaluation.orders())))
                        .toList());
    }

    private CardSection costs() {
        FrictionCosts friction = policy.friction();
        List<String> lines = new ArrayList<>();
        lines.add(
                "No global threshold: each event gets the action of least expected cost. An action that stops every fraud"
                        + " pays above a probability of friction / (friction + loss).");
        FrictionCosts.LeavingParameters leaving = friction.leaving();
        lines.add(
                "Friction is the probability to leave times the user's expected worth, which rises with tier and balance. Of 100 users leave after a challenge %.1f, a limit %.0f, a hold %.0f (%.0f in an unsettled market), a review %.0f (%.0f), a refusal %.0f, a refused order %.0f."
                        .formatted(
                                100 * leaving.stepUp(),
                                100 * leaving.limit(),
                                100 * leaving.hold(),
                                100 * leaving.holdUnsettled(),
                                100 * leaving.review(),
                                100 * leaving.reviewUnsettled(),
                                100 * leaving.refusedWithdrawal(),
                                100 * leaving.refusedOrder()));
        lines.add(
                "The odds rise by a factor of %.1f where the price of the hour has hurt the user. A review costs $%.0f for the analyst and $%.0f for the place in the queue, $%.0f in an unsettled market."
                        .formatted(
                                friction.harm().odds(),
                                friction.reviewLabourUsd(),
                                friction.reviewPlaceUsd(),
                                friction.reviewPlaceUnsettledUsd()));
        lines.add("Recovered of stolen coins: %.0f %%. Policy %s."
                .formatted(100 * policy.recoveredShare(), policy.hash()));
        lines.add("Savings of the policy against the best single action for every event: "
                + report.map(ModelCardTables::savingsText).orElse(ModelCardDocument.NOT_AVAILABLE) + ".");
        return new CardSection("Thresholds and costs", lines, List.of());
    }

    private CardSection failures() {
        List<String> lines = new ArrayList<>(card.limits());
        report.ifPresent(evaluation -> {
            lines.addAll(lowRecall("withdrawals", evaluation.withdrawals()));
            lines.addAll(lowRecall("orders", evaluation.orders()));
        });
        return new CardSection("Known failures", lines, List.of());
    }

    private static List<String> lowRecall(String events, EvaluationReport.EventTypeMetrics metrics) {
        return metrics.byTypology().stream()
                .filter(typology ->
                        typology.recall().value() != null && typology.recall().value() < LOW_RECALL)
                .map(typology -> "Low recall of " + typology.name() + " in " + events + ": "
                        + typology.recall().format(2) + ".")
                .toList();
    }

    private CardSection monitors() {
        DriftSettings settings = DriftSettings.DEFAULT;
        ScoreMonitor monitor = new ScoreMonitor(model.reference(), settings);
        return text(
                "Drift monitors",
                "Population stability index of withdrawal scores over %d minutes against %,d reference scores, in %d bins."
                        .formatted(
                                settings.windowMinutes(),
                                model.reference().sampleSize(),
                                model.reference().binCount()),
                "Minimum sample %d scores. Critical value at quantile %s: %.3f with %d scores, %.3f with %,d."
                        .formatted(
                                settings.minimumSampleSize(),
                                settings.confidence(),
                                monitor.criticalValue(settings.minimumSampleSize()),
                                settings.minimumSampleSize(),
                                monitor.criticalValue(LARGE_SAMPLE),
                                LARGE_SAMPLE),
                "Minimum effect size: an index of %.2f, at any significance.".formatted(settings.effectSize()));
    }

    private static CardSection text(String title, String... lines) {
        return new CardSection(title, List.of(lines), List.of());
    }
}
