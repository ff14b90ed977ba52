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

/** Writes the sections of a card. */
final class ModelCardSections {

    /** A typology of which less is found is listed among the known failures. */
    private static final double LOW_RECALL = 0.2;

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
                        "Not for",
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
                        "Where the monitor finds drift, or the operator says so, the rules decide alone; the model goes on"
                                + " scoring and is watched.",
                        "A request that arrives with its budget nearly spent is decided by the rules at once."),
                text("Owner", ModelCardDocument.NOT_AVAILABLE),
                text("Last rehearsal", ModelCardDocument.NOT_AVAILABLE),
                text("Provenance", "hash " + model.scorer().hash(), card.provenance()));
    }

    private CardSection training() {
        ModelCard.TrainingData from = card.trainedOn();
        long all = from.rows() + from.calibrationRows() + from.evaluationRows();
        return text(
                "Learned from",
                "%.1f days of the simulated exchange, seed %d: %,d orders and withdrawals, %,d of them reported as fraud."
                        .formatted(from.simulatedDays(), from.seed(), from.rows(), from.frauds()),
                "Label maturity: rows younger than %d hours were left out, their reports being on the way."
                        .formatted(from.labelMaturityHours()),
                "Held out of the fit: %.0f %% of the rows, all of them later: %,d to calibrate, %,d to evaluate."
                        .formatted(
                                100.0 * (from.calibrationRows() + from.evaluationRows()) / all,
                                from.calibrationRows(),
                                from.evaluationRows()),
                "Let through so that labels come: everything while it learned. Share let through by lot while it decides: "
                        + ModelCardDocument.NOT_AVAILABLE + ".");
    }

    private CardSection figures() {
        ModelCard.HoldoutMetrics out = card.metrics();
        List<String> lines = new ArrayList<>();
        lines.add(
                "Out of time, by reports, on withdrawals of the exchange it learned from: average precision %.3f, area"
                                .formatted(out.averagePrecision())
                        + " under the ROC curve %.3f, recall at 1 %% of withdrawals %.2f, base rate %.4f."
                                .formatted(out.rocAuc(), out.recallAtOnePercent(), out.baseRate()));
        if (report.isEmpty()) {
            lines.add("By typology, tier and market regime: " + ModelCardDocument.NOT_AVAILABLE
                    + "; `evaluate` measures them.");
            return new CardSection("Figures", lines, List.of());
        }
        EvaluationReport seen = report.get();
        lines.add(
                "Below: by the truth, on %d days of scenario %s, seed %d, %,d users, everything let through; intervals hold 95 %% and come from drawing users anew."
                        .formatted(
                                seen.simulation().days(),
                                seen.simulation().scenario(),
                                seen.simulation().seed(),
                                seen.simulation().users()));
        lines.add(
                "Capacity: analysts look at %.0f %% of each day's withdrawals and %.0f %% of its orders, those with the highest probabilities."
                        .formatted(
                                100 * seen.withdrawals().capacity().alertShare(),
                                100 * seen.orders().capacity().alertShare()));
        lines.add("By region: " + ModelCardDocument.NOT_AVAILABLE + ".");
        return new CardSection(
                "Figures",
                lines,
                List.of(
                        ModelCardTables.eventTypes(seen),
                        ModelCardTables.typologies("Withdrawals by typology", seen.withdrawals()),
                        ModelCardTables.typologies("Orders by typology", seen.orders()),
                        ModelCardTables.segments("Withdrawals by tier and market", seen.withdrawals()),
                        ModelCardTables.segments("Orders by tier and market", seen.orders())));
    }

    private CardSection retraining() {
        List<CardTable> days = report.map(ModelCardTables::daily).stream().toList();
        return new CardSection(
                "Test, then train",
                days.isEmpty()
                        ? List.of(ModelCardDocument.NOT_AVAILABLE)
                        : List.of(
                                "Average precision of withdrawals, the model as it is beside one that was trained anew each day on"
                                        + " what was known by then."),
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
                        : List.of(byReports, "By the truth: " + ModelCardDocument.NOT_AVAILABLE + "."),
                report.stream()
                        .flatMap(seen -> Stream.of(
                                ModelCardTables.reliability("Reliability of withdrawals", seen.withdrawals()),
                                ModelCardTables.reliability("Reliability of orders", seen.orders())))
                        .toList());
    }

    private CardSection costs() {
        FrictionCosts friction = policy.friction();
        List<String> lines = new ArrayList<>();
        lines.add(
                "No global threshold: each event gets the action of least expected cost. An action that stops everything pays"
                        + " from the probability friction / (friction + loss) on.");
        lines.add(
                "Friction in dollars for a user worth $1,000: challenge %.0f, limit %.0f, hold %.0f, review %.0f and %.0f for the analyst, refusal %.0f, refused order %.0f."
                        .formatted(
                                friction.stepUpUsd(),
                                friction.limitUsd(),
                                friction.holdUsd(),
                                friction.reviewUsd(),
                                friction.reviewLabourUsd(),
                                friction.blockUsd(),
                                friction.orderBlockUsd()));
        lines.add("Times %.1f for retail users, %.0f for active ones, %.0f above; times %.1f while the market moves."
                .formatted(
                        friction.retailFactor(),
                        friction.activeFactor(),
                        friction.vipFactor(),
                        friction.volatilityFactor()));
        lines.add("Recovered of stolen coins: %.0f %%. Policy %s."
                .formatted(100 * policy.recoveredShare(), policy.hash()));
        lines.add("What the policy saves against treating everybody alike: "
                + report.map(ModelCardTables::savingsText).orElse(ModelCardDocument.NOT_AVAILABLE) + ".");
        return new CardSection("Thresholds and costs", lines, List.of());
    }

    private CardSection failures() {
        List<String> lines = new ArrayList<>(card.limits());
        report.ifPresent(seen -> {
            lines.addAll(lowRecall("withdrawals", seen.withdrawals()));
            lines.addAll(lowRecall("orders", seen.orders()));
        });
        return new CardSection("Known failures", lines, List.of());
    }

    private static List<String> lowRecall(String events, EvaluationReport.EventTypeMetrics seen) {
        return seen.byTypology().stream()
                .filter(typology ->
                        typology.recall().value() != null && typology.recall().value() < LOW_RECALL)
                .map(typology -> "Of " + typology.name() + " in " + events + " it finds little: recall "
                        + typology.recall().format(2) + ".")
                .toList();
    }

    private CardSection monitors() {
        DriftSettings settings = DriftSettings.DEFAULT;
        ScoreMonitor monitor = new ScoreMonitor(model.reference(), settings);
        return text(
                "Drift monitors",
                "Population stability index of withdrawal scores over %d minutes against %,d scores of the time of training, in %d bins."
                        .formatted(
                                settings.windowMinutes(),
                                model.reference().sampleSize(),
                                model.reference().binCount()),
                "It speaks from %d scores on. Critical value at quantile %s: %.3f with %d scores, %.3f with %,d."
                        .formatted(
                                settings.minimumSampleSize(),
                                settings.confidence(),
                                monitor.criticalValue(settings.minimumSampleSize()),
                                settings.minimumSampleSize(),
                                monitor.criticalValue(LARGE_SAMPLE),
                                LARGE_SAMPLE),
                "It acts on nothing below an index of %.2f, however certain.".formatted(settings.effectSize()));
    }

    private static CardSection text(String title, String... lines) {
        return new CardSection(title, List.of(lines), List.of());
    }
}
