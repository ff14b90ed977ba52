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

/** Computes the metrics of an {@link EvaluationReport} from scored events. */
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
            SimulatedRun simulation,
            PolicySavings withdrawalSavings,
            PolicySavings orderSavings,
            List<Long> retrainingRows) {
        return new EvaluationReport(
                modelHash,
                simulation,
                eventTypeMetrics(withdrawals, withdrawalSavings),
                eventTypeMetrics(orders, orderSavings),
                dailyResults(retrainingRows));
    }

    private EventTypeMetrics eventTypeMetrics(ScoredEvents events, PolicySavings savings) {
        Bootstrap bootstrap = Bootstrap.of(events.userCount(), seed);
        DailyAlerts alerts = DailyAlerts.of(events);
        Optional<ClassificationMetrics> metrics = events.size() == 0
                ? Optional.empty()
                : Optional.of(ClassificationMetrics.of(events.probabilities(), events.frauds()));
        long frauds = metrics.map(ClassificationMetrics::frauds).orElse(0L);
        return new EventTypeMetrics(
                events.size(),
                frauds,
                averagePrecision(events, i -> true, events::isFraud, bootstrap),
                averagePrecision(events, i -> true, events::isReported, bootstrap),
                metrics.filter(all -> all.frauds() > 0 && all.frauds() < all.rows())
                        .map(ClassificationMetrics::rocAuc)
                        .orElse(null),
                new CapacityMetrics(
                        DailyAlerts.ALERT_RATE,
                        alerts.count(),
                        alerts.count() == 0 ? null : alerts.precision(),
                        alerts.recall(i -> true, bootstrap),
                        alerts.valueRecall(i -> true, bootstrap)),
                typologies(events, alerts, bootstrap),
                Stream.of(Tier.values())
                        .map(tier -> segment(
                                tier.name().toLowerCase(Locale.ROOT),
                                events,
                                i -> events.tier(i) == tier,
                                alerts,
                                bootstrap))
                        .toList(),
                List.of(
                        segment("calm", events, i -> !events.isVolatileMarket(i), alerts, bootstrap),
                        segment("volatile", events, events::isVolatileMarket, alerts, bootstrap)),
                new CalibrationMetrics(
                        metrics.map(ClassificationMetrics::calibrationError).orElse(0.0),
                        metrics.map(ClassificationMetrics::expectedFrauds).orElse(0.0),
                        frauds,
                        metrics.map(ClassificationMetrics::reliability).orElse(List.of())),
                savings);
    }

    private static List<TypologyRecall> typologies(ScoredEvents events, DailyAlerts alerts, Bootstrap bootstrap) {
        List<String> names = events.typologyNames();
        return IntStream.range(ScoredEvents.HONEST + 1, names.size())
                .boxed()
                .sorted(Comparator.comparing(names::get))
                .map(number -> new TypologyRecall(
                        names.get(number),
                        alerts.recall(i -> events.typologyIndex(i) == number, bootstrap),
                        alerts.valueRecall(i -> events.typologyIndex(i) == number, bootstrap)))
                .toList();
    }

    private static SegmentMetrics segment(
            String name, ScoredEvents events, IntPredicate filter, DailyAlerts alerts, Bootstrap bootstrap) {
        return new SegmentMetrics(
                name,
                IntStream.range(0, events.size()).filter(filter).count(),
                averagePrecision(events, filter, events::isFraud, bootstrap),
                alerts.recall(filter, bootstrap));
    }

    private static Estimate averagePrecision(
            ScoredEvents events, IntPredicate filter, IntPredicate positive, Bootstrap bootstrap) {
        return ScoreRanking.of(events, filter, events::probability, positive).averagePrecision(bootstrap);
    }

    private List<DailyResult> dailyResults(List<Long> retrainingRows) {
        Bootstrap bootstrap = Bootstrap.of(withdrawals.userCount(), seed);
        List<DailyResult> results = new ArrayList<>();
        for (int i = 0; i < retrainingRows.size(); i++) {
            int day = i;
            ScoreRanking fixed = ScoreRanking.of(
                    withdrawals, row -> withdrawals.day(row) == day, withdrawals::probability, withdrawals::isFraud);
            ScoreRanking retrained = ScoreRanking.of(
                    withdrawals,
                    row -> withdrawals.day(row) == day && !Double.isNaN(withdrawals.retrainedProbability(row)),
                    withdrawals::retrainedProbability,
                    withdrawals::isFraud);
            if (fixed.size() > 0) {
                results.add(new DailyResult(
                        day,
                        fixed.size(),
                        fixed.averagePrecision(bootstrap),
                        retrainingRows.get(day),
                        retrained.averagePrecision(bootstrap)));
            }
        }
        return results;
    }
}
