package firedrill.scoring.feature;

import firedrill.ingest.event.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.OrderDetails;
import firedrill.scoring.feature.window.EventTimes;
import java.util.stream.Stream;

/** Features of the event itself and of the market; stateless. */
public final class EventFeatures {

    /** Bound of z-scores, and of funding rates in basis points. */
    private static final double MAX_ABSOLUTE = 100;

    private static final double MAX_DEPTH = 100;
    private static final double MAX_BPS = 10_000;
    private static final double[] MISSING =
            Stream.of(Feature.values()).mapToDouble(Feature::missing).toArray();

    /**
     * Fills the event's and the market's features, and every other with its missing value.
     *
     * @param features shape {@code [Feature.COUNT]}; overwritten
     */
    public static void fill(ExchangeEvent event, double[] features) {
        System.arraycopy(MISSING, 0, features, 0, Feature.COUNT);
        ExtractionPlan.MARKET.fill(event.market(), event, event.timeMillis(), features);
        ExtractionPlan.EVENT.fill(event, event, event.timeMillis(), features);
    }

    static double accountAgeDays(DecisionRequest request) {
        return EventTimes.daysSince(request.account().openedAtMillis(), request.timeMillis());
    }

    static double accountTier(DecisionRequest request) {
        return request.account().tier().ordinal();
    }

    static double isOrder(DecisionRequest request) {
        return request.match(order -> 1.0, withdrawal -> 0.0);
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

    private static double offsetBps(Order order, OrderDetails.OrderType type) {
        return order.details().type() == type
                ? Math.min(order.details().offsetBps(), MAX_BPS)
                : FeatureExtractor.UNKNOWN;
    }

    static double cancelledToAmount(Order order) {
        return (double) order.details().cancelledCents() / order.notionalCents();
    }

    static double drainFraction(DecisionRequest request) {
        return request.match(
                EventFeatures::soldShare, withdrawal -> (double) withdrawal.amountCents() / withdrawal.balanceCents());
    }

    private static double soldShare(Order order) {
        if (order.side() == Order.Side.BUY) {
            return 0;
        }
        return order.notionalCents() >= order.holdingsCents()
                ? 1
                : (double) order.notionalCents() / order.holdingsCents();
    }

    static double clampDepth(double share) {
        return Math.min(share, MAX_DEPTH);
    }

    static double clamp(double value) {
        return Math.min(Math.max(value, -MAX_ABSOLUTE), MAX_ABSOLUTE);
    }

    private EventFeatures() {}
}
