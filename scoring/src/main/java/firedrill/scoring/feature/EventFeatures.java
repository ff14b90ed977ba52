package firedrill.scoring.feature;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import java.util.stream.Stream;

/** What an event says of itself and of the market: the first hop, which remembers nothing. */
public final class EventFeatures {

    private static final double MOST_SIGMA = 100;
    private static final double[] MISSING =
            Stream.of(Feature.values()).mapToDouble(Feature::missing).toArray();

    /**
     * Fills the event's and the market's features, and every other with its missing value.
     *
     * @param vector shape {@code [Feature.COUNT]}; overwritten
     */
    public static void fill(ExchangeEvent event, double[] vector) {
        System.arraycopy(MISSING, 0, vector, 0, Feature.COUNT);
        Feature.VOLATILITY_Z.put(vector, cut(event.market().volatilityZ()));
        Feature.RETURN_Z.put(vector, cut(event.market().returnZ()));
        if (event instanceof Decided decided) {
            Feature.AMOUNT_USD.put(vector, Money.dollars(decided.amountCents()));
            Feature.ACCOUNT_AGE_DAYS.put(
                    vector, Moments.daysSince(decided.account().openedAtMillis(), event.timeMillis()));
            Feature.IS_ORDER.put(vector, decided instanceof Order ? 1 : 0);
            Feature.DRAIN_FRACTION.put(vector, drainFraction(decided));
        }
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

    private static double cut(double sigma) {
        return Math.min(Math.max(sigma, -MOST_SIGMA), MOST_SIGMA);
    }

    private EventFeatures() {}
}
