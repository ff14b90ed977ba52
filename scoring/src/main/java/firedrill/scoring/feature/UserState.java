package firedrill.scoring.feature;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one user: under 10 kB, mostly 1 or 2, for every ring and set waits for its first entry.
 *
 * <p>A Flink POJO, as its parts are, which is why their fields are public; nothing but {@link #observe} writes them. Time
 * only moves forward: an event that comes late is read at the latest time seen, and folded in at its own.
 */
public final class UserState {

    private static final int USUAL_OF_LAST = 16;
    /** Below it, what passed through says nothing: pocket money comes and goes. */
    private static final double LEAST_DEPOSITED_USD = 200;

    private static final double MOST_TIMES = 100;

    /** The latest time seen. */
    public long clockMillis = Moments.NEVER;

    /** Running mean of the amounts of orders and withdrawals, in dollars. */
    public double usualUsd;
    /** How many amounts that mean has heard, at most {@value #USUAL_OF_LAST}. */
    public int usualOf;

    /** As {@link AmountsByMarket} lays it out. */
    public double[] amountsByMarket = AmountsByMarket.NONE;

    public AccessState access = new AccessState();
    public FundingState funding = new FundingState();
    public PayoutState payouts = new PayoutState();
    public TradingState trading = new TradingState();
    public RiskState risk = new RiskState();
    /** A ring, as {@link Traces} lays it out. */
    public long[] traces = Memories.NONE;
    /** A list, as {@link EarlyLabels} lays it out. */
    public long[] earlyLabels = Memories.NONE;

    /** Fills the user's features from before {@code event}, then remembers it. */
    public void observe(ExchangeEvent event, double[] vector) {
        clockMillis = Math.max(clockMillis, event.timeMillis());
        risk.advanceTo(clockMillis);
        Readings.USER.fill(this, event, clockMillis, vector);
        remember(event);
    }

    /**
     * Learns that an event of the user's was fraud.
     *
     * @return where the label goes on to; null if it says nothing new, came before its event and waits for it, or comes when
     *     all that the event went through may be forgotten
     */
    public @Nullable Label learn(long eventId, long countsFromMillis) {
        Label label = Traces.label(traces, eventId, countsFromMillis);
        if (label != null) {
            risk.learn(label.eventMillis(), countsFromMillis);
            return label.isTooLate() ? null : label;
        }
        if (!Traces.isKnown(traces, eventId)) {
            earlyLabels = EarlyLabels.keep(earlyLabels, eventId, countsFromMillis);
        }
        return null;
    }

    /** The label that had come before {@code event}, once the user has observed the event; null if there was none. */
    public @Nullable Label labelOf(ExchangeEvent event) {
        if (earlyLabels.length == 0) {
            return null;
        }
        long countsFromMillis = EarlyLabels.countsFromMillis(earlyLabels, event.id());
        if (countsFromMillis == Moments.NEVER || !Traces.isKnown(traces, event.id())) {
            return null;
        }
        earlyLabels = EarlyLabels.without(earlyLabels, event.id());
        return learn(event.id(), countsFromMillis);
    }

    /** Whose money the user has: the event's own source if it is a deposit, else that of the last deposit; 0 if unknown. */
    public long sourceId() {
        return funding.lastSourceId;
    }

    double confirmedShare(ExchangeEvent asked, long nowMillis) {
        return risk.confirmedShare(nowMillis);
    }

    double toUsual(Decided asked, long nowMillis) {
        return usualOf > 0 ? Money.dollars(asked.amountCents()) / usualUsd : Reading.UNKNOWN;
    }

    double amountZInMarket(Decided asked, long nowMillis) {
        return AmountsByMarket.z(amountsByMarket, asked);
    }

    double toLargest(Decided asked, long nowMillis) {
        double largestUsd = asked instanceof Order ? trading.largestUsd : payouts.largestUsd;
        return largestUsd > 0 ? Money.dollars(asked.amountCents()) / largestUsd : Reading.UNKNOWN;
    }

    double passThrough24h(Decided asked, long nowMillis) {
        double deposited = funding.depositedUsd24h(nowMillis);
        if (deposited < LEAST_DEPOSITED_USD) {
            return Reading.UNKNOWN;
        }
        double now = asked instanceof Withdrawal ? Money.dollars(asked.amountCents()) : 0;
        return Math.min((payouts.withdrawnUsd24h(nowMillis) + now) / deposited, MOST_TIMES);
    }

    private void remember(ExchangeEvent event) {
        access.remember(event);
        if (event instanceof Deposit deposit) {
            funding.remember(deposit);
        } else if (event instanceof Order order) {
            trading.remember(order);
        } else if (event instanceof Withdrawal withdrawal) {
            payouts.remember(withdrawal);
        }
        if (event instanceof Deposit || event instanceof Withdrawal) {
            risk.saw(event.timeMillis());
            traces = Traces.left(traces, event.id(), trace(event));
        }
        if (event instanceof Decided decided) {
            usualOf = Math.min(usualOf + 1, USUAL_OF_LAST);
            usualUsd += (Money.dollars(decided.amountCents()) - usualUsd) / usualOf;
            amountsByMarket = AmountsByMarket.saw(amountsByMarket, decided);
        }
    }

    private Label trace(ExchangeEvent event) {
        return new Label(
                event.timeMillis(),
                Moments.NEVER,
                event.deviceId(),
                Entities.networkOf(event),
                Entities.sourceOf(event, sourceId()),
                Entities.addressOf(event));
    }
}
