package firedrill.ingest.exchange;

import static firedrill.ingest.exchange.Frauds.share;
import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.attack.AttackSettings;
import firedrill.ingest.attack.Typology;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.ExchangeEvent.CredentialChange;
import firedrill.ingest.event.ExchangeEvent.CredentialChange.Credential;
import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Deposit.Funding;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Outcome.DepositReturned;
import firedrill.ingest.event.Ticket.Kind;
import firedrill.ingest.event.Truth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The footprint of each kind of fraud in what the exchange tells, and how often it comes. */
class FraudTest {

    private static final int USERS = 10_000;
    private static final double DAYS = 2;
    private static final Play PLAY = Play.of("quiet", USERS, 17, 24 * DAYS, Play.ALLOW_ALL);
    private static final Frauds FRAUDS = new Frauds(PLAY);

    @Test
    void aDayShowsEveryKind() {
        Set<String> seen = PLAY.truths.stream()
                .filter(truth -> truth.timeMillis() < PLAY.exchange.startMillis() + 24 * Play.HOUR)
                .map(Truth::typology)
                .collect(Collectors.toSet());

        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Typology.values()).map(Typology::label).toList());
    }

    @Test
    void overSeedsADayHasItsNumberOfEachKind() {
        Map<String, Double> perDay = new HashMap<>();
        int seeds = 5;
        for (int seed = 0; seed < seeds; seed++) {
            var day = new Thefts(USERS, AttackSettings.DEFAULT, seed, 24, FraudTest::allow);
            day.countByTypology().forEach((kind, count) -> perDay.merge(kind, (double) count / seeds, Double::sum));
        }

        assertBetween(perDay, "account-takeover", 60.0, 110.0);
        assertBetween(perDay, "sim-swap", 4.0, 20.0);
        assertBetween(perDay, "control-bypass", 6.0, 15.0);
        assertBetween(perDay, "social-engineering", 20.0, 45.0);
        assertBetween(perDay, "mule-ring", 7.0, 20.0);
        assertBetween(perDay, "structuring", 12.0, 45.0);
        assertBetween(perDay, "api-key-theft", 2.0, 4.0);
        assertBetween(perDay, "promo-farming", 10.0, 28.0);
        assertBetween(perDay, "deposit-fraud", 4.0, 14.0);
    }

    private static void assertBetween(Map<String, Double> perDay, String kind, double least, double most) {
        assertThat(perDay.getOrDefault(kind, 0.0)).as(kind).isBetween(least, most);
    }

    private static Answer allow(Decided event) {
        return Answer.of(event.id(), Action.ALLOW);
    }

    @Test
    void halfAPercentOfWithdrawalsAndATenthOfThatOfOrdersAreFraud() {
        List<Withdrawal> withdrawals = PLAY.told(Withdrawal.class).toList();
        List<Order> orders = PLAY.told(Order.class).toList();

        assertThat(share(withdrawals, FRAUDS::isFraud)).isBetween(0.0035, 0.0065);
        assertThat(share(orders, FRAUDS::isFraud)).isBetween(0.0002, 0.001);
    }

    @Test
    void takeoverCostsMostAndSocialEngineeringIsSecond() {
        Map<String, Long> dollars = PLAY.truths.stream()
                .collect(Collectors.groupingBy(Truth::typology, Collectors.summingLong(Truth::atRiskCents)));
        List<String> order = dollars.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();

        assertThat(order.subList(0, 2)).containsExactly("account-takeover", "social-engineering");
    }

    @Test
    void everyFraudIsSomeRings() {
        assertThat(PLAY.truths).allSatisfy(truth -> assertThat(truth.ringId()).isPositive());
    }

    @Test
    void aSwapMostlyShowsANewSimCardBeforeTheMoneyLeaves() {
        List<Withdrawal> stolen = FRAUDS.withdrawals("sim-swap");

        assertThat(stolen).hasSizeGreaterThan(8);
        assertThat(share(stolen, theft -> changedWithin(theft, Credential.SIM, 48)))
                .isBetween(0.4, 0.95);
        assertThat(share(FRAUDS.withdrawals("account-takeover"), theft -> changedWithin(theft, Credential.SIM, 48)))
                .isLessThan(0.1);
    }

    @Test
    void aBreakInTakesFromManyAccountsWithoutASecondFactorWithinMinutes() {
        List<Withdrawal> stolen = FRAUDS.withdrawals("control-bypass");
        Map<Long, List<Withdrawal>> bursts =
                stolen.stream().collect(Collectors.groupingBy(theft -> theft.timeMillis() / (6 * Play.HOUR)));

        assertThat(share(stolen, theft -> !theft.secondFactor())).isBetween(0.7, 0.97);
        assertThat(PLAY.told(Withdrawal.class).filter(event -> !event.secondFactor()))
                .allMatch(FRAUDS::isFraud);
        assertThat(stolen.stream().map(Withdrawal::addressId).distinct().count())
                .isLessThan(stolen.size() / 2);
        assertThat(bursts.values())
                .allSatisfy(burst -> assertThat(spanMillis(burst)).isLessThan(Play.HOUR * 2));
    }

    @Test
    void theTalkedIntoUseTheirOwnDeviceAndStrangersSendToTheSameAddress() {
        List<Withdrawal> sent = FRAUDS.withdrawals("social-engineering");
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
    void throughAMulePassesNearlyAllThatArrived() {
        List<Withdrawal> passed = FRAUDS.withdrawals("mule-ring");

        assertThat(passed).isNotEmpty();
        assertThat(share(passed, event -> event.amountCents() > 0.9 * event.balanceCents()))
                .isBetween(0.3, 0.9);
        assertThat(share(passed, event -> arrivedWithin(event, 12))).isGreaterThan(0.9);
    }

    @Test
    void structuredPortionsStayJustUnderALimit() {
        List<Withdrawal> portions = FRAUDS.withdrawals("structuring");

        assertThat(portions).hasSizeGreaterThan(10);
        assertThat(share(portions, FraudTest::isJustUnderALimit)).isBetween(0.4, 0.9);
        assertThat(PLAY.told(Withdrawal.class)
                        .filter(event -> !FRAUDS.isFraud(event) && isJustUnderALimit(event))
                        .count())
                .isGreaterThan(3L * portions.size());
    }

    @Test
    void stolenKeysBuyFarFromThePriceFromOneSellerWithinAMinute() {
        List<Order> robbed = FRAUDS.orders("api-key-theft").stream()
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
            assertThat(FRAUDS.truth(order).atRiskCents()).isBetween(1L, order.notionalCents());
        });
        assertThat(FRAUDS.withdrawals("api-key-theft")).isNotEmpty();
    }

    @Test
    void aFarmHasManyNewAccountsAndFewSweeps() {
        List<Withdrawal> sweeps = FRAUDS.withdrawals("promo-farming");

        assertThat(sweeps).hasSizeGreaterThan(30);
        assertThat(sweeps).allSatisfy(sweep -> assertThat(ageHours(sweep)).isBetween(0.0, 40.0));
        assertThat(sweeps.stream().map(Withdrawal::addressId).distinct().count())
                .isLessThan(2 * sweeps.size() / 3);
        assertThat(PLAY.told(Deposit.class)
                        .filter(deposit -> deposit.funding() == Funding.REWARD)
                        .count())
                .isGreaterThan(5L * sweeps.size());
    }

    @Test
    void withdrawalsOfDepositFraudRiskWhatCanBeCalledBack() {
        List<Withdrawal> taken = FRAUDS.withdrawals("deposit-fraud");
        Set<Long> users = taken.stream().map(Withdrawal::userId).collect(Collectors.toSet());

        assertThat(taken).hasSizeGreaterThan(6);
        assertThat(taken).allSatisfy(event -> {
            assertThat(ageHours(event)).isBetween(0.0, 24.0 * 7.5);
            assertThat(FRAUDS.truth(event).atRiskCents()).isBetween(1L, event.amountCents());
        });
        assertThat(PLAY.learned(DepositReturned.class).filter(returned -> users.contains(returned.userId())))
                .isNotEmpty()
                .anyMatch(returned -> returned.shortfallCents() > 0);
    }

    @Test
    void washTradersEndWhereTheyBegan() {
        List<Order> trades = FRAUDS.orders("wash-trading");
        double net = trades.stream()
                .mapToDouble(order -> (order.side() == Side.BUY ? 1 : -1) * order.notionalCents())
                .sum();
        double gross = trades.stream().mapToDouble(Order::notionalCents).sum();

        assertThat(trades).hasSizeGreaterThan(15);
        assertThat(Math.abs(net) / gross).isLessThan(0.35);
        assertThat(share(trades, order -> order.ticket().counterpartyId() != 0)).isBetween(0.55, 0.95);
        assertThat(trades.stream().filter(order -> order.ticket().counterpartyId() != 0))
                .allMatch(order -> PLAY.exchange
                        .population()
                        .user(order.ticket().counterpartyId())
                        .isRings());
    }

    @Test
    void spoofersShowLargeOrdersCancelThemAndTakeTheOtherSide() {
        List<Order> orders = FRAUDS.orders("spoofing");
        List<Order> shown = orders.stream()
                .filter(order -> order.ticket().kind() == Kind.LIMIT)
                .toList();
        List<Order> taken = orders.stream()
                .filter(order -> order.ticket().kind() == Kind.MARKET)
                .toList();

        assertThat(shown).hasSizeGreaterThan(taken.size());
        assertThat(shown).allMatch(order -> order.ticket().offBps() >= 8);
        assertThat(taken).isNotEmpty();
        assertThat(share(taken, order -> order.ticket().cancelledCents() > 2 * order.notionalCents()))
                .isGreaterThan(0.6);
        assertThat(PLAY.told(Order.class)
                        .filter(order ->
                                !FRAUDS.isFraud(order) && order.ticket().cancelledCents() > 2 * order.notionalCents())
                        .count())
                .isGreaterThan(20L * taken.size());
    }

    @Test
    void aPumpIsARushOfBuyersIntoTheSmallCoin() {
        List<Order> orders = FRAUDS.orders("pump-and-dump");
        Map<Long, Set<Long>> buyers = orders.stream()
                .filter(order -> order.side() == Side.BUY && order.ticket().offBps() > 60)
                .collect(Collectors.groupingBy(
                        order -> order.timeMillis() / 60_000, Collectors.mapping(Order::userId, Collectors.toSet())));

        assertThat(orders).allMatch(order -> order.symbol().equals("VIA-USD"));
        assertThat(buyers.values()).anySatisfy(rush -> assertThat(rush).hasSizeGreaterThanOrEqualTo(4));
        assertThat(orders.stream().filter(order -> order.side() == Side.SELL))
                .allMatch(order -> FRAUDS.truth(order).atRiskCents() > 0);
    }

    private static boolean isMainDevice(Decided event) {
        return PLAY.exchange.population().user(event.userId()).mainDevice() == event.deviceId();
    }

    private static boolean changedWithin(Withdrawal theft, Credential credential, int hours) {
        return PLAY.told(CredentialChange.class)
                .anyMatch(change -> change.userId() == theft.userId()
                        && change.credential() == credential
                        && isWithin(change.timeMillis(), theft.timeMillis(), hours));
    }

    private static boolean arrivedWithin(Withdrawal passed, int hours) {
        return PLAY.told(Deposit.class)
                .anyMatch(deposit -> deposit.userId() == passed.userId()
                        && isWithin(deposit.timeMillis(), passed.timeMillis(), hours));
    }

    private static boolean isWithin(long beforeMillis, long timeMillis, int hours) {
        return beforeMillis <= timeMillis && beforeMillis > timeMillis - hours * Play.HOUR;
    }

    private static boolean isJustUnderALimit(Withdrawal event) {
        return Stream.of(100_000L, 300_000L, 1_000_000L)
                .anyMatch(limit -> event.amountCents() >= 0.9 * limit && event.amountCents() < limit);
    }

    private static double ageHours(Decided event) {
        return (double) (event.timeMillis() - event.account().openedAtMillis()) / Play.HOUR;
    }

    private static long spanMillis(List<Withdrawal> burst) {
        var times = burst.stream().mapToLong(Withdrawal::timeMillis).summaryStatistics();
        return times.getMax() - times.getMin();
    }
}
