package firedrill.scoring.policy;

import firedrill.ingest.event.Account;
import firedrill.ingest.event.Account.Jurisdiction;
import firedrill.ingest.event.Account.Tier;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.event.OrderDetails;
import firedrill.scoring.feature.Feature;

/** Requests, feature vectors and policies by hand. */
final class PolicyFixtures {

    private static final MarketSnapshot MARKET = new MarketSnapshot(0, 0, 6_000_000);

    private PolicyFixtures() {}

    static Policy policy(FrictionCosts friction, long holdMillis) {
        return new Policy(
                0.03, 0.005, friction, Policy.DEFAULT.effectiveness(), Policy.DEFAULT.limitTerms(), holdMillis);
    }

    static double[] vector(double amountUsd, double volatilityZ, double minutesSinceCredentialChange) {
        double[] vector = new double[Feature.COUNT];
        vector[Feature.AMOUNT_USD.ordinal()] = amountUsd;
        vector[Feature.VOLATILITY_Z.ordinal()] = volatilityZ;
        vector[Feature.AMOUNT_TO_USUAL.ordinal()] = 1;
        for (Feature age : new Feature[] {
            Feature.MINUTES_SINCE_SIM_CHANGE,
            Feature.MINUTES_SINCE_DEVICE_FIRST_USED,
            Feature.MINUTES_SINCE_NETWORK_FIRST_USED
        }) {
            vector[age.ordinal()] = age.missing();
        }
        vector[Feature.MINUTES_SINCE_CREDENTIAL_CHANGE.ordinal()] = minutesSinceCredentialChange;
        return vector;
    }

    static Withdrawal withdrawal(Tier tier) {
        return new Withdrawal(1, 2, 3, MARKET, account(tier), 4, 5, "BTC", 100_000, 200_000, false, 0, true);
    }

    static Order order(Tier tier) {
        return new Order(
                1,
                2,
                3,
                MARKET,
                account(tier),
                4,
                "BTC-USD",
                Order.Side.SELL,
                100_000,
                200_000,
                false,
                OrderDetails.manualMarketOrder(0));
    }

    private static Account account(Tier tier) {
        return new Account(tier, Jurisdiction.EU, 0);
    }
}
