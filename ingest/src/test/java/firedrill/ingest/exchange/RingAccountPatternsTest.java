package firedrill.ingest.exchange;

import static firedrill.ingest.exchange.FraudEvents.share;
import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.account.User;
import firedrill.ingest.event.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Deposit.PaymentRail;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Outcome.DepositReturn;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Observable patterns of attacks by accounts that rings own: T5, T6, T8 and T9. */
class RingAccountPatternsTest {

    @Test
    void mulesWithdrawNearlyAllTheyReceive() {
        List<Withdrawal> passed = FraudEvents.THREE_DAYS.withdrawals("mule-ring");

        assertThat(passed).isNotEmpty();
        assertThat(share(passed, event -> event.amountCents() > 0.9 * event.balanceCents()))
                .isBetween(0.3, 0.9);
        assertThat(share(passed, event -> arrivedWithin(event, 12))).isGreaterThan(0.9);
    }

    @Test
    void structuredPortionsStayJustBelowThreshold() {
        List<Withdrawal> portions = FraudEvents.THREE_DAYS.withdrawals("structuring");

        assertThat(portions).hasSizeGreaterThan(10);
        assertThat(share(portions, RingAccountPatternsTest::isJustBelowThreshold))
                .isBetween(0.4, 0.9);
        assertThat(FraudEvents.THREE_DAYS
                        .run()
                        .eventsOf(Withdrawal.class)
                        .filter(event -> !FraudEvents.THREE_DAYS.isFraud(event) && isJustBelowThreshold(event))
                        .count())
                .isGreaterThan(3L * portions.size());
    }

    @Test
    void farmsSweepManyAccountsToFewAddresses() {
        List<Withdrawal> sweeps = FraudEvents.THREE_DAYS.withdrawals("promo-farming");

        assertThat(sweeps).hasSizeGreaterThan(30);
        assertThat(sweeps.stream().map(Withdrawal::addressId).distinct().count())
                .isLessThan(2 * sweeps.size() / 3);
        assertThat(FraudEvents.THREE_DAYS
                        .run()
                        .eventsOf(Deposit.class)
                        .filter(deposit -> deposit.rail() == PaymentRail.REWARD)
                        .count())
                .isGreaterThan(5L * sweeps.size());
    }

    @Test
    void depositFraudRisksAtMostTheWithdrawal() {
        List<Withdrawal> taken = FraudEvents.THREE_DAYS.withdrawals("deposit-fraud");
        Set<Long> users = taken.stream().map(Withdrawal::userId).collect(Collectors.toSet());

        assertThat(taken).hasSizeGreaterThan(6);
        assertThat(share(taken, event -> ageHours(event) < 24.0 * 7.5)).isBetween(0.25, 0.9);
        assertThat(taken)
                .allSatisfy(
                        event -> assertThat(FraudEvents.THREE_DAYS.truth(event).atRiskCents())
                                .isBetween(1L, event.amountCents()));
        assertThat(FraudEvents.THREE_DAYS
                        .run()
                        .outcomesOf(DepositReturn.class)
                        .filter(returned -> users.contains(returned.userId())))
                .isNotEmpty()
                .anyMatch(returned -> returned.shortfallCents() > 0);
    }

    @Test
    void ringAccountsAreWarmedBeforeTheyAreUsed() {
        Set<Long> ringAccounts = FraudEvents.THREE_DAYS.run().exchange.population().ringAccounts().stream()
                .map(User::id)
                .collect(Collectors.toSet());
        List<DecisionRequest> warming = FraudEvents.THREE_DAYS
                .run()
                .eventsOf(DecisionRequest.class)
                .filter(event -> ringAccounts.contains(event.userId()) && !FraudEvents.THREE_DAYS.isFraud(event))
                .toList();
        Set<Long> warmed = warming.stream().map(DecisionRequest::userId).collect(Collectors.toSet());
        List<Withdrawal> passed = FraudEvents.THREE_DAYS.withdrawals("mule-ring");

        assertThat(warming).allMatch(event -> ageHours(event) > 48);
        assertThat(warmed).hasSizeGreaterThan(ringAccounts.size() / 4);
        assertThat(share(passed, event -> warmed.contains(event.userId()))).isGreaterThan(0.9);
    }

    private static boolean arrivedWithin(Withdrawal passed, int hours) {
        return FraudEvents.THREE_DAYS
                .run()
                .eventsOf(Deposit.class)
                .anyMatch(deposit -> deposit.userId() == passed.userId()
                        && isWithin(deposit.timeMillis(), passed.timeMillis(), hours));
    }

    private static boolean isWithin(long beforeMillis, long timeMillis, int hours) {
        return beforeMillis <= timeMillis && beforeMillis > timeMillis - hours * ExchangeRun.HOUR;
    }

    private static boolean isJustBelowThreshold(Withdrawal event) {
        return Stream.of(100_000L, 300_000L, 1_000_000L)
                .anyMatch(threshold -> event.amountCents() >= 0.9 * threshold && event.amountCents() < threshold);
    }

    private static double ageHours(DecisionRequest event) {
        return (double) (event.timeMillis() - event.account().openedAtMillis()) / ExchangeRun.HOUR;
    }
}
