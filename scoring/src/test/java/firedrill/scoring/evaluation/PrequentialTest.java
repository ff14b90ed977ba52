package firedrill.scoring.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Truth;
import firedrill.ingest.exchange.Exchange;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.exchange.Tape;
import firedrill.ingest.incident.Scenarios;
import firedrill.scoring.decision.Policy;
import firedrill.scoring.evaluation.EvaluationReport.Block;
import firedrill.scoring.evaluation.EvaluationReport.KindReport;
import firedrill.scoring.evaluation.EvaluationReport.Segment;
import firedrill.scoring.evaluation.EvaluationReport.World;
import firedrill.scoring.model.ModelFile;
import firedrill.scoring.training.Learner;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PrequentialTest {

    private static final int DAYS = 6;
    private static final int DELAY = 3;
    private static final int USERS = 400;

    private static Told whole;

    @BeforeAll
    static void run() throws Exception {
        whole = told(Set.of());
    }

    @Test
    void everyOrderAndWithdrawalIsTestedAndStandsInOneSegmentOfEachKind() {
        EvaluationReport report = whole.test.report(1);
        assertThat(report.withdrawals().rows()).isEqualTo(whole.withdrawals);
        assertThat(report.orders().rows()).isEqualTo(whole.orders);
        for (KindReport kind : List.of(report.withdrawals(), report.orders())) {
            assertThat(kind.byTypology().stream()
                            .mapToLong(typology -> typology.recall().frauds())
                            .sum())
                    .isEqualTo(kind.frauds())
                    .isPositive();
            assertThat(kind.byTier().stream().mapToLong(Segment::rows).sum()).isEqualTo(kind.rows());
            assertThat(kind.byRegime().stream().mapToLong(Segment::rows).sum()).isEqualTo(kind.rows());
            assertThat(kind.calibration().reliability().stream()
                            .mapToLong(bin -> bin.rows())
                            .sum())
                    .isEqualTo(kind.rows());
            assertThat(kind.savings().frauds()).isEqualTo(kind.frauds());
        }
        assertThat(report.modelHash()).isEqualTo(ModelFile.shipped().scorer().hash());
    }

    @Test
    void aModelIsTrainedAnewOnceRowsAreOlderThanTheirLabelsTake() {
        List<Block> blocks = whole.test.report(1).blocks();
        assertThat(blocks).extracting(Block::day).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(blocks.subList(0, DELAY + 1)).allSatisfy(block -> {
            assertThat(block.learnedFrom()).isZero();
            assertThat(block.retrained().value()).isNull();
        });
        assertThat(blocks.get(4).learnedFrom())
                .isPositive()
                .isLessThan(blocks.get(5).learnedFrom());
        assertThat(blocks.get(5).retrained().frauds())
                .isEqualTo(blocks.get(5).averagePrecision().frauds());
    }

    @Test
    void theSameRunGivesTheSameReport() throws Exception {
        assertThat(told(Set.of()).test.report(1)).isEqualTo(whole.test.report(1));
    }

    @Test
    void whatIsReportedAfterADayChangesNothingOfThatDay() throws Exception {
        Set<Long> late = new HashSet<>();
        whole.reports.forEach(report -> {
            if (report.timeMillis() >= startMillis() + Duration.ofDays(5).toMillis()) {
                late.add(report.timeMillis());
            }
        });
        assertThat(late).isNotEmpty();
        assertThat(told(late).test.report(1).blocks().subList(0, 5))
                .isEqualTo(whole.test.report(1).blocks().subList(0, 5));
    }

    private static long startMillis() {
        return ExchangeSettings.DEFAULT.startMillis();
    }

    private static Told told(Set<Long> withoutOutcomesAt) throws Exception {
        Told told = new Told(withoutOutcomesAt);
        Exchange exchange =
                new Exchange(ExchangeSettings.DEFAULT.withUsers(USERS), Scenarios.named("quiet"), 5, 1, told);
        told.exchange = Optional.of(exchange);
        exchange.tellHistory();
        exchange.runUntil(exchange.startMillis() + Duration.ofDays(DAYS).toMillis());
        return told;
    }

    /** A run in which everything is let through. */
    private static final class Told implements Tape {

        private final Prequential test = new Prequential(
                ModelFile.shipped().scorer(),
                Optional.of(Learner.LOGISTIC),
                Policy.DEFAULT,
                new World("quiet", 5, USERS, DAYS, DELAY),
                startMillis());
        private final Set<Long> left;
        private final Set<Outcome> reports = new HashSet<>();
        private Optional<Exchange> exchange = Optional.empty();
        private long orders;
        private long withdrawals;

        Told(Set<Long> withoutOutcomesAt) {
            this.left = withoutOutcomesAt;
        }

        @Override
        public void event(ExchangeEvent event) {
            test.event(event);
            if (event.awaitsAnswer()) {
                orders += event instanceof Order ? 1 : 0;
                withdrawals += event instanceof Order ? 0 : 1;
                exchange.ifPresent(asked -> asked.take(Answer.of(event.id(), Action.ALLOW), event.timeMillis()));
            }
        }

        @Override
        public void outcome(Outcome outcome) {
            if (outcome instanceof Outcome.FraudReport || outcome instanceof Outcome.Verdict) {
                reports.add(outcome);
                if (left.contains(outcome.timeMillis())) {
                    return;
                }
            }
            test.outcome(outcome);
        }

        @Override
        public void truth(Truth truth) {
            test.truth(truth);
        }
    }
}
