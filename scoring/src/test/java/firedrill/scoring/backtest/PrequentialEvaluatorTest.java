package firedrill.scoring.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Truth;
import firedrill.ingest.exchange.AllowAllExchange;
import firedrill.ingest.exchange.Exchange;
import firedrill.ingest.exchange.ExchangeListener;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.scenario.ScenarioCatalogue;
import firedrill.scoring.evaluation.EvaluationReport;
import firedrill.scoring.evaluation.EvaluationReport.DailyResult;
import firedrill.scoring.evaluation.EvaluationReport.EventTypeMetrics;
import firedrill.scoring.evaluation.EvaluationReport.SegmentMetrics;
import firedrill.scoring.evaluation.EvaluationReport.SimulatedRun;
import firedrill.scoring.model.artifact.ModelFile;
import firedrill.scoring.policy.Policy;
import firedrill.scoring.training.Learner;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PrequentialEvaluatorTest {

    private static final int DAYS = 6;
    private static final int DELAY = 3;
    private static final int USERS = 400;

    private static RecordedEvaluation whole;

    @BeforeAll
    static void run() throws Exception {
        whole = recorded(Set.of());
    }

    @Test
    void everyOrderAndWithdrawalIsScoredAndInOneSegmentOfEachKind() {
        EvaluationReport report = whole.evaluator.report(1);
        assertThat(report.withdrawals().rows()).isEqualTo(whole.withdrawals);
        assertThat(report.orders().rows()).isEqualTo(whole.orders);
        for (EventTypeMetrics kind : List.of(report.withdrawals(), report.orders())) {
            assertThat(kind.byTypology().stream()
                            .mapToLong(typology -> typology.recall().frauds())
                            .sum())
                    .isEqualTo(kind.frauds())
                    .isPositive();
            assertThat(kind.byTier().stream().mapToLong(SegmentMetrics::rows).sum())
                    .isEqualTo(kind.rows());
            assertThat(kind.byRegime().stream().mapToLong(SegmentMetrics::rows).sum())
                    .isEqualTo(kind.rows());
            assertThat(kind.calibration().reliability().stream()
                            .mapToLong(bin -> bin.rows())
                            .sum())
                    .isEqualTo(kind.rows());
            assertThat(kind.savings().frauds()).isEqualTo(kind.frauds());
        }
        assertThat(report.modelHash())
                .isEqualTo(ModelFile.loadBundled().scorer().hash());
    }

    @Test
    void retrainingBeginsOnceLabelsAreMature() {
        List<DailyResult> daily = whole.evaluator.report(1).daily();
        assertThat(daily).extracting(DailyResult::day).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(daily.subList(0, DELAY + 1)).allSatisfy(day -> {
            assertThat(day.retrainingRows()).isZero();
            assertThat(day.retrainedAveragePrecision().value()).isNull();
        });
        assertThat(daily.get(4).retrainingRows())
                .isPositive()
                .isLessThan(daily.get(5).retrainingRows());
        assertThat(daily.get(5).retrainedAveragePrecision().frauds())
                .isEqualTo(daily.get(5).averagePrecision().frauds());
    }

    @Test
    void theSameRunGivesTheSameReport() throws Exception {
        assertThat(recorded(Set.of()).evaluator.report(1)).isEqualTo(whole.evaluator.report(1));
    }

    @Test
    void reportsAfterADayDoNotChangeItsMetrics() throws Exception {
        Set<Long> late = new HashSet<>();
        whole.reports.forEach(report -> {
            if (report.timeMillis() >= startMillis() + Duration.ofDays(5).toMillis()) {
                late.add(report.timeMillis());
            }
        });
        assertThat(late).isNotEmpty();
        assertThat(recorded(late).evaluator.report(1).daily().subList(0, 5))
                .isEqualTo(whole.evaluator.report(1).daily().subList(0, 5));
    }

    private static long startMillis() {
        return ExchangeSettings.DEFAULT.startMillis();
    }

    private static RecordedEvaluation recorded(Set<Long> withoutOutcomesAt) throws Exception {
        RecordedEvaluation recorded = new RecordedEvaluation(withoutOutcomesAt);
        Exchange exchange = AllowAllExchange.create(
                ExchangeSettings.DEFAULT.withUsers(USERS), ScenarioCatalogue.load("quiet"), 5, recorded);
        exchange.publishHistory();
        exchange.runUntil(exchange.startMillis() + Duration.ofDays(DAYS).toMillis());
        return recorded;
    }

    /** An evaluation with counts of its events and reports. */
    private static final class RecordedEvaluation implements ExchangeListener {

        private final PrequentialEvaluator evaluator = new PrequentialEvaluator(
                ModelFile.loadBundled().scorer(),
                Optional.of(Learner.LOGISTIC),
                Policy.DEFAULT,
                new SimulatedRun("quiet", 5, USERS, DAYS, DELAY),
                startMillis());
        private final Set<Long> suppressedTimes;
        private final Set<Outcome> reports = new HashSet<>();
        private long orders;
        private long withdrawals;

        RecordedEvaluation(Set<Long> withoutOutcomesAt) {
            this.suppressedTimes = withoutOutcomesAt;
        }

        @Override
        public void onEvent(ExchangeEvent event) {
            evaluator.observeEvent(event);
            if (event.requiresDecision()) {
                orders += event instanceof Order ? 1 : 0;
                withdrawals += event instanceof Order ? 0 : 1;
            }
        }

        @Override
        public void onOutcome(Outcome outcome) {
            if (outcome instanceof Outcome.FraudReport || outcome instanceof Outcome.ReviewVerdict) {
                reports.add(outcome);
                if (suppressedTimes.contains(outcome.timeMillis())) {
                    return;
                }
            }
            evaluator.observeOutcome(outcome);
        }

        @Override
        public void onTruth(Truth truth) {
            evaluator.observeTruth(truth);
        }
    }
}
