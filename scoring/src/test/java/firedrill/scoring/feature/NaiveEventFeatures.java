package firedrill.scoring.feature;

import firedrill.ingest.event.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.MarketSnapshot;
import firedrill.scoring.feature.NaiveFeatures.Range;
import java.util.List;
import java.util.Map;

/** What an event says of itself and of the market, by the definitions. */
record NaiveEventFeatures(ExchangeEvent event) {

    void fill(Map<Feature, Range> expected) {
        MarketSnapshot market = event.market();
        put(expected, Feature.VOLATILITY_Z, within(-100, market.volatilityZ(), 100));
        put(expected, Feature.RETURN_Z, within(-100, market.returnZ(), 100));
        put(expected, Feature.FUNDING_BPS, within(-100, market.fundingBps(), 100));
        put(expected, Feature.DEPTH_SHARE, within(0, market.depthShare(), 100));
        put(expected, Feature.LIQUIDATED_SHARE, market.liquidatedShare());
        if (event instanceof DecisionRequest decided) {
            put(expected, Feature.IS_ORDER, decided instanceof Order ? 1 : 0);
            put(
                    expected,
                    Feature.ACCOUNT_TIER,
                    List.of("RETAIL", "ACTIVE", "VIP", "MARKET_MAKER")
                            .indexOf(decided.account().tier().name()));
            put(expected, Feature.AMOUNT_USD, decided.amountCents() / 100.0);
            put(
                    expected,
                    Feature.ACCOUNT_AGE_DAYS,
                    (event.timeMillis() - decided.account().openedAtMillis()) / 86_400_000.0);
        }
        if (event instanceof Withdrawal withdrawal) {
            put(expected, Feature.DRAIN_FRACTION, (double) withdrawal.amountCents() / withdrawal.balanceCents());
        } else if (event instanceof Order order) {
            double sold = order.side() == Order.Side.BUY
                    ? 0
                    : (double) order.notionalCents() / Math.max(1, order.holdingsCents());
            put(expected, Feature.DRAIN_FRACTION, within(0, sold, 1));
        }
    }

    private static double within(double least, double value, double most) {
        return value < least ? least : value > most ? most : value;
    }

    private static void put(Map<Feature, Range> expected, Feature feature, double value) {
        expected.put(feature, Range.exactly(value));
    }
}
