package firedrill.ingest.exchange;

import static firedrill.ingest.exchange.Frauds.share;
import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.ExchangeEvent.CredentialChange;
import firedrill.ingest.event.ExchangeEvent.CredentialChange.Credential;
import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The footprint of frauds on other people's accounts: T1 to T4 and T7. */
class StolenAccountsTest {

    @Test
    void aSwapMostlyShowsANewSimCardBeforeTheMoneyLeaves() {
        List<Withdrawal> stolen = Frauds.TWO_DAYS.withdrawals("sim-swap");

        assertThat(stolen).hasSizeGreaterThan(8);
        assertThat(share(stolen, theft -> changedWithin(theft, Credential.SIM, 48)))
                .isBetween(0.4, 0.95);
        assertThat(share(
                        Frauds.TWO_DAYS.withdrawals("account-takeover"),
                        theft -> changedWithin(theft, Credential.SIM, 48)))
                .isLessThan(0.1);
    }

    @Test
    void aBreakInTakesFromManyAccountsWithoutASecondFactorWithinMinutes() {
        List<Withdrawal> stolen = Frauds.TWO_DAYS.withdrawals("control-bypass");
        Map<Long, List<Withdrawal>> bursts =
                stolen.stream().collect(Collectors.groupingBy(theft -> theft.timeMillis() / (6 * Play.HOUR)));

        assertThat(share(stolen, theft -> !theft.secondFactor())).isBetween(0.7, 0.97);
        assertThat(Frauds.TWO_DAYS.play().told(Withdrawal.class).filter(event -> !event.secondFactor()))
                .allMatch(Frauds.TWO_DAYS::isFraud);
        assertThat(stolen.stream().map(Withdrawal::addressId).distinct().count())
                .isLessThan(stolen.size() / 2);
        assertThat(bursts.values())
                .allSatisfy(burst -> assertThat(spanMillis(burst)).isLessThan(Play.HOUR * 2));
    }

    @Test
    void theTalkedIntoUseTheirOwnDeviceAndStrangersSendToTheSameAddress() {
        List<Withdrawal> sent = Frauds.TWO_DAYS.withdrawals("social-engineering");
        Map<Long, Set<Long>> senders = sent.stream()
                .collect(Collectors.groupingBy(
                        Withdrawal::addressId, Collectors.mapping(Withdrawal::userId, Collectors.toSet())));

        assertThat(share(sent, event -> isMainDevice(event))).isEqualTo(1);
        assertThat(share(
                        sent,
                        event -> senders.getOrDefault(event.addressId(), Set.of())
                                        .size()
                                > 1))
                .isBetween(0.4, 0.95);
    }

    @Test
    void stolenKeysBuyFarFromThePriceFromOneSellerWithinAMinute() {
        List<Order> robbed = Frauds.TWO_DAYS.orders("api-key-theft").stream()
                .filter(order -> order.ticket().apiKeyId() != 0)
                .toList();
        List<Order> purchases =
                robbed.stream().filter(order -> order.side() == Side.BUY).toList();
        Map<Long, List<Order>> bursts =
                purchases.stream().collect(Collectors.groupingBy(order -> order.timeMillis() / Play.HOUR));

        assertThat(purchases).hasSizeGreaterThan(8);
        assertThat(share(purchases, order -> order.ticket().offBps() >= 2_500)).isBetween(0.4, 0.95);
        assertThat(share(purchases, order -> order.ticket().counterpartyId() != 0))
                .isBetween(0.5, 0.95);
        assertThat(bursts.values()).anySatisfy(burst -> assertThat(burst).hasSizeGreaterThanOrEqualTo(3));
        assertThat(purchases).allSatisfy(order -> {
            assertThat(Frauds.TWO_DAYS.truth(order).atRiskCents()).isBetween(1L, order.notionalCents());
        });
        assertThat(Frauds.TWO_DAYS.withdrawals("api-key-theft")).isNotEmpty();
    }

    @Test
    void aStolenKeyHasNoDeviceAndMostlyComesFromWhereItsOwnersProgramRuns() {
        List<Order> robbed = Frauds.TWO_DAYS.orders("api-key-theft").stream()
                .filter(order -> order.ticket().apiKeyId() != 0)
                .toList();
        Set<Long> platforms = Frauds.TWO_DAYS
                .play()
                .told(Order.class)
                .filter(order ->
                        !Frauds.TWO_DAYS.isFraud(order) && order.ticket().apiKeyId() != 0)
                .map(order -> order.ticket().networkId())
                .collect(Collectors.toSet());

        assertThat(robbed).allMatch(StolenAccountsTest::isMainDevice);
        assertThat(share(robbed, order -> platforms.contains(order.ticket().networkId())))
                .isBetween(0.3, 0.8);
    }

    private static boolean isMainDevice(Decided event) {
        return Frauds.TWO_DAYS.play().exchange.population().user(event.userId()).mainDevice() == event.deviceId();
    }

    private static boolean changedWithin(Withdrawal theft, Credential credential, int hours) {
        return Frauds.TWO_DAYS
                .play()
                .told(CredentialChange.class)
                .anyMatch(change -> change.userId() == theft.userId()
                        && change.credential() == credential
                        && isWithin(change.timeMillis(), theft.timeMillis(), hours));
    }

    private static boolean isWithin(long beforeMillis, long timeMillis, int hours) {
        return beforeMillis <= timeMillis && beforeMillis > timeMillis - hours * Play.HOUR;
    }

    private static long spanMillis(List<Withdrawal> burst) {
        var times = burst.stream().mapToLong(Withdrawal::timeMillis).summaryStatistics();
        return times.getMax() - times.getMin();
    }
}
