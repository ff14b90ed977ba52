package firedrill.scoring.feature;

import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.OrderDetails;
import firedrill.scoring.feature.state.EventEntities;
import firedrill.scoring.feature.state.StateStore;
import firedrill.scoring.feature.window.EventTimes;
import firedrill.scoring.feature.window.IdHistory;
import firedrill.scoring.feature.window.RecentIds;
import firedrill.scoring.feature.window.TiledWindow;
import firedrill.scoring.feature.window.UsdAmounts;
import firedrill.scoring.feature.window.Windows;

/** Trading of one user: symbols, volumes, counterparties. Part of {@link UserState}. */
public final class TradingState {

    /** Largest order in dollars, decayed by {@link UsdAmounts#decayedMaxUsd}. */
    public double largestUsd;

    /** Rings, as {@link TiledWindow} lays them out. */
    public long[] soldCents = StateStore.EMPTY;

    public long[] orders = StateStore.EMPTY;
    /** Market orders within a day. */
    public long[] boughtDayCents = StateStore.EMPTY;

    public long[] soldDayCents = StateStore.EMPTY;
    /** Limit orders within minutes. */
    public long[] bidCents = StateStore.EMPTY;

    public long[] offeredCents = StateStore.EMPTY;
    /** A set, as {@link RecentIds} lays it out. */
    public long[] symbols = StateStore.EMPTY;
    /** A ring, as {@link IdHistory} lays it out. */
    public long[] counterparties = StateStore.EMPTY;

    double soldUsd1h(long nowMillis) {
        return UsdAmounts.toUsd(Windows.HOUR.sum(soldCents, nowMillis));
    }

    double orders1m(long nowMillis) {
        return Windows.MINUTE.sum(orders, nowMillis);
    }

    double minutesSinceSymbolFirstTraded(Order event, long nowMillis) {
        long first = RecentIds.firstSeen(symbols, EventEntities.symbolId(event.symbol()));
        return EventTimes.minutesSince(first, nowMillis, 0);
    }

    double counterpartyShare(Order event, long nowMillis) {
        return IdHistory.share(counterparties, event.details().counterpartyId());
    }

    double oppositeRestingUsd5m(Order event, long nowMillis) {
        long[] opposite = event.side() == Side.BUY ? offeredCents : bidCents;
        return UsdAmounts.toUsd(Windows.FIVE_MINUTES.sum(opposite, nowMillis));
    }

    double tradedUsd24h(Order event, long nowMillis) {
        return UsdAmounts.toUsd(boughtCents24h(nowMillis) + soldCents24h(nowMillis));
    }

    double netToGross24h(Order event, long nowMillis) {
        long bought = boughtCents24h(nowMillis);
        long sold = soldCents24h(nowMillis);
        return bought + sold > 0 ? (double) Math.abs(bought - sold) / (bought + sold) : FeatureExtractor.UNKNOWN;
    }

    private long boughtCents24h(long nowMillis) {
        return Windows.COARSE_DAY.sum(boughtDayCents, nowMillis);
    }

    private long soldCents24h(long nowMillis) {
        return Windows.COARSE_DAY.sum(soldDayCents, nowMillis);
    }

    void update(Order order) {
        long timeMillis = order.timeMillis();
        long cents = UsdAmounts.capCents(order.notionalCents());
        boolean buys = order.side() == Side.BUY;
        if (!buys) {
            soldCents = Windows.HOUR.add(soldCents, timeMillis, cents);
        }
        if (order.details().type() == OrderDetails.OrderType.LIMIT) {
            addResting(buys, timeMillis, cents);
        } else {
            addTraded(buys, timeMillis, cents);
        }
        orders = Windows.MINUTE.add(orders, timeMillis, 1);
        symbols = RecentIds.add(symbols, EventEntities.symbolId(order.symbol()), timeMillis);
        counterparties = IdHistory.add(counterparties, order.details().counterpartyId());
        largestUsd = UsdAmounts.decayedMaxUsd(largestUsd, order.amountCents());
    }

    private void addResting(boolean buys, long timeMillis, long cents) {
        if (buys) {
            bidCents = Windows.FIVE_MINUTES.add(bidCents, timeMillis, cents);
        } else {
            offeredCents = Windows.FIVE_MINUTES.add(offeredCents, timeMillis, cents);
        }
    }

    private void addTraded(boolean buys, long timeMillis, long cents) {
        if (buys) {
            boughtDayCents = Windows.COARSE_DAY.add(boughtDayCents, timeMillis, cents);
        } else {
            soldDayCents = Windows.COARSE_DAY.add(soldDayCents, timeMillis, cents);
        }
    }
}
