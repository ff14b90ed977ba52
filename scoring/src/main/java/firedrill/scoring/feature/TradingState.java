package firedrill.scoring.feature;

import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.Ticket;

/** How one user trades: what, how much, with whom. Part of {@link UserState}. */
public final class TradingState {

    /** The largest order so far, in dollars, as {@link Money#largest} fades it. */
    public double largestUsd;

    /** Rings, as {@link TiledWindow} lays them out. */
    public long[] soldCents = {};

    public long[] orders = {};
    /** Of market orders within a day. */
    public long[] boughtDayCents = {};

    public long[] soldDayCents = {};
    /** Of limit orders within minutes. */
    public long[] bidCents = {};

    public long[] offeredCents = {};
    /** A set, as {@link RecentIds} lays it out. */
    public long[] symbols = {};
    /** A ring, as {@link LastIds} lays it out. */
    public long[] counterparties = {};

    void fill(long clockMillis, double[] vector) {
        Feature.SOLD_USD_1H.put(vector, Money.dollars(Windows.HOUR.sum(soldCents, clockMillis)));
        Feature.ORDERS_1M.put(vector, (double) Windows.MINUTE.sum(orders, clockMillis));
    }

    /** Fills what depends on the request. */
    void fill(Order order, long clockMillis, double[] vector) {
        Feature.MINUTES_SINCE_SYMBOL_FIRST_TRADED.put(
                vector,
                Moments.minutesSince(RecentIds.firstSeen(symbols, Entities.symbolId(order.symbol())), clockMillis, 0));
        Feature.COUNTERPARTY_SHARE.put(
                vector, LastIds.share(counterparties, order.ticket().counterpartyId()));
        Feature.OPPOSITE_RESTING_USD_5M.put(
                vector,
                Money.dollars(
                        Windows.FIVE_MINUTES.sum(order.side() == Side.BUY ? offeredCents : bidCents, clockMillis)));
        long bought = Windows.DAY_ROUGHLY.sum(boughtDayCents, clockMillis);
        long sold = Windows.DAY_ROUGHLY.sum(soldDayCents, clockMillis);
        Feature.TRADED_USD_24H.put(vector, Money.dollars(bought + sold));
        if (bought + sold > 0) {
            Feature.NET_TO_GROSS_24H.put(vector, (double) Math.abs(bought - sold) / (bought + sold));
        }
        if (largestUsd > 0) {
            Feature.AMOUNT_TO_LARGEST.put(vector, Money.dollars(order.amountCents()) / largestUsd);
        }
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
