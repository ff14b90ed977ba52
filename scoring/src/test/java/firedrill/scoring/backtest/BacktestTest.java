package firedrill.scoring.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firedrill.scoring.backtest.BacktestPlan.DayRange;
import firedrill.scoring.backtest.CardTransactionGenerator.Payment;
import firedrill.scoring.backtest.table.InvalidDataException;
import firedrill.scoring.backtest.table.TransactionFile;
import firedrill.scoring.training.Learner;
import firedrill.scoring.training.ProgressListener;
import firedrill.scoring.training.UntrainableException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BacktestTest {

    private static final int CUSTOMERS = 400;
    private static final int TERMINALS = 800;
    private static final int DAYS = 50;
    private static final int DELAY = 7;
    /** Days of the world, from 0. */
    private static final int TRAIN_FROM = 21;

    private static final int TRAIN_TO = 34;
    private static final int TEST_FROM = 42;
    private static final int TEST_TO = 48;
    private static final BacktestPlan PLAN =
            new BacktestPlan(days(TRAIN_FROM, TRAIN_TO), DELAY, days(TEST_FROM, TEST_TO));

    @TempDir
    private Path folder;

    @Test
    void oneWeekIsTestedByWhatWasLearnedOnEarlierOnes() throws Exception {
        List<Payment> payments = CardTransactionGenerator.generate(1, CUSTOMERS, TERMINALS, DAYS);
        BacktestReport report = run(payments, PLAN, new LinkedHashMap<>());
        assertThat(report.rows()).isEqualTo(payments.size());
        assertThat(report.train().rows())
                .isEqualTo(count(payments, payment -> isWithin(payment, TRAIN_FROM, TRAIN_TO)));
        assertThat(report.train().frauds())
                .isEqualTo(count(payments, payment -> payment.scenario > 0 && isWithin(payment, TRAIN_FROM, TRAIN_TO)));
        assertThat(report.test().rows() + report.test().excludedRows())
                .isEqualTo(count(payments, payment -> isWithin(payment, TEST_FROM, TEST_TO)));
        assertThat(report.test().days()).isEqualTo(7);
        assertThat(report.aucRoc()).isGreaterThan(0.6);
        assertThat(report.averagePrecision())
                .isGreaterThan(3.0 * report.test().frauds() / report.test().rows());
        assertThat(report.cardPrecisionAt().keySet()).containsExactly(5, 20);
        assertThat(report.cardPrecisionAt().get(5))
                .isLessThanOrEqualTo(report.cardPrecisionCeilingAt().get(5));
    }

    @Test
    void usersAreLeftOutFromTheDayAfterTheReportOfAFraudSinceTheTrainingBegan() throws Exception {
        List<Payment> payments = CardTransactionGenerator.generate(2, CUSTOMERS, TERMINALS, DAYS);
        Map<String, Double> scores = new LinkedHashMap<>();
        run(payments, PLAN, scores);
        Set<String> expected = new HashSet<>();
        for (int day = TEST_FROM; day <= TEST_TO; day++) {
            int today = day;
            Set<Integer> known = new HashSet<>();
            payments.stream()
                    .filter(payment -> payment.scenario > 0 && isWithin(payment, TRAIN_FROM, today - DELAY - 1))
                    .forEach(payment -> known.add(payment.customer));
            for (int id = 0; id < payments.size(); id++) {
                if (payments.get(id).day() == today && !known.contains(payments.get(id).customer)) {
                    expected.add(String.valueOf(id));
                }
            }
        }
        assertThat(scores.keySet()).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Learner.class)
    void aLabelThatHasNotArrivedWhenTheTestBeginsChangesNoScore(Learner learner) throws Exception {
        List<Payment> payments = CardTransactionGenerator.generate(3, CUSTOMERS, TERMINALS, DAYS);
        Map<String, Double> scores = new LinkedHashMap<>();
        run(payments, PLAN, learner, scores);
        payments.stream()
                .filter(payment -> payment.day() > TEST_TO - DELAY)
                .forEach(payment -> payment.scenario = payment.scenario == 0 ? 1 : 0);
        Map<String, Double> otherwise = new LinkedHashMap<>();
        run(payments, PLAN, learner, otherwise);
        assertThat(otherwise).isEqualTo(scores);
    }

    /** Random terminals are compromised for one day: only features that use labels of the same day can detect it. */
    @ParameterizedTest
    @EnumSource(Learner.class)
    void aFraudWhoseLabelArrivesAfterItsEndIsNotDetectable(Learner learner) throws Exception {
        List<Payment> payments = badForADay(CardTransactionGenerator.generate(9, 3 * CUSTOMERS, TERMINALS, DAYS), 400);
        BacktestReport late = run(payments, PLAN, learner, new LinkedHashMap<>());
        BacktestReport atOnce =
                run(payments, new BacktestPlan(PLAN.train(), 0, PLAN.test()), learner, new LinkedHashMap<>());
        assertThat(late.aucRoc()).isBetween(0.4, 0.6);
        assertThat(atOnce.aucRoc()).isGreaterThan(0.75);
    }

    private static List<Payment> badForADay(List<Payment> payments, int terminals) {
        SplittableRandom random = new SplittableRandom(9);
        boolean[] isBad = new boolean[DAYS * terminals];
        for (int i = 0; i < isBad.length; i++) {
            isBad[i] = random.nextInt(50) == 0;
        }
        return payments.stream()
                .map(payment -> {
                    Payment other = new Payment(payment.second, payment.customer, payment.terminal % terminals, 10);
                    other.scenario = isBad[payment.day() * terminals + other.terminal] ? 2 : 0;
                    return other;
                })
                .toList();
    }

    @Test
    void theSameTableGivesTheSameScores() throws Exception {
        List<Payment> payments = CardTransactionGenerator.generate(4, CUSTOMERS, TERMINALS, DAYS);
        Map<String, Double> once = new LinkedHashMap<>();
        Map<String, Double> twice = new LinkedHashMap<>();
        assertThat(run(payments, PLAN, once)).isEqualTo(run(payments, PLAN, twice));
        assertThat(once).isEqualTo(twice);
    }

    @Test
    void daysWithoutRowsAreNamed() {
        List<Payment> payments = CardTransactionGenerator.generate(5, 50, 400, 10);
        assertThatThrownBy(() -> run(payments, PLAN, new LinkedHashMap<>()))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageEndingWith("cards.csv: no row is left to test in 2018-05-13..2018-05-19: the last row is of"
                        + " 2018-04-10");
        BacktestPlan tooEarly = new BacktestPlan(
                new DayRange(
                        CardTransactionGenerator.FIRST_DAY.minusDays(5),
                        CardTransactionGenerator.FIRST_DAY.minusDays(1)),
                0,
                days(1, 2));
        assertThatThrownBy(() -> run(payments, tooEarly, new LinkedHashMap<>()))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageEndingWith("cards.csv: no row is in the training period, 2018-03-27..2018-03-31");
    }

    @Test
    void aTrainingWithoutFraudIsRefused() {
        List<Payment> payments = CardTransactionGenerator.generate(6, CUSTOMERS, TERMINALS, DAYS);
        payments.forEach(payment -> payment.scenario = 0);
        assertThatThrownBy(() -> run(payments, PLAN, new LinkedHashMap<>()))
                .isInstanceOf(UntrainableException.class)
                .hasMessageEndingWith("have 0 frauds, and both classes are needed");
    }

    @Test
    void rankingMetricsAreNotAvailableWithoutFraudInTheTest() throws Exception {
        List<Payment> payments = CardTransactionGenerator.generate(7, CUSTOMERS, TERMINALS, DAYS);
        payments.stream().filter(payment -> payment.day() >= TEST_FROM).forEach(payment -> payment.scenario = 0);
        BacktestReport report = run(payments, PLAN, new LinkedHashMap<>());
        assertThat(report.aucRoc()).isNull();
        assertThat(report.averagePrecision()).isNull();
    }

    @Test
    void aPlanWhoseLabelsCannotHaveArrivedIsRefused() {
        assertThatThrownBy(() -> new BacktestPlan(days(0, 6), 7, days(13, 20)))
                .hasMessage("the labels of 2018-04-07 arrive 7 days later, so the test can begin on 2018-04-15, not on"
                        + " 2018-04-14");
        assertThatThrownBy(() -> DayRange.parse("2018-04-07..2018-04-06"))
                .hasMessage("the last day, 2018-04-06, is before the first, 2018-04-07");
        assertThat(DayRange.parse("2018-04-01..2018-04-07")).isEqualTo(days(0, 6));
    }

    private BacktestReport run(List<Payment> payments, BacktestPlan plan, Map<String, Double> scores) throws Exception {
        return run(payments, plan, Learner.LOGISTIC, scores);
    }

    private BacktestReport run(List<Payment> payments, BacktestPlan plan, Learner learner, Map<String, Double> scores)
            throws Exception {
        Path table = folder.resolve("cards.csv");
        CardTransactionGenerator.write(table, payments);
        try (TransactionFile file = TransactionFile.open(table, CardTransactionGenerator.MAPPING)) {
            return Backtest.run(file, plan, learner, 1, List.of(5, 20), scores::put, ProgressListener.SILENT);
        }
    }

    private static DayRange days(int from, int to) {
        return new DayRange(
                CardTransactionGenerator.FIRST_DAY.plusDays(from), CardTransactionGenerator.FIRST_DAY.plusDays(to));
    }

    private static boolean isWithin(Payment payment, int from, int to) {
        return payment.day() >= from && payment.day() <= to;
    }

    private static long count(List<Payment> payments, Predicate<Payment> which) {
        return payments.stream().filter(which).count();
    }
}
