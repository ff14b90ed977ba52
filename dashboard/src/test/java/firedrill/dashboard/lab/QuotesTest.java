package firedrill.dashboard.lab;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.Ticket;
import firedrill.ingest.event.Ticket.Kind;
import org.junit.jupiter.api.Test;

class QuotesTest {

    @Test
    void whoeverTakesAtTheMiddleMetACrossedBook() {
        assertThat(Quotes.isPossible(Side.BUY, ticket(Kind.MARKET, 0.5))).isTrue();
        assertThat(Quotes.isPossible(Side.BUY, ticket(Kind.MARKET, 0))).isFalse();
        assertThat(Quotes.isPossible(Side.SELL, ticket(Kind.MARKET, 0))).isFalse();
        assertThat(Quotes.isPossible(Side.BUY, ticket(Kind.LIMIT, 0))).isTrue();
    }

    @Test
    void nobodyBidsNothingOrLessThoughOffersKnowNoBound() {
        assertThat(Quotes.isPossible(Side.SELL, ticket(Kind.MARKET, 10_000))).isFalse();
        assertThat(Quotes.isPossible(Side.BUY, ticket(Kind.LIMIT, 10_000))).isFalse();
        assertThat(Quotes.isPossible(Side.BUY, ticket(Kind.MARKET, 15_000))).isTrue();
        assertThat(Quotes.isPossible(Side.SELL, ticket(Kind.LIMIT, 15_000))).isTrue();
    }

    @Test
    void withoutOrdersNothingIsKnown() {
        assertThat(new Quotes().impossible()).isNaN();
    }

    private static Ticket ticket(Kind kind, double offBps) {
        return new Ticket(kind, offBps, 0, 0, 0, 0);
    }
}
