package firedrill.scoring.evaluation;

import firedrill.ingest.event.Account.Tier;
import firedrill.scoring.evaluation.EvaluationReport.Block;
import firedrill.scoring.evaluation.EvaluationReport.Calibration;
import firedrill.scoring.evaluation.EvaluationReport.Capacity;
import firedrill.scoring.evaluation.EvaluationReport.KindReport;
import firedrill.scoring.evaluation.EvaluationReport.Savings;
import firedrill.scoring.evaluation.EvaluationReport.Segment;
import firedrill.scoring.evaluation.EvaluationReport.Typology;
import firedrill.scoring.evaluation.EvaluationReport.World;
import firedrill.scoring.training.Evaluation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** From cases to figures. */
final class Assessment {

    private final Cases withdrawals;
    private final Cases orders;
    private final long seed;

    Assessment(Cases withdrawals, Cases orders, long seed) {
        this.withdrawals = withdrawals;
        this.orders = orders;
        this.seed = seed;
    }

    EvaluationReport report(
            String modelHash, World world, Savings ofWithdrawals, Savings ofOrders, List<Long> learnedFrom) {
        return new EvaluationReport(
                modelHash, world, kind(withdrawals, ofWithdrawals), kind(orders, ofOrders), blocks(learnedFrom));
    }

    private KindReport kind(Cases cases, Savings savings) {
        Draws draws = Draws.of(cases.users(), seed);
        Alerts alerts = Alerts.of(cases);
        Optional<Evaluation> evaluation = cases.size() == 0
                ? Optional.empty()
                : Optional.of(Evaluation.of(cases.probabilities(), cases.frauds()));
        long frauds = evaluation.map(Evaluation::frauds).orElse(0L);
        return new KindReport(
                cases.size(),
                frauds,
                averagePrecision(cases, i -> true, cases::isFraud, draws),
                averagePrecision(cases, i -> true, cases::isReported, draws),
                evaluation
                        .filter(seen -> seen.frauds() > 0 && seen.frauds() < seen.rows())
                        .map(Evaluation::rocAuc)
                        .orElse(null),
                new Capacity(
                        Alerts.SHARE,
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
                        segment("calm", cases, i -> !cases.isMoving(i), alerts, draws),
                        segment("moving", cases, cases::isMoving, alerts, draws)),
                new Calibration(
                        evaluation.map(Evaluation::calibrationError).orElse(0.0),
                        evaluation.map(Evaluation::expectedFrauds).orElse(0.0),
                        frauds,
                        evaluation.map(Evaluation::reliability).orElse(List.of())),
                savings);
    }

    private static List<Typology> typologies(Cases cases, Alerts alerts, Draws draws) {
        List<String> names = cases.typologies();
        return IntStream.range(Cases.HONEST + 1, names.size())
                .boxed()
                .sorted(Comparator.comparing(names::get))
                .map(number -> new Typology(
                        names.get(number),
                        alerts.recall(i -> cases.typology(i) == number, draws),
                        alerts.valueRecall(i -> cases.typology(i) == number, draws)))
                .toList();
    }

    private static Segment segment(String name, Cases cases, IntPredicate which, Alerts alerts, Draws draws) {
        return new Segment(
                name,
                IntStream.range(0, cases.size()).filter(which).count(),
                averagePrecision(cases, which, cases::isFraud, draws),
                alerts.recall(which, draws));
    }

    private static Estimate averagePrecision(Cases cases, IntPredicate which, IntPredicate positive, Draws draws) {
        return Ranked.of(cases, which, cases::probability, positive).averagePrecision(draws);
    }

    private List<Block> blocks(List<Long> learnedFrom) {
        Draws draws = Draws.of(withdrawals.users(), seed);
        List<Block> blocks = new ArrayList<>();
        for (int each = 0; each < learnedFrom.size(); each++) {
            int day = each;
            Ranked asItIs = Ranked.of(
                    withdrawals, i -> withdrawals.day(i) == day, withdrawals::probability, withdrawals::isFraud);
            Ranked anew = Ranked.of(
                    withdrawals,
                    i -> withdrawals.day(i) == day && !Double.isNaN(withdrawals.retrained(i)),
                    withdrawals::retrained,
                    withdrawals::isFraud);
            if (asItIs.size() > 0) {
                blocks.add(new Block(
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
