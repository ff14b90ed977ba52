package firedrill.scoring.feature;

import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.Ticket;

/** How one user trades: what, how much, with whom. Part of {@link UserState}. */
public final class TradingState {

    /** The largest order so far, in dollars, as {@link Money#largest} fades it. */
    public double largestUsd;

    /** Rings, as {@link TiledWindow} lays them out. */
    public long[] soldCents = Memories.NONE;

    public long[] orders = Memories.NONE;
    /** Of market orders within a day. */
    public long[] boughtDayCents = Memories.NONE;

    public long[] soldDayCents = Memories.NONE;
    /** Of limit orders within minutes. */
    public long[] bidCents = Memories.NONE;

    public long[] offeredCents = Memories.NONE;
    /** A set, as {@link RecentIds} lays it out. */
    public long[] symbols = Memories.NONE;
    /** A ring, as {@link LastIds} lays it out. */
    public long[] counterparties = Memories.NONE;

    double soldUsd1h(long nowMillis) {
        return Money.dollars(Windows.HOUR.sum(soldCents, nowMillis));
    }

    double orders1m(long nowMillis) {
        return Windows.MINUTE.sum(orders, nowMillis);
    }

    double sinceSymbolFirstTraded(Order asked, long nowMillis) {
        long first = RecentIds.firstSeen(symbols, Entities.symbolId(asked.symbol()));
        return Moments.minutesSince(first, nowMillis, 0);
    }

    double counterpartyShare(Order asked, long nowMillis) {
        return LastIds.share(counterparties, asked.ticket().counterpartyId());
    }

    double oppositeRestingUsd5m(Order asked, long nowMillis) {
        long[] opposite = asked.side() == Side.BUY ? offeredCents : bidCents;
        return Money.dollars(Windows.FIVE_MINUTES.sum(opposite, nowMillis));
    }

    double tradedUsd24h(Order asked, long nowMillis) {
        return Money.dollars(boughtCents24h(nowMillis) + soldCents24h(nowMillis));
    }

    double netToGross24h(Order asked, long nowMillis) {
        long bought = boughtCents24h(nowMillis);
        long sold = soldCents24h(nowMillis);
        return bought + sold > 0 ? (double) Math.abs(bought - sold) / (bought + sold) : Reading.UNKNOWN;
    }

    private long boughtCents24h(long nowMillis) {
        return Windows.DAY_ROUGHLY.sum(boughtDayCents, nowMillis);
    }

    private long soldCents24h(long nowMillis) {
        return Windows.DAY_ROUGHLY.sum(soldDayCents, nowMillis);
    }

    void remember(Order order) {
        long timeMillis = order.timeMillis();
        long cents = Money.summable(order.notionalCents());
        boolean buys = order.side() == Side.BUY;
        if (!buys) {
            soldCents = Windows.HOUR.add(soldCents, timeMillis, cents);
        }
        if (order.ticket().kind() == Ticket.Kind.LIMIT) {
            rested(buys, timeMillis, cents);
        } else {
            traded(buys, timeMillis, cents);
        }
        orders = Windows.MINUTE.add(orders, timeMillis, 1);
        symbols = RecentIds.saw(symbols, Entities.symbolId(order.symbol()), timeMillis);
        counterparties = LastIds.met(counterparties, order.ticket().counterpartyId());
        largestUsd = Money.largest(largestUsd, order.amountCents());
    }

    private void rested(boolean buys, long timeMillis, long cents) {
        if (buys) {
            bidCents = Windows.FIVE_MINUTES.add(bidCents, timeMillis, cents);
        } else {
            offeredCents = Windows.FIVE_MINUTES.add(offeredCents, timeMillis, cents);
        }
    }

    private void traded(boolean buys, long timeMillis, long cents) {
        if (buys) {
            boughtDayCents = Windows.DAY_ROUGHLY.add(boughtDayCents, timeMillis, cents);
        } else {
            soldDayCents = Windows.DAY_ROUGHLY.add(soldDayCents, timeMillis, cents);
        }
    }
}
