package firedrill.scoring.feature;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.scoring.feature.state.StateStore;
import firedrill.scoring.feature.window.EventTimes;
import firedrill.scoring.feature.window.IdHistory;
import firedrill.scoring.feature.window.RecentIds;

/**
 * What is remembered of one thinly traded coin: who bought it, and from whom: some 0.6 kB, and 3.9 more
 * while its buyers are a crowd.
 *
 * <p>A Flink POJO, as {@link UserState} is, with the same rule for late events.
 */
public final class SymbolState {

    /** The latest time seen. */
    public long clockMillis = EventTimes.NEVER;
    /** Those who bought; a set, as {@link RecentIds} lays it out. */
    public long[] buyers = StateStore.EMPTY;
    /** Of buyers, once they are many. */
    public SketchState sketch = new SketchState();
    /** Of its buys; a ring, as {@link IdHistory} lays it out. */
    public long[] counterparties = StateStore.EMPTY;

    /** Fills the coin's features from before {@code event}, then remembers it; only orders have a symbol. */
    public void observe(ExchangeEvent event, double[] vector) {
        if (!(event instanceof Order order)) {
            return;
        }
        long timeMillis = order.timeMillis();
        clockMillis = Math.max(clockMillis, timeMillis);
        ExtractionPlan.SYMBOL.fill(this, event, clockMillis, vector);
        if (order.side() == Order.Side.BUY) {
            buyers = DistinctCounter.MINUTELY.add(buyers, sketch, order.userId(), timeMillis);
            counterparties = IdHistory.add(counterparties, order.details().counterpartyId());
        }
    }

    double otherBuyers1m(Order asked, long nowMillis) {
        return DistinctCounter.MINUTELY.countOthers(buyers, sketch, asked.userId(), nowMillis);
    }

    double counterpartyShare(Order asked, long nowMillis) {
        return IdHistory.share(counterparties, asked.details().counterpartyId());
    }
}
