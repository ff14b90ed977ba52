package firedrill.ingest.exchange;

import static firedrill.ingest.exchange.FraudEvents.share;
import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.OrderDetails.OrderType;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Outcome.FraudReport;
import firedrill.ingest.event.Truth;
import firedrill.ingest.scenario.BadScenarioException;
import firedrill.ingest.scenario.ScenarioCatalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Observable patterns of attacks by orders alone: T10 to T12. */
class MarketAbusePatternsTest {

    @Test
    void washTradesNetToLittleBetweenRingAccounts() {
        List<Order> trades = FraudEvents.THREE_DAYS.orders("wash-trading");
        double net = trades.stream()
                .mapToDouble(order -> (order.side() == Side.BUY ? 1 : -1) * order.notionalCents())
                .sum();
        double gross = trades.stream().mapToDouble(Order::notionalCents).sum();

        assertThat(trades).hasSizeGreaterThan(15);
        assertThat(Math.abs(net) / gross).isLessThan(0.35);
        assertThat(share(trades, order -> order.details().counterpartyId() != 0))
                .isBetween(0.55, 0.95);
        assertThat(trades.stream().filter(order -> order.details().counterpartyId() != 0))
                .allMatch(order -> FraudEvents.THREE_DAYS
                        .run()
                        .exchange
                        .population()
                        .user(order.details().counterpartyId())
                        .isRingAccount());
    }

    @Test
    void spoofersCancelLargeOrdersAndTakeOtherSide() {
        List<Order> orders = FraudEvents.DENSE_DAY.orders("spoofing");
        List<Order> shown = orders.stream()
                .filter(order -> order.details().type() == OrderType.LIMIT)
                .toList();
        List<Order> taken = orders.stream()
                .filter(order -> order.details().type() == OrderType.MARKET)
                .toList();

        assertThat(shown).hasSizeGreaterThan(taken.size());
        assertThat(shown).allMatch(order -> order.details().offsetBps() >= 8);
        assertThat(taken).isNotEmpty();
        assertThat(share(taken, order -> order.details().cancelledCents() > 2 * order.notionalCents()))
                .isGreaterThan(0.6);
        assertThat(FraudEvents.DENSE_DAY
                        .run()
                        .eventsOf(Order.class)
                        .filter(order -> !FraudEvents.DENSE_DAY.isFraud(order)
                                && order.details().type() == OrderType.MARKET
                                && order.details().cancelledCents() > 2 * order.notionalCents())
                        .count())
                .isGreaterThan(4L * taken.size());
    }

    @Test
    void pumpIsRushIntoThinCoinAfterInsidersAccumulated() {
        List<Order> orders = FraudEvents.THREE_DAYS.orders("pump-and-dump");
        List<Order> thinCoin = orders.stream()
                .filter(order -> order.symbol().equals("VIA-USD"))
                .toList();
        Map<Long, Set<Long>> buyers = orders.stream()
                .filter(order -> order.side() == Side.BUY && order.details().offsetBps() > 60)
                .collect(Collectors.groupingBy(
                        order -> order.timeMillis() / 60_000, Collectors.mapping(Order::userId, Collectors.toSet())));
        Set<Long> sellers = thinCoin.stream()
                .filter(order -> order.side() == Side.SELL)
                .map(Order::userId)
                .collect(Collectors.toSet());

        assertThat(buyers.values()).anySatisfy(burst -> assertThat(burst).hasSizeGreaterThanOrEqualTo(4));
        assertThat(thinCoin.stream().filter(order -> order.side() == Side.SELL))
                .allMatch(order -> FraudEvents.THREE_DAYS.truth(order).atRiskCents() > 0);
        assertThat(sellers)
                .allMatch(seller ->
                        thinCoin.stream().anyMatch(order -> order.userId() == seller && order.side() == Side.BUY));
        assertThat(share(thinCoin, order -> order.details().type() == OrderType.LIMIT))
                .isBetween(0.15, 0.5);
    }

    @Test
    void pumpOrdersInOtherCoinsRiskNothing() {
        List<Order> others = FraudEvents.THREE_DAYS.orders("pump-and-dump").stream()
                .filter(order -> !order.symbol().equals("VIA-USD"))
                .toList();

        assertThat(others)
                .isNotEmpty()
                .allMatch(order -> FraudEvents.THREE_DAYS.truth(order).atRiskCents() == 0);
    }

    @Test
    void surveillanceReportsAllOrdersOfACaseTogether() throws BadScenarioException {
        WashTradeRecorder run = WashTradeRecorder.of(8);
        Map<Long, List<Truth>> cases = run.truths.stream()
                .filter(truth -> run.reports.containsKey(truth.eventId()))
                .collect(Collectors.groupingBy(
                        truth -> run.reports.getOrDefault(truth.eventId(), 0L) - truth.timeMillis()));
        List<Truth> reported = cases.values().stream().flatMap(List::stream).toList();

        assertThat(cases).hasSizeGreaterThan(2);
        assertThat(cases.values()).allSatisfy(orders -> assertThat(orders).hasSizeGreaterThan(3));
        assertThat(reported).anyMatch(truth -> truth.atRiskCents() == 0);
        assertThat((double) reported.size() / run.truths.size()).isBetween(0.1, 0.6);
    }

    /** A run with every request allowed that keeps only wash trades and reports. */
    private static final class WashTradeRecorder implements ExchangeListener {

        private final List<Truth> truths = new ArrayList<>();
        private final Map<Long, Long> reports = new HashMap<>();
        private final Exchange exchange;

        private WashTradeRecorder() throws BadScenarioException {
            exchange = new Exchange(ExchangeSettings.DEFAULT, ScenarioCatalogue.load("quiet"), 23, 1, this);
        }

        static WashTradeRecorder of(int days) throws BadScenarioException {
            var recorder = new WashTradeRecorder();
            recorder.exchange.runUntil(recorder.exchange.startMillis() + days * 24L * ExchangeRun.HOUR);
            return recorder;
        }

        @Override
        public void onEvent(ExchangeEvent event) {
            if (event.requiresDecision()) {
                exchange.apply(Answer.of(event.id(), Action.ALLOW), event.timeMillis());
            }
        }

        @Override
        public void onOutcome(Outcome outcome) {
            if (outcome instanceof FraudReport report) {
                reports.put(report.eventId(), report.timeMillis());
            }
        }

        @Override
        public void onTruth(Truth truth) {
            if (truth.typology().equals("wash-trading")) {
                truths.add(truth);
            }
        }
    }
}
