package firedrill.scoring.feature;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Market;
import firedrill.ingest.event.Ticket;
import java.util.stream.Stream;

/** What an event says of itself and of the market: the first hop, which remembers nothing. */
public final class EventFeatures {

    /** Of standard deviations, and of basis points of funding. */
    private static final double MOST_EITHER_WAY = 100;

    private static final double MOST_DEPTH = 100;
    private static final double MOST_BPS = 10_000;
    private static final double[] MISSING =
            Stream.of(Feature.values()).mapToDouble(Feature::missing).toArray();

    /**
     * Fills the event's and the market's features, and every other with its missing value.
     *
     * @param vector shape {@code [Feature.COUNT]}; overwritten
     */
    public static void fill(ExchangeEvent event, double[] vector) {
        System.arraycopy(MISSING, 0, vector, 0, Feature.COUNT);
        fill(event.market(), vector);
        if (event instanceof Decided decided) {
            Feature.AMOUNT_USD.put(vector, Money.dollars(decided.amountCents()));
            Feature.ACCOUNT_AGE_DAYS.put(
                    vector, Moments.daysSince(decided.account().openedAtMillis(), event.timeMillis()));
            Feature.IS_ORDER.put(vector, decided instanceof Order ? 1 : 0);
            Feature.DRAIN_FRACTION.put(vector, drainFraction(decided));
        }
        if (event instanceof Withdrawal withdrawal) {
            Feature.SECOND_FACTOR_MISSING.put(vector, withdrawal.secondFactor() ? 0 : 1);
            Feature.JUST_UNDER_LIMIT.put(vector, Limits.isJustUnder(withdrawal.amountCents()) ? 1 : 0);
        } else if (event instanceof Order order) {
            fill(order, order.ticket(), vector);
        }
    }

    private static void fill(Market market, double[] vector) {
        Feature.VOLATILITY_Z.put(vector, cut(market.volatilityZ()));
        Feature.RETURN_Z.put(vector, cut(market.returnZ()));
        Feature.LIQUIDATED_SHARE.put(vector, market.liquidatedShare());
        Feature.DEPTH_SHARE.put(vector, Math.min(market.depthShare(), MOST_DEPTH));
        Feature.FUNDING_BPS.put(vector, cut(market.fundingBps()));
    }

    private static void fill(Order order, Ticket ticket, double[] vector) {
        Feature off = ticket.kind() == Ticket.Kind.LIMIT ? Feature.RESTS_OFF_BPS : Feature.MARKET_OFF_BPS;
        off.put(vector, Math.min(ticket.offBps(), MOST_BPS));
        Feature.BY_API_KEY.put(vector, ticket.apiKeyId() == 0 ? 0 : 1);
        Feature.CANCELLED_TO_AMOUNT.put(vector, (double) ticket.cancelledCents() / order.notionalCents());
    }

    private static double drainFraction(Decided decided) {
        if (decided instanceof Withdrawal withdrawal) {
            return (double) withdrawal.amountCents() / withdrawal.balanceCents();
        }
        if (decided instanceof Order order && order.side() == Order.Side.SELL) {
            return order.notionalCents() >= order.holdingsCents()
                    ? 1
                    : (double) order.notionalCents() / order.holdingsCents();
        }
        return 0;
    }

    private static double cut(double value) {
        return Math.min(Math.max(value, -MOST_EITHER_WAY), MOST_EITHER_WAY);
    }

    private EventFeatures() {}
}
