package firedrill.dashboard.lab.check;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.OrderDetails;
import firedrill.ingest.event.OrderDetails.OrderType;
import org.junit.jupiter.api.Test;

class CrossedBookCounterTest {

    @Test
    void anExecutionAtTheMidPriceIsACrossedBook() {
        assertThat(CrossedBookCounter.isValid(Side.BUY, ticket(OrderType.MARKET, 0.5)))
                .isTrue();
        assertThat(CrossedBookCounter.isValid(Side.BUY, ticket(OrderType.MARKET, 0)))
                .isFalse();
        assertThat(CrossedBookCounter.isValid(Side.SELL, ticket(OrderType.MARKET, 0)))
                .isFalse();
        assertThat(CrossedBookCounter.isValid(Side.BUY, ticket(OrderType.LIMIT, 0)))
                .isTrue();
    }

    @Test
    void bidsArePositiveAndOffersUnbounded() {
        assertThat(CrossedBookCounter.isValid(Side.SELL, ticket(OrderType.MARKET, 10_000)))
                .isFalse();
        assertThat(CrossedBookCounter.isValid(Side.BUY, ticket(OrderType.LIMIT, 10_000)))
                .isFalse();
        assertThat(CrossedBookCounter.isValid(Side.BUY, ticket(OrderType.MARKET, 15_000)))
                .isTrue();
        assertThat(CrossedBookCounter.isValid(Side.SELL, ticket(OrderType.LIMIT, 15_000)))
                .isTrue();
    }

    @Test
    void withoutOrdersTheShareIsNotAvailable() {
        assertThat(new CrossedBookCounter().invalidOrders()).isNaN();
    }

    private static OrderDetails ticket(OrderType kind, double offBps) {
        return new OrderDetails(kind, offBps, 0, 0, 0, 0);
    }
}
