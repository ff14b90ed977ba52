package firedrill.scoring.evaluation;

import firedrill.ingest.event.Account.Tier;
import firedrill.scoring.evaluation.EvaluationReport.CalibrationMetrics;
import firedrill.scoring.evaluation.EvaluationReport.CapacityMetrics;
import firedrill.scoring.evaluation.EvaluationReport.DailyResult;
import firedrill.scoring.evaluation.EvaluationReport.EventTypeMetrics;
import firedrill.scoring.evaluation.EvaluationReport.PolicySavings;
import firedrill.scoring.evaluation.EvaluationReport.SegmentMetrics;
import firedrill.scoring.evaluation.EvaluationReport.SimulatedRun;
import firedrill.scoring.evaluation.EvaluationReport.TypologyRecall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** From cases to figures. */
public final class EvaluationReportBuilder {

    private final ScoredEvents withdrawals;
    private final ScoredEvents orders;
    private final long seed;

    public EvaluationReportBuilder(ScoredEvents withdrawals, ScoredEvents orders, long seed) {
        this.withdrawals = withdrawals;
        this.orders = orders;
        this.seed = seed;
    }

    public EvaluationReport build(
            String modelHash,
            SimulatedRun world,
            PolicySavings ofWithdrawals,
            PolicySavings ofOrders,
            List<Long> learnedFrom) {
        return new EvaluationReport(
                modelHash,
                world,
                eventTypeMetrics(withdrawals, ofWithdrawals),
                eventTypeMetrics(orders, ofOrders),
                dailyResults(learnedFrom));
    }

    private EventTypeMetrics eventTypeMetrics(ScoredEvents cases, PolicySavings savings) {
        Bootstrap draws = Bootstrap.of(cases.userCount(), seed);
        DailyAlerts alerts = DailyAlerts.of(cases);
        Optional<ClassificationMetrics> evaluation = cases.size() == 0
                ? Optional.empty()
                : Optional.of(ClassificationMetrics.of(cases.probabilities(), cases.frauds()));
        long frauds = evaluation.map(ClassificationMetrics::frauds).orElse(0L);
        return new EventTypeMetrics(
                cases.size(),
                frauds,
                averagePrecision(cases, i -> true, cases::isFraud, draws),
                averagePrecision(cases, i -> true, cases::isReported, draws),
                evaluation
                        .filter(seen -> seen.frauds() > 0 && seen.frauds() < seen.rows())
                        .map(ClassificationMetrics::rocAuc)
                        .orElse(null),
                new CapacityMetrics(
                        DailyAlerts.ALERT_RATE,
                        alerts.count(),
                        alerts.count() == 0 ? null : alerts.precision(),
                        alerts.recall(i -> true, draws),
                        alerts.valueRecall(i -> true, draws)),
                typologies(cases, alerts, draws),
                Stream.of(Tier.values())
                        .map(tier -> segment(
                                tier.name().toLowerCase(Locale.ROOT), cases, i -> cases.tier(i) == tier, alerts, draws))
                        .toList(),
                List.of(
                        segment("calm", cases, i -> !cases.isVolatileMarket(i), alerts, draws),
                        segment("moving", cases, cases::isVolatileMarket, alerts, draws)),
                new CalibrationMetrics(
                        evaluation.map(ClassificationMetrics::calibrationError).orElse(0.0),
                        evaluation.map(ClassificationMetrics::expectedFrauds).orElse(0.0),
                        frauds,
                        evaluation.map(ClassificationMetrics::reliability).orElse(List.of())),
                savings);
    }

    private static List<TypologyRecall> typologies(ScoredEvents cases, DailyAlerts alerts, Bootstrap draws) {
        List<String> names = cases.typologyNames();
        return IntStream.range(ScoredEvents.HONEST + 1, names.size())
                .boxed()
                .sorted(Comparator.comparing(names::get))
                .map(number -> new TypologyRecall(
                        names.get(number),
                        alerts.recall(i -> cases.typologyIndex(i) == number, draws),
                        alerts.valueRecall(i -> cases.typologyIndex(i) == number, draws)))
                .toList();
    }

    private static SegmentMetrics segment(
            String name, ScoredEvents cases, IntPredicate which, DailyAlerts alerts, Bootstrap draws) {
        return new SegmentMetrics(
                name,
                IntStream.range(0, cases.size()).filter(which).count(),
                averagePrecision(cases, which, cases::isFraud, draws),
                alerts.recall(which, draws));
    }

    private static Estimate averagePrecision(
            ScoredEvents cases, IntPredicate which, IntPredicate positive, Bootstrap draws) {
        return WeightedRanking.of(cases, which, cases::probability, positive).averagePrecision(draws);
    }

    private List<DailyResult> dailyResults(List<Long> learnedFrom) {
        Bootstrap draws = Bootstrap.of(withdrawals.userCount(), seed);
        List<DailyResult> blocks = new ArrayList<>();
        for (int each = 0; each < learnedFrom.size(); each++) {
            int day = each;
            WeightedRanking asItIs = WeightedRanking.of(
                    withdrawals, i -> withdrawals.day(i) == day, withdrawals::probability, withdrawals::isFraud);
            WeightedRanking anew = WeightedRanking.of(
                    withdrawals,
                    i -> withdrawals.day(i) == day && !Double.isNaN(withdrawals.retrainedProbability(i)),
                    withdrawals::retrainedProbability,
                    withdrawals::isFraud);
            if (asItIs.size() > 0) {
                blocks.add(new DailyResult(
                        day,
                        asItIs.size(),
                        asItIs.averagePrecision(draws),
                        learnedFrom.get(day),
                        anew.averagePrecision(draws)));
            }
        }
        return blocks;
    }
}
