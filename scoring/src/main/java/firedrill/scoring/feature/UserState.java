package firedrill.scoring.feature;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;

/**
 * What is remembered of one user: at most some 7 kB, mostly 1 or 2, for every ring and set waits for its first entry.
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

    public AccessState access = new AccessState();
    public FundingState funding = new FundingState();
    public PayoutState payouts = new PayoutState();
    public TradingState trading = new TradingState();

    /** Fills the user's features from before {@code event}, then remembers it. */
    public void observe(ExchangeEvent event, double[] vector) {
        clockMillis = Math.max(clockMillis, event.timeMillis());
        access.fill(event, clockMillis, vector);
        payouts.fill(clockMillis, vector);
        funding.fill(clockMillis, vector);
        trading.fill(clockMillis, vector);
        if (event instanceof Decided decided) {
            fill(decided, vector);
        }
        remember(event);
    }

    /** Whose money the user has: the event's own source if it is a deposit, else that of the last deposit; 0 if unknown. */
    public long sourceId() {
        return funding.lastSourceId;
    }

    private void fill(Decided event, double[] vector) {
        payouts.fill(event, clockMillis, vector);
        funding.fill(event, clockMillis, vector);
        if (event instanceof Order order) {
            trading.fill(order, clockMillis, vector);
        }
        if (usualOf > 0) {
            Feature.AMOUNT_TO_USUAL.put(vector, Money.dollars(event.amountCents()) / usualUsd);
        }
        double deposited = Feature.DEPOSITED_USD_24H.in(vector);
        if (deposited >= LEAST_DEPOSITED_USD) {
            double now = event instanceof Withdrawal ? Money.dollars(event.amountCents()) : 0;
            double withdrawn = Feature.WITHDRAWN_USD_24H.in(vector) + now;
            Feature.PASS_THROUGH_24H.put(vector, Math.min(withdrawn / deposited, MOST_TIMES));
        }
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
        if (event instanceof Decided decided) {
            usualOf = Math.min(usualOf + 1, USUAL_OF_LAST);
            usualUsd += (Money.dollars(decided.amountCents()) - usualUsd) / usualOf;
        }
    }
}
