package firedrill.scoring.feature;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.scoring.feature.state.StateStore;
import firedrill.scoring.feature.window.EventTimes;
import firedrill.scoring.feature.window.IdHistory;
import firedrill.scoring.feature.window.RecentIds;

/**
 * State of one thinly traded symbol, its buyers and their counterparties: some 0.6 kB, and 3.9 kB more while its buyers
 * need a sketch.
 *
 * <p>A Flink POJO, as {@link UserState} is, with the same rule for late events.
 */
public final class SymbolState {

    /** The latest event time seen. */
    public long clockMillis = EventTimes.NEVER;
    /** A set, as {@link RecentIds} lays it out. */
    public long[] buyers = StateStore.EMPTY;
    /** Distinct buyers beyond the capacity of {@link #buyers}. */
    public SketchState sketch = new SketchState();
    /** Counterparties of its buyers; a ring, as {@link IdHistory} lays it out. */
    public long[] counterparties = StateStore.EMPTY;

    /** Fills the symbol's features as of before {@code event}, then updates the state; only orders have a symbol. */
    public void observe(ExchangeEvent event, double[] features) {
        event.asOrder().ifPresent(order -> observe(order, features));
    }

    private void observe(Order order, double[] features) {
        long timeMillis = order.timeMillis();
        clockMillis = Math.max(clockMillis, timeMillis);
        ExtractionPlan.SYMBOL.fill(this, order, clockMillis, features);
        if (order.side() == Order.Side.BUY) {
            buyers = DistinctCounter.MINUTELY.add(buyers, sketch, order.userId(), timeMillis);
            counterparties = IdHistory.add(counterparties, order.details().counterpartyId());
        }
    }

    double otherBuyers1m(Order event, long nowMillis) {
        return DistinctCounter.MINUTELY.countOthers(buyers, sketch, event.userId(), nowMillis);
    }

    double counterpartyShare(Order event, long nowMillis) {
        return IdHistory.share(counterparties, event.details().counterpartyId());
    }
}
