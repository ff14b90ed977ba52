package firedrill.scoring.feature;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
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
        Readings.MARKET.fill(event.market(), event, event.timeMillis(), vector);
        Readings.EVENT.fill(event, event, event.timeMillis(), vector);
    }

    static double accountAgeDays(Decided decided) {
        return Moments.daysSince(decided.account().openedAtMillis(), decided.timeMillis());
    }

    static double accountTier(Decided decided) {
        return decided.account().tier().ordinal();
    }

    static double isOrder(Decided decided) {
        return decided instanceof Order ? 1 : 0;
    }

    static double isJustUnderLimit(Withdrawal withdrawal) {
        return Limits.isJustUnder(withdrawal.amountCents()) ? 1 : 0;
    }

    static double isByApiKey(Order order) {
        return order.ticket().apiKeyId() == 0 ? 0 : 1;
    }

    static double restsOffBps(Order order) {
        return offBps(order, Ticket.Kind.LIMIT);
    }

    static double marketOffBps(Order order) {
        return offBps(order, Ticket.Kind.MARKET);
    }

    private static double offBps(Order order, Ticket.Kind kind) {
        return order.ticket().kind() == kind ? Math.min(order.ticket().offBps(), MOST_BPS) : Reading.UNKNOWN;
    }

    static double cancelledToAmount(Order order) {
        return (double) order.ticket().cancelledCents() / order.notionalCents();
    }

    static double drainFraction(Decided decided) {
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

    static double depth(double share) {
        return Math.min(share, MOST_DEPTH);
    }

    static double cut(double value) {
        return Math.min(Math.max(value, -MOST_EITHER_WAY), MOST_EITHER_WAY);
    }

    private EventFeatures() {}
}
