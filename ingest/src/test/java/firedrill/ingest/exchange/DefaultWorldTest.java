package firedrill.ingest.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firedrill.ingest.SamplingError;
import firedrill.ingest.customer.FrictionParameters;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Login;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.FraudTypology;
import firedrill.ingest.event.Outcome.Churn;
import firedrill.ingest.event.Outcome.Complaint;
import firedrill.ingest.event.Outcome.FraudReport;
import firedrill.ingest.event.Outcome.Settlement;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import firedrill.ingest.event.Outcome.StepUpResult;
import firedrill.ingest.event.Truth;
import firedrill.ingest.fraud.FraudSettings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The default world: rates of activity and fraud, and the reactions to baseline operators.
 *
 * <p>What a parameter fixes is held to it within the sampling error. Rates of hours have wider bounds, because they also
 * depend on the time of day and on activities that follow others.
 */
class DefaultWorldTest {

    private static final int USERS = 10_000;
    private static final FrictionParameters FRICTION =
            WorldParameters.DEFAULT.customer().friction();
    private static final ExchangeRun QUIET = ExchangeRun.of("quiet", USERS, 7, 6, ExchangeRun.ALLOW_ALL);
    private static final ExchangeRun CRASH = ExchangeRun.of("crash-day", USERS, 7, 5, ExchangeRun.ALLOW_ALL);
    private static final ExchangeRun BLOCKED = ExchangeRun.of("quiet", 3_000, 7, 6, ExchangeRun.BLOCK_ALL);

    private static final List<ExchangeRun> QUIET_SHIFTS = LongStream.range(20, 25)
            .mapToObj(seed -> ExchangeRun.of("quiet", USERS, seed, 8, ExchangeRun.ALLOW_ALL))
            .toList();

    @Test
    void quietHoursHaveTheirRateOfEachKind() {
        assertThat(perHour(QUIET, Withdrawal.class, 0, 6)).isBetween(1_350.0, 1_850.0);
        assertThat(perHour(QUIET, Login.class, 0, 6)).isBetween(4_000.0, 5_000.0);
        assertThat(perHour(QUIET, Deposit.class, 0, 6)).isBetween(1_100.0, 1_400.0);
    }

    /** Orders excite each other, so the rate of one hour varies much. */
    @Test
    void ordersHaveTheirRateInTheMeanOfManyQuietHours() {
        assertThat(QUIET_SHIFTS.stream()
                        .mapToDouble(run -> perHour(run, Order.class, 0, 8))
                        .average()
                        .orElseThrow())
                .isBetween(7_500.0, 9_000.0);
    }

    @Test
    void threeToFiveWithdrawalsAnHourAreTakeovers() {
        double perHour = QUIET_SHIFTS.stream()
                        .mapToLong(run -> ids(run).stream()
                                .filter(withdrawals(run)::contains)
                                .count())
                        .average()
                        .orElseThrow()
                / 8;

        assertThat(perHour).isBetween(3.0, 5.0);
    }

    @Test
    void inAFallWithdrawalsAndDepositsRiseTogether() {
        double withdrawals = perHour(CRASH, Withdrawal.class, 1, 2) / perHour(QUIET, Withdrawal.class, 1, 2);
        double deposits = perHour(CRASH, Deposit.class, 1, 2) / perHour(QUIET, Deposit.class, 1, 2);

        assertThat(withdrawals).isBetween(3.0, 10.0);
        assertThat(deposits).isBetween(2.0, 10.0);
    }

    @Test
    void inAFallMostWithdrawalsAreFullAndGoToSavedAddresses() {
        Set<String> known = new HashSet<>();
        var history = new ExchangeRun("crash-day", USERS, 7, ExchangeRun.ALLOW_ALL);
        history.exchange.publishHistory();
        history.eventsOf(Withdrawal.class).forEach(past -> known.add(past.userId() + " " + past.addressId()));
        var flight = CRASH.eventsOf(Withdrawal.class)
                .filter(event -> hour(CRASH, event) >= 1 && hour(CRASH, event) < 2)
                .toList();

        assertThat(flight.stream()
                        .filter(event -> known.contains(event.userId() + " " + event.addressId()))
                        .count())
                .isGreaterThan(flight.size() * 7L / 10);
        assertThat(flight.stream()
                        .filter(event -> event.amountCents() > 0.9 * event.balanceCents())
                        .count())
                .isGreaterThan(flight.size() / 2);
    }

    @Test
    void aFallDoesNotRaiseTheNumberOfFrauds() {
        long quiet = 0;
        long crash = 0;
        for (long seed = 30; seed < 34; seed++) {
            quiet += thefts(ExchangeRun.of("quiet", USERS, seed, 4, ExchangeRun.ALLOW_ALL));
            crash += thefts(ExchangeRun.of("crash-day", USERS, seed, 4, ExchangeRun.ALLOW_ALL));
        }

        assertThat(crash).isLessThanOrEqualTo(quiet + quiet / 20);
        assertThat(crash).isGreaterThan(quiet / 2);
    }

    @Test
    void noSingleFeatureSeparatesTheftFromCustomers() {
        Map<Long, Long> changed = new HashMap<>();
        Set<Long> stolen = ids(QUIET);
        int[] signs = new int[3];
        int[] customerSigns = new int[3];
        long thefts = 0;
        for (ExchangeEvent event : QUIET.events) {
            if (event instanceof ExchangeEvent.CredentialChange change) {
                changed.put(change.userId(), change.timeMillis());
            } else if (event instanceof Withdrawal withdrawal) {
                boolean isTheft = stolen.contains(event.id());
                int[] counts = isTheft ? signs : customerSigns;
                long since = event.timeMillis() - changed.getOrDefault(event.userId(), 0L);
                counts[0] += since < 2 * ExchangeRun.HOUR ? 1 : 0;
                counts[1] += withdrawal.amountCents() > 0.9 * withdrawal.balanceCents() ? 1 : 0;
                counts[2] += sold(withdrawal) ? 1 : 0;
                thefts += isTheft ? 1 : 0;
            }
        }

        assertThat(signs).doesNotContain(0);
        assertThat((double) signs[0] / thefts).isBetween(0.2, 0.7);
        assertThat((double) signs[1] / thefts).isBetween(0.15, 0.7);
        assertThat(customerSigns[0]).isGreaterThan(3 * signs[0]);
        assertThat(customerSigns[1]).isGreaterThan(10 * signs[1]);
        assertThat(customerSigns[2]).isGreaterThan(10 * signs[2]);
    }

    @Test
    void anOrderThatPreparesATheftHasNoAmountAtRisk() {
        Set<Long> orders = QUIET.eventsOf(Order.class).map(Order::id).collect(Collectors.toSet());

        assertThat(QUIET.truths)
                .filteredOn(truth -> orders.contains(truth.eventId()) && isTakeover(truth))
                .isNotEmpty()
                .allSatisfy(truth -> assertThat(truth.atRiskCents()).isZero());
    }

    @Test
    void blockingEverythingCausesChurnOfManyUsers() {
        ExchangeStatus census = BLOCKED.exchange.status();

        assertThat(census.departedUsers()).isGreaterThan(census.users() / 4);
        assertThat(BLOCKED.outcomesOf(Complaint.class).count()).isPositive();
        assertThat(BLOCKED.outcomesOf(Settlement.class))
                .extracting(Settlement::disposition)
                .containsOnly(Disposition.REFUSED);
        assertThat(BLOCKED.outcomesOf(FraudReport.class)).isEmpty();
    }

    @Test
    void whereEverythingIsAllowedOnlyVictimsOfTheftDepart() {
        Set<Long> frauds = QUIET.truths.stream().map(Truth::eventId).collect(Collectors.toSet());

        assertThat(QUIET.outcomesOf(Churn.class)).allMatch(churn -> frauds.contains(churn.causeEventId()));
    }

    @Test
    void wordOfMouthAddsAFewDeparturesAndDiesOut() {
        long all = BLOCKED.outcomesOf(Churn.class).count();
        long told = BLOCKED.outcomesOf(Churn.class).filter(Churn::isWordOfMouth).count();

        var churn = WorldParameters.DEFAULT.customer().churn();
        double expected = (all - told) * churn.peopleTold() * churn.listenerChurn();
        assertThat((double) told)
                .as("some listeners have departed before, so fewer than expected follow")
                .isBetween(expected / 4, expected + 4 * Math.sqrt(expected));
    }

    @Test
    void aChallengeTakesAboutAMinute() {
        ExchangeRun run = ExchangeRun.of("quiet", 2_000, 8, 4, ExchangeRun.answerAll(Action.STEP_UP));
        Map<Long, Long> requested = run.eventsOf(ExchangeEvent.class)
                .collect(Collectors.toMap(ExchangeEvent::id, ExchangeEvent::timeMillis));
        Set<Long> frauds = run.truths.stream().map(Truth::eventId).collect(Collectors.toSet());

        var seconds = run.outcomesOf(StepUpResult.class)
                .filter(result -> !frauds.contains(result.eventId()))
                .mapToDouble(result -> (result.timeMillis() - requested.getOrDefault(result.eventId(), 0L)) / 1_000.0)
                .summaryStatistics();
        double standardError = FRICTION.stepUpExtraMeanSeconds() / Math.sqrt((double) seconds.getCount());
        assertThat(seconds.getAverage())
                .isCloseTo(FRICTION.stepUpMinSeconds() + FRICTION.stepUpExtraMeanSeconds(), within(4 * standardError));
        assertThat(seconds.getMin()).isGreaterThanOrEqualTo(FRICTION.stepUpMinSeconds());
    }

    @Test
    void customersAndAttackersPassChallengesAtTheirRates() {
        ExchangeSettings manyAttacks = ExchangeSettings.DEFAULT
                .withUsers(USERS)
                .withFraud(FraudSettings.DEFAULT.withoutAdaptation().withRateMultiplier(10));
        ExchangeRun run =
                new ExchangeRun("quiet", manyAttacks, 8, ExchangeRun.answerAll(Action.STEP_UP)).runUntilHour(6);
        Set<Long> stolen = ids(run);
        Set<Long> frauds = run.truths.stream().map(Truth::eventId).collect(Collectors.toSet());
        var honest = run.outcomesOf(StepUpResult.class)
                .filter(result -> !frauds.contains(result.eventId()))
                .toList();
        var attackers = run.outcomesOf(StepUpResult.class)
                .filter(result -> stolen.contains(result.eventId()))
                .toList();

        double honestRate = FRICTION.stepUpPassProbability();
        double attackerRate = WorldParameters.DEFAULT
                .fraud()
                .profileOf(FraudTypology.ACCOUNT_TAKEOVER)
                .stepUpPassRate();
        assertThat(passed(honest)).isCloseTo(honestRate, SamplingError.ofShare(honestRate, honest.size()));
        assertThat(attackers).hasSizeGreaterThan(100);
        assertThat(passed(attackers)).isCloseTo(attackerRate, SamplingError.ofShare(attackerRate, attackers.size()));
    }

    @Test
    void aLongerHoldIsRecalledMoreOften() {
        assertThat(recalled(24 * ExchangeRun.HOUR)).isGreaterThan(2 * recalled(ExchangeRun.HOUR));
    }

    private static double recalled(long holdMillis) {
        ExchangeRun run =
                ExchangeRun.of("quiet", USERS, 8, 12, event -> Optional.of(Answer.hold(event.id(), holdMillis)));
        Set<Long> stolen = ids(run);
        var recalls = run.outcomesOf(Settlement.class)
                .filter(settlement -> settlement.disposition() == Disposition.RECALLED)
                .map(Settlement::eventId)
                .toList();
        assertThat(run.truths.stream().map(Truth::eventId)).containsAll(recalls);
        return (double) recalls.stream().filter(stolen::contains).count() / stolen.size();
    }

    private static double passed(List<StepUpResult> results) {
        return (double) results.stream().filter(StepUpResult::isPassed).count() / results.size();
    }

    private static boolean sold(Withdrawal withdrawal) {
        return withdrawal.asset().equals("USDC") && withdrawal.amountCents() > 0.9 * withdrawal.balanceCents();
    }

    private static boolean isTakeover(Truth truth) {
        return truth.typology().equals("account-takeover");
    }

    private static Set<Long> withdrawals(ExchangeRun run) {
        return run.eventsOf(Withdrawal.class).map(Withdrawal::id).collect(Collectors.toSet());
    }

    /** What belongs to takeovers. */
    private static Set<Long> ids(ExchangeRun run) {
        return run.truths.stream()
                .filter(DefaultWorldTest::isTakeover)
                .map(Truth::eventId)
                .collect(Collectors.toSet());
    }

    private static long thefts(ExchangeRun run) {
        return run.truths.stream().filter(truth -> truth.atRiskCents() > 0).count();
    }

    private static int hour(ExchangeRun run, ExchangeEvent event) {
        return (int) ((event.timeMillis() - run.exchange.startMillis()) / ExchangeRun.HOUR);
    }

    private static double perHour(ExchangeRun run, Class<? extends ExchangeEvent> kind, int from, int to) {
        return (double) run.eventsOf(kind)
                        .filter(event -> hour(run, event) >= from && hour(run, event) < to)
                        .count()
                / (to - from);
    }
}
