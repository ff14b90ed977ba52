package firedrill.ingest.exchange;

import static firedrill.ingest.exchange.FraudEvents.share;
import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent.CredentialChange;
import firedrill.ingest.event.ExchangeEvent.CredentialChange.Credential;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Observable patterns of attacks on victims' accounts: T1 to T4 and T7. */
class AccountTakeoverPatternsTest {

    @Test
    void simSwapMostlyShowsNewSimCardBeforeWithdrawal() {
        List<Withdrawal> stolen = FraudEvents.THREE_DAYS.withdrawals("sim-swap");

        assertThat(stolen).hasSizeGreaterThan(8);
        assertThat(share(stolen, withdrawal -> changedWithin(withdrawal, Credential.SIM, 48)))
                .isBetween(0.4, 0.95);
        assertThat(share(
                        FraudEvents.THREE_DAYS.withdrawals("account-takeover"),
                        withdrawal -> changedWithin(withdrawal, Credential.SIM, 48)))
                .isLessThan(0.1);
    }

    @Test
    void controlBypassIsBurstOfWithdrawalsWithoutSecondFactor() {
        List<Withdrawal> stolen = FraudEvents.THREE_DAYS.withdrawals("control-bypass");
        Map<Long, List<Withdrawal>> bursts = stolen.stream()
                .collect(Collectors.groupingBy(withdrawal -> withdrawal.timeMillis() / (6 * ExchangeRun.HOUR)));

        assertThat(share(stolen, withdrawal -> !withdrawal.hasSecondFactor())).isBetween(0.7, 0.97);
        assertThat(FraudEvents.THREE_DAYS.run().eventsOf(Withdrawal.class).filter(event -> !event.hasSecondFactor()))
                .allMatch(FraudEvents.THREE_DAYS::isFraud);
        assertThat(stolen.stream().map(Withdrawal::addressId).distinct().count())
                .isLessThan(stolen.size() / 2);
        assertThat(bursts.values())
                .allSatisfy(burst -> assertThat(spanMillis(burst)).isLessThan(ExchangeRun.HOUR * 2));
    }

    @Test
    void socialEngineeringUsesOwnDeviceAndSometimesAnAddressSharedByVictims() {
        List<Withdrawal> sent = FraudEvents.THREE_DAYS.withdrawals("social-engineering");
        Map<Long, Set<Long>> senders = sent.stream()
                .collect(Collectors.groupingBy(
                        Withdrawal::addressId, Collectors.mapping(Withdrawal::userId, Collectors.toSet())));

        assertThat(share(sent, AccountTakeoverPatternsTest::isMainDevice)).isEqualTo(1);
        assertThat(share(
                        sent,
                        event -> senders.getOrDefault(event.addressId(), Set.of())
                                        .size()
                                > 1))
                .isBetween(0.2, 0.8);
    }

    @Test
    void stolenKeysBuyFarFromMidPriceFromOneSellerWithinAMinute() {
        List<Order> keyOrders = FraudEvents.THREE_DAYS.orders("api-key-theft").stream()
                .filter(order -> order.details().apiKeyId() != 0)
                .toList();
        List<Order> purchases =
                keyOrders.stream().filter(order -> order.side() == Side.BUY).toList();
        Map<Long, List<Order>> bursts =
                purchases.stream().collect(Collectors.groupingBy(order -> order.timeMillis() / ExchangeRun.HOUR));

        assertThat(purchases).hasSizeGreaterThan(8);
        assertThat(share(purchases, order -> order.details().offsetBps() >= 2_500))
                .isBetween(0.4, 0.95);
        assertThat(share(purchases, order -> order.details().counterpartyId() != 0))
                .isBetween(0.5, 0.95);
        assertThat(bursts.values()).anySatisfy(burst -> assertThat(burst).hasSizeGreaterThanOrEqualTo(3));
        assertThat(purchases).allSatisfy(order -> {
            assertThat(FraudEvents.THREE_DAYS.truth(order).atRiskCents()).isBetween(1L, order.notionalCents());
        });
        assertThat(FraudEvents.THREE_DAYS.withdrawals("api-key-theft")).isNotEmpty();
    }

    @Test
    void stolenKeyShowsOwnersDeviceAndMostlyOwnersPlatform() {
        List<Order> keyOrders = FraudEvents.THREE_DAYS.orders("api-key-theft").stream()
                .filter(order -> order.details().apiKeyId() != 0)
                .toList();
        Set<Long> platforms = FraudEvents.THREE_DAYS
                .run()
                .eventsOf(Order.class)
                .filter(order -> !FraudEvents.THREE_DAYS.isFraud(order)
                        && order.details().apiKeyId() != 0)
                .map(order -> order.details().networkId())
                .collect(Collectors.toSet());

        assertThat(keyOrders).allMatch(AccountTakeoverPatternsTest::isMainDevice);
        assertThat(share(keyOrders, order -> platforms.contains(order.details().networkId())))
                .isBetween(0.3, 0.8);
    }

    private static boolean isMainDevice(DecisionRequest event) {
        return FraudEvents.THREE_DAYS
                        .run()
                        .exchange
                        .population()
                        .user(event.userId())
                        .mainDeviceId()
                == event.deviceId();
    }

    private static boolean changedWithin(Withdrawal withdrawal, Credential credential, int hours) {
        return FraudEvents.THREE_DAYS
                .run()
                .eventsOf(CredentialChange.class)
                .anyMatch(change -> change.userId() == withdrawal.userId()
                        && change.credential() == credential
                        && isWithin(change.timeMillis(), withdrawal.timeMillis(), hours));
    }

    private static boolean isWithin(long beforeMillis, long timeMillis, int hours) {
        return beforeMillis <= timeMillis && beforeMillis > timeMillis - hours * ExchangeRun.HOUR;
    }

    private static long spanMillis(List<Withdrawal> burst) {
        var times = burst.stream().mapToLong(Withdrawal::timeMillis).summaryStatistics();
        return times.getMax() - times.getMin();
    }
}
