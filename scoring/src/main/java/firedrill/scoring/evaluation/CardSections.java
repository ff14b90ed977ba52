package firedrill.scoring.evaluation;

import firedrill.scoring.decision.Friction;
import firedrill.scoring.decision.Policy;
import firedrill.scoring.drift.MonitorSettings;
import firedrill.scoring.drift.ScoreMonitor;
import firedrill.scoring.evaluation.CardDocument.Section;
import firedrill.scoring.evaluation.CardDocument.Table;
import firedrill.scoring.model.LoadedModel;
import firedrill.scoring.model.ModelCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes the sections of a card. */
final class CardSections {

    /** A typology of which less is found is listed among the known failures. */
    private static final double POOR_RECALL = 0.2;

    private static final long LARGE_SAMPLE = 1_000;

    private final LoadedModel model;
    private final ModelCard card;
    private final Optional<EvaluationReport> report;
    private final Policy policy;

    CardSections(LoadedModel model, Optional<EvaluationReport> report, Policy policy) {
        this.model = model;
        this.card = model.card();
        this.report = report;
        this.policy = policy;
    }

    List<Section> all() {
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
                text("Owner", CardDocument.UNKNOWN),
                text("Last rehearsal", CardDocument.UNKNOWN),
                text("Provenance", "hash " + model.scorer().hash(), card.provenance()));
    }

    private Section training() {
        ModelCard.TrainedOn from = card.trainedOn();
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
                        + CardDocument.UNKNOWN + ".");
    }

    private Section figures() {
        ModelCard.Metrics out = card.metrics();
        List<String> lines = new ArrayList<>();
        lines.add(
                "Out of time, by reports, on withdrawals of the exchange it learned from: average precision %.3f, area"
                                .formatted(out.averagePrecision())
                        + " under the ROC curve %.3f, recall at 1 %% of withdrawals %.2f, base rate %.4f."
                                .formatted(out.rocAuc(), out.recallAtOnePercent(), out.baseRate()));
        if (report.isEmpty()) {
            lines.add("By typology, tier and market regime: " + CardDocument.UNKNOWN + "; `evaluate` measures them.");
            return new Section("Figures", lines, List.of());
        }
        EvaluationReport seen = report.get();
        lines.add(
                "Below: by the truth, on %d days of scenario %s, seed %d, %,d users, everything let through; intervals hold 95 %% and come from drawing users anew."
                        .formatted(
                                seen.world().days(),
                                seen.world().scenario(),
                                seen.world().seed(),
                                seen.world().users()));
        lines.add(
                "Capacity: analysts look at %.0f %% of each day's withdrawals and %.0f %% of its orders, those with the highest probabilities."
                        .formatted(
                                100 * seen.withdrawals().capacity().alertShare(),
                                100 * seen.orders().capacity().alertShare()));
        lines.add("By region: " + CardDocument.UNKNOWN + ".");
        return new Section(
                "Figures",
                lines,
                List.of(
                        CardTables.kinds(seen),
                        CardTables.typologies("Withdrawals by typology", seen.withdrawals()),
                        CardTables.typologies("Orders by typology", seen.orders()),
                        CardTables.segments("Withdrawals by tier and market", seen.withdrawals()),
                        CardTables.segments("Orders by tier and market", seen.orders())));
    }

    private Section retraining() {
        List<Table> days = report.map(CardTables::blocks).stream().toList();
        return new Section(
                "Test, then train",
                days.isEmpty()
                        ? List.of(CardDocument.UNKNOWN)
                        : List.of(
                                "Average precision of withdrawals, the model as it is beside one that was trained anew each day on"
                                        + " what was known by then."),
                days);
    }

    private Section calibration() {
        String byReports = "Expected calibration error %.4f out of time, by reports."
                .formatted(card.metrics().calibrationError());
        return new Section(
                "Calibration",
                report.isPresent()
                        ? List.of(
                                byReports,
                                CardTables.calibrationInWords(
                                        "withdrawals", report.get().withdrawals()),
                                CardTables.calibrationInWords(
                                        "orders", report.get().orders()))
                        : List.of(byReports, "By the truth: " + CardDocument.UNKNOWN + "."),
                report.stream()
                        .flatMap(seen -> Stream.of(
                                CardTables.reliability("Reliability of withdrawals", seen.withdrawals()),
                                CardTables.reliability("Reliability of orders", seen.orders())))
                        .toList());
    }

    private Section costs() {
        Friction friction = policy.friction();
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
                                friction.analystUsd(),
                                friction.blockUsd(),
                                friction.orderBlockUsd()));
        lines.add("Times %.1f for retail users, %.0f for active ones, %.0f above; times %.1f while the market moves."
                .formatted(friction.retail(), friction.active(), friction.vip(), friction.spike()));
        lines.add("Recovered of stolen coins: %.0f %%. Policy %s."
                .formatted(100 * policy.recoveredShare(), policy.hash()));
        lines.add("What the policy saves against treating everybody alike: "
                + report.map(CardTables::savingsInWords).orElse(CardDocument.UNKNOWN) + ".");
        return new Section("Thresholds and costs", lines, List.of());
    }

    private Section failures() {
        List<String> lines = new ArrayList<>(card.limits());
        report.ifPresent(seen -> {
            lines.addAll(foundLittle("withdrawals", seen.withdrawals()));
            lines.addAll(foundLittle("orders", seen.orders()));
        });
        return new Section("Known failures", lines, List.of());
    }

    private static List<String> foundLittle(String events, EvaluationReport.KindReport seen) {
        return seen.byTypology().stream()
                .filter(typology ->
                        typology.recall().value() != null && typology.recall().value() < POOR_RECALL)
                .map(typology -> "Of " + typology.name() + " in " + events + " it finds little: recall "
                        + typology.recall().inWords(2) + ".")
                .toList();
    }

    private Section monitors() {
        MonitorSettings settings = MonitorSettings.DEFAULT;
        ScoreMonitor monitor = new ScoreMonitor(model.reference(), settings);
        return text(
                "Drift monitors",
                "Population stability index of withdrawal scores over %d minutes against %,d scores of the time of training, in %d bins."
                        .formatted(
                                settings.windowMinutes(),
                                model.reference().sample(),
                                model.reference().bins()),
                "It speaks from %d scores on. Critical value at quantile %s: %.3f with %d scores, %.3f with %,d."
                        .formatted(
                                settings.minimumSample(),
                                settings.confidence(),
                                monitor.critical(settings.minimumSample()),
                                settings.minimumSample(),
                                monitor.critical(LARGE_SAMPLE),
                                LARGE_SAMPLE),
                "It acts on nothing below an index of %.2f, however certain.".formatted(settings.effect()));
    }

    private static Section text(String title, String... lines) {
        return new Section(title, List.of(lines), List.of());
    }
}
