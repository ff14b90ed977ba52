package firedrill.scoring.policy;

import firedrill.ingest.event.Account;
import firedrill.ingest.event.Account.Jurisdiction;
import firedrill.ingest.event.Account.Tier;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.event.OrderDetails;
import firedrill.ingest.parameters.ParameterException;
import firedrill.ingest.parameters.ParameterSet;
import firedrill.scoring.feature.Feature;

/** Requests, feature vectors and policies by hand. */
final class PolicyFixtures {

    private static final MarketSnapshot MARKET = new MarketSnapshot(0, 0, 6_000_000);

    private PolicyFixtures() {}

    /** The default policy with one parameter set. */
    static Policy policy(String name, String value) {
        try {
            return Policy.of(ParameterSet.load(Policy.PARAMETERS).with(name, value));
        } catch (ParameterException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Friction for a user whose departure costs that much, with the probabilities of a calm market. */
    static FrictionEstimate friction(double departureUsd) {
        return new FrictionEstimate(new LeaveProbabilities(0.015, 0.04, 0.21, 0.09, 0.35), departureUsd, 0, 0, 25);
    }

    static double[] vector(double amountUsd, double volatilityZ, double minutesSinceCredentialChange) {
        double[] vector = new double[Feature.COUNT];
        vector[Feature.AMOUNT_USD.ordinal()] = amountUsd;
        vector[Feature.VOLATILITY_Z.ordinal()] = volatilityZ;
        vector[Feature.AMOUNT_TO_USUAL.ordinal()] = 1;
        vector[Feature.FUNDING_BPS.ordinal()] = MarketSnapshot.BASELINE_FUNDING_BPS;
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

    /** Of $1,000 in coins, from a balance of $2,000. */
    static Withdrawal withdrawal(Tier tier) {
        return withdrawal(tier, "BTC", 200_000);
    }

    static Withdrawal withdrawal(Tier tier, String asset, long balanceCents) {
        return new Withdrawal(1, 2, 3, MARKET, account(tier), 4, 5, asset, 100_000, balanceCents, false, 0, true);
    }

    static Order order(Tier tier) {
        return order(tier, Order.Side.SELL);
    }

    static Order order(Tier tier, Order.Side side) {
        return new Order(
                1,
                2,
                3,
                MARKET,
                account(tier),
                4,
                "BTC-USD",
                side,
                100_000,
                200_000,
                false,
                OrderDetails.manualMarketOrder(0));
    }

    private static Account account(Tier tier) {
        return new Account(tier, Jurisdiction.EU, 0);
    }
}
