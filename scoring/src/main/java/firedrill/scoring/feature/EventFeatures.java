package firedrill.scoring.feature;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.OrderDetails;
import firedrill.scoring.feature.window.EventTimes;
import java.util.stream.Stream;

/** What an event says of itself and of the market: the first hop, which remembers nothing. */
public final class EventFeatures {

    /** Of standard deviations, and of basis points of funding. */
    private static final double MAX_ABSOLUTE = 100;

    private static final double MAX_DEPTH = 100;
    private static final double MAX_BPS = 10_000;
    private static final double[] MISSING =
            Stream.of(Feature.values()).mapToDouble(Feature::missing).toArray();

    /**
     * Fills the event's and the market's features, and every other with its missing value.
     *
     * @param vector shape {@code [Feature.COUNT]}; overwritten
     */
    public static void fill(ExchangeEvent event, double[] vector) {
        System.arraycopy(MISSING, 0, vector, 0, Feature.COUNT);
        ExtractionPlan.MARKET.fill(event.market(), event, event.timeMillis(), vector);
        ExtractionPlan.EVENT.fill(event, event, event.timeMillis(), vector);
    }

    static double accountAgeDays(DecisionRequest decided) {
        return EventTimes.daysSince(decided.account().openedAtMillis(), decided.timeMillis());
    }

    static double accountTier(DecisionRequest decided) {
        return decided.account().tier().ordinal();
    }

    static double isOrder(DecisionRequest decided) {
        return decided instanceof Order ? 1 : 0;
    }

    static double isJustUnderLimit(Withdrawal withdrawal) {
        return ReportingThresholds.isJustBelow(withdrawal.amountCents()) ? 1 : 0;
    }

    static double isByApiKey(Order order) {
        return order.details().apiKeyId() == 0 ? 0 : 1;
    }

    static double limitOffsetBps(Order order) {
        return offsetBps(order, OrderDetails.OrderType.LIMIT);
    }

    static double marketOffsetBps(Order order) {
        return offsetBps(order, OrderDetails.OrderType.MARKET);
    }

    private static double offsetBps(Order order, OrderDetails.OrderType kind) {
        return order.details().type() == kind
                ? Math.min(order.details().offsetBps(), MAX_BPS)
                : FeatureExtractor.UNKNOWN;
    }

    static double cancelledToAmount(Order order) {
        return (double) order.details().cancelledCents() / order.notionalCents();
    }

    static double drainFraction(DecisionRequest decided) {
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

    static double clampDepth(double share) {
        return Math.min(share, MAX_DEPTH);
    }

    static double clamp(double value) {
        return Math.min(Math.max(value, -MAX_ABSOLUTE), MAX_ABSOLUTE);
    }

    private EventFeatures() {}
}
