package firedrill.ingest.exchange;

import static firedrill.ingest.exchange.FraudEvents.share;
import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.account.User;
import firedrill.ingest.event.ExchangeEvent.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Deposit.PaymentRail;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Outcome.DepositReturn;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The footprint of frauds on accounts that rings own: T5, T6, T8 and T9. */
class RingAccountPatternsTest {

    @Test
    void throughAMulePassesNearlyAllThatArrived() {
        List<Withdrawal> passed = FraudEvents.TWO_DAYS.withdrawals("mule-ring");

        assertThat(passed).isNotEmpty();
        assertThat(share(passed, event -> event.amountCents() > 0.9 * event.balanceCents()))
                .isBetween(0.3, 0.9);
        assertThat(share(passed, event -> arrivedWithin(event, 12))).isGreaterThan(0.9);
    }

    @Test
    void structuredPortionsStayJustUnderALimit() {
        List<Withdrawal> portions = FraudEvents.TWO_DAYS.withdrawals("structuring");

        assertThat(portions).hasSizeGreaterThan(10);
        assertThat(share(portions, RingAccountPatternsTest::isJustUnderALimit)).isBetween(0.4, 0.9);
        assertThat(FraudEvents.TWO_DAYS
                        .play()
                        .eventsOf(Withdrawal.class)
                        .filter(event -> !FraudEvents.TWO_DAYS.isFraud(event) && isJustUnderALimit(event))
                        .count())
                .isGreaterThan(3L * portions.size());
    }

    @Test
    void aFarmHasManyAccountsAndFewSweeps() {
        List<Withdrawal> sweeps = FraudEvents.TWO_DAYS.withdrawals("promo-farming");

        assertThat(sweeps).hasSizeGreaterThan(30);
        assertThat(sweeps.stream().map(Withdrawal::addressId).distinct().count())
                .isLessThan(2 * sweeps.size() / 3);
        assertThat(FraudEvents.TWO_DAYS
                        .play()
                        .eventsOf(Deposit.class)
                        .filter(deposit -> deposit.rail() == PaymentRail.REWARD)
                        .count())
                .isGreaterThan(5L * sweeps.size());
    }

    @Test
    void withdrawalsOfDepositFraudRiskWhatCanBeCalledBack() {
        List<Withdrawal> taken = FraudEvents.TWO_DAYS.withdrawals("deposit-fraud");
        Set<Long> users = taken.stream().map(Withdrawal::userId).collect(Collectors.toSet());

        assertThat(taken).hasSizeGreaterThan(6);
        assertThat(share(taken, event -> ageHours(event) < 24.0 * 7.5)).isBetween(0.25, 0.9);
        assertThat(taken)
                .allSatisfy(
                        event -> assertThat(FraudEvents.TWO_DAYS.truth(event).atRiskCents())
                                .isBetween(1L, event.amountCents()));
        assertThat(FraudEvents.TWO_DAYS
                        .play()
                        .outcomesOf(DepositReturn.class)
                        .filter(returned -> users.contains(returned.userId())))
                .isNotEmpty()
                .anyMatch(returned -> returned.shortfallCents() > 0);
    }

    @Test
    void aRingsAccountsLiveLikeOthersUntilTheyAreUsed() {
        Set<Long> recruits = FraudEvents.TWO_DAYS.play().exchange.population().ringAccounts().stream()
                .map(User::id)
                .collect(Collectors.toSet());
        List<DecisionRequest> everyday = FraudEvents.TWO_DAYS
                .play()
                .eventsOf(DecisionRequest.class)
                .filter(event -> recruits.contains(event.userId()) && !FraudEvents.TWO_DAYS.isFraud(event))
                .toList();
        Set<Long> kept = everyday.stream().map(DecisionRequest::userId).collect(Collectors.toSet());
        List<Withdrawal> passed = FraudEvents.TWO_DAYS.withdrawals("mule-ring");

        assertThat(everyday).allMatch(event -> ageHours(event) > 48);
        assertThat(kept).hasSizeGreaterThan(recruits.size() / 4);
        assertThat(share(passed, event -> kept.contains(event.userId()))).isGreaterThan(0.9);
    }

    private static boolean arrivedWithin(Withdrawal passed, int hours) {
        return FraudEvents.TWO_DAYS
                .play()
                .eventsOf(Deposit.class)
                .anyMatch(deposit -> deposit.userId() == passed.userId()
                        && isWithin(deposit.timeMillis(), passed.timeMillis(), hours));
    }

    private static boolean isWithin(long beforeMillis, long timeMillis, int hours) {
        return beforeMillis <= timeMillis && beforeMillis > timeMillis - hours * ExchangeRun.HOUR;
    }

    private static boolean isJustUnderALimit(Withdrawal event) {
        return Stream.of(100_000L, 300_000L, 1_000_000L)
                .anyMatch(limit -> event.amountCents() >= 0.9 * limit && event.amountCents() < limit);
    }

    private static double ageHours(DecisionRequest event) {
        return (double) (event.timeMillis() - event.account().openedAtMillis()) / ExchangeRun.HOUR;
    }
}
