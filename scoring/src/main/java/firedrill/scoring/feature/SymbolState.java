package firedrill.scoring.feature;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Order;

/**
 * What is remembered of one thinly traded coin: who bought it, and from whom: some 0.6 kB, and 3.9 more
 * while its buyers are a crowd.
 *
 * <p>A Flink POJO, as {@link UserState} is, with the same rule for late events.
 */
public final class SymbolState {

    /** The latest time seen. */
    public long clockMillis = Moments.NEVER;
    /** Those who bought; a set, as {@link RecentIds} lays it out. */
    public long[] buyers = Memories.NONE;
    /** Of buyers, once they are many. */
    public CrowdState crowd = new CrowdState();
    /** Of its buys; a ring, as {@link LastIds} lays it out. */
    public long[] counterparties = Memories.NONE;

    /** Fills the coin's features from before {@code event}, then remembers it; only orders have a symbol. */
    public void observe(ExchangeEvent event, double[] vector) {
        if (!(event instanceof Order order)) {
            return;
        }
        long timeMillis = order.timeMillis();
        clockMillis = Math.max(clockMillis, timeMillis);
        Readings.SYMBOL.fill(this, event, clockMillis, vector);
        if (order.side() == Order.Side.BUY) {
            buyers = Company.OF_A_MINUTE.saw(buyers, crowd, order.userId(), timeMillis);
            counterparties = LastIds.met(counterparties, order.ticket().counterpartyId());
        }
    }

    double otherBuyers1m(Order asked, long nowMillis) {
        return Company.OF_A_MINUTE.others(buyers, crowd, asked.userId(), nowMillis);
    }

    double counterpartyShare(Order asked, long nowMillis) {
        return LastIds.share(counterparties, asked.ticket().counterpartyId());
    }
}
