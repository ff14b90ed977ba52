package firedrill.ingest.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.account.Archetype;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Deposit.PaymentRail;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.OrderDetails;
import firedrill.ingest.event.Truth;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What honest users do in the book and at a claim that looks like abuse of the market, or like a farm. */
class MarketHardNegativesTest {

    private static final ExchangeRun QUIET = FraudEvents.THREE_DAYS.run();

    @Test
    void tradersByHandTakeAPriceAfterCancellingAnOrderThatRested() {
        var taken = QUIET.eventsOf(Order.class)
                .filter(order -> !FraudEvents.THREE_DAYS.isFraud(order)
                        && order.details().apiKeyId() == 0
                        && order.details().type() == OrderDetails.OrderType.MARKET)
                .toList();
        var cancelled = taken.stream()
                .filter(order -> order.details().cancelledCents() > 0)
                .toList();

        assertThat((double) cancelled.size() / taken.size()).isBetween(0.06, 0.14);
        assertThat(cancelled.stream()
                        .filter(order -> order.details().cancelledCents() > 4 * order.notionalCents())
                        .count())
                .isGreaterThan(cancelled.size() / 20);
    }

    @Test
    void ordinaryUsersAreNamedAsTheOtherSideOfTradesInEveryCoin() {
        Map<String, Long> ordinary = QUIET.eventsOf(Order.class)
                .filter(order -> !FraudEvents.THREE_DAYS.isFraud(order)
                        && isOrdinary(order.details().counterpartyId()))
                .collect(Collectors.groupingBy(Order::symbol, Collectors.counting()));

        assertThat(ordinary)
                .hasSize(4)
                .allSatisfy((coin, count) -> assertThat(count).isGreaterThan(40));
    }

    private static boolean isOrdinary(long counterpartyId) {
        return counterpartyId != 0
                && QUIET.exchange.population().user(counterpartyId).archetype() != Archetype.MARKET_MAKER;
    }

    @Test
    void anAirdropBringsManyHonestClaimsWithinTheHour() {
        Set<Long> rings = QUIET.truths.stream().map(Truth::userId).collect(Collectors.toSet());
        Map<Long, Long> claims = QUIET.eventsOf(Deposit.class)
                .filter(deposit -> deposit.rail() == PaymentRail.REWARD && !rings.contains(deposit.userId()))
                .collect(Collectors.groupingBy(deposit -> deposit.timeMillis() / (10 * 60_000), Collectors.counting()));
        double usual =
                (double) claims.values().stream().mapToLong(Long::longValue).sum() / claims.size();

        assertThat(claims.values().stream()
                        .filter(count -> count > 2 * usual + 6)
                        .count())
                .isBetween(2L, 14L);
    }

    @Test
    void someHonestRallyBuyersPayFarAboveTheMidPrice() {
        var bought = QUIET.eventsOf(Order.class)
                .filter(order -> !FraudEvents.THREE_DAYS.isFraud(order)
                        && order.symbol().equals("VIA-USD")
                        && order.side() == Side.BUY
                        && order.details().type() == OrderDetails.OrderType.MARKET)
                .toList();

        assertThat(bought.stream()
                        .filter(order -> order.details().offsetBps() > 1_225)
                        .count())
                .isGreaterThan(20);
    }
}
