package firedrill.scoring.policy;

import firedrill.ingest.event.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.MarketSnapshot;
import firedrill.scoring.feature.Feature;
import java.io.Serializable;

/**
 * Cost of an honest request wrongly treated: the probability that its user leaves, times what a departure costs. Values
 * and sources are in {@code parameters/policy.yaml}.
 *
 * @param leaving probabilities to leave, by action
 * @param harm what raises them
 * @param worth what a departed user would have brought
 * @param wordOfMouthUsd worth of those who leave because the user told them, for each departure
 * @param supportUsd support for those who complain, for each departure
 * @param orderFeeShare fee of an order that is not executed, share of its amount
 * @param reviewLabourUsd the analyst's time for a review, of fraud and of honest requests alike
 * @param reviewPlaceUsd a place in the review queue, which another case lacks
 * @param reviewPlaceUnsettledUsd the same in an unsettled market, which brings more cases than can be reviewed
 * @param unsettled when a market is unsettled
 */
public record FrictionCosts(
        LeavingParameters leaving,
        HarmParameters harm,
        WorthParameters worth,
        double wordOfMouthUsd,
        double supportUsd,
        double orderFeeShare,
        double reviewLabourUsd,
        double reviewPlaceUsd,
        double reviewPlaceUnsettledUsd,
        UnsettledMarket unsettled)
        implements Serializable {

    private static final String CASH = "USDC";
    private static final double CENTS = 100;

    public FrictionCosts {
        if (!(wordOfMouthUsd >= 0 && supportUsd >= 0 && reviewLabourUsd >= 0 && reviewPlaceUsd >= 0)) {
            throw new IllegalArgumentException(
                    "wordOfMouthUsd, supportUsd, reviewLabourUsd and reviewPlaceUsd must be at least 0, were "
                            + wordOfMouthUsd + ", " + supportUsd + ", " + reviewLabourUsd + ", " + reviewPlaceUsd);
        }
        if (!(reviewPlaceUnsettledUsd >= reviewPlaceUsd)) {
            throw new IllegalArgumentException("reviewPlaceUnsettledUsd must be at least reviewPlaceUsd, were "
                    + reviewPlaceUnsettledUsd + ", " + reviewPlaceUsd);
        }
        ActionEffectiveness.requireShare(orderFeeShare, "orderFeeShare");
    }

    /**
     * Probabilities to leave where the price did not hurt the user; a harsher action must not have a lower one. A review
     * lies anywhere between a challenge and a refusal. In an unsettled market the price may move against those who wait, and
     * reviews wait long.
     */
    public record LeavingParameters(
            double stepUp,
            double limit,
            double hold,
            double holdUnsettled,
            double review,
            double reviewUnsettled,
            double refusedWithdrawal,
            double orderStepUp,
            double refusedOrder)
            implements Serializable {

        public LeavingParameters {
            requireRising("stepUp, limit, hold, refusedWithdrawal", 0, stepUp, limit, hold, refusedWithdrawal, 1);
            requireRising("stepUp, review, refusedWithdrawal", stepUp, review, refusedWithdrawal);
            requireRising("hold, holdUnsettled", hold, holdUnsettled, 1);
            requireRising("review, reviewUnsettled", review, reviewUnsettled, 1);
            requireRising("orderStepUp, refusedOrder", 0, orderStepUp, refusedOrder, 1);
        }
    }

    /**
     * What raises the odds of leaving.
     *
     * @param returnZ return of the hour against the user beyond which the price has hurt, standard deviations
     * @param odds factor for a user whom the price has hurt
     * @param challengedShare share of the challenged users to whom it applies: the others answer later
     * @param largeAccountOdds factor for a VIP or a market maker
     */
    public record HarmParameters(double returnZ, double odds, double challengedShare, double largeAccountOdds)
            implements Serializable {

        public HarmParameters {
            if (!(odds >= 1 && largeAccountOdds >= 1)) {
                throw new IllegalArgumentException(
                        "odds and largeAccountOdds must be at least 1, were " + odds + ", " + largeAccountOdds);
            }
            ActionEffectiveness.requireShare(challengedShare, "challengedShare");
        }
    }

    /**
     * A market that swings, or has swung hours ago: any of these figures is beyond its bound.
     *
     * @param volatilityZ volatility of the hour, standard deviations
     * @param returnZ return of the hour, either way, standard deviations
     * @param fundingBps distance of the funding rate from that of a market in balance, basis points per 8 hours: it
     *     returns within hours
     */
    public record UnsettledMarket(double volatilityZ, double returnZ, double fundingBps) implements Serializable {

        boolean isIn(double[] features) {
            return Feature.VOLATILITY_Z.valueIn(features) >= volatilityZ
                    || Math.abs(Feature.RETURN_Z.valueIn(features)) >= returnZ
                    || Math.abs(Feature.FUNDING_BPS.valueIn(features) - MarketSnapshot.BASELINE_FUNDING_BPS)
                            >= fundingBps;
        }
    }

    /** Friction of {@code event} for an honest user, by action. */
    FrictionEstimate estimate(DecisionRequest event, double[] features) {
        return event.match(order -> ofOrder(order, features), withdrawal -> ofWithdrawal(withdrawal, features));
    }

    private FrictionEstimate ofWithdrawal(Withdrawal withdrawal, double[] features) {
        boolean isHurt = isHurt(withdrawal.asset().equals(CASH), features);
        boolean isUnsettled = unsettled.isIn(features);
        double odds = oddsOf(withdrawal);
        var probabilities = new LeaveProbabilities(
                challenged(leaving.stepUp, odds, isHurt),
                prompt(leaving.limit, odds, isHurt),
                raised(isUnsettled ? leaving.holdUnsettled : leaving.hold, odds),
                raised(isUnsettled ? leaving.reviewUnsettled : leaving.review, odds),
                prompt(leaving.refusedWithdrawal, odds, isHurt));
        double worthUsd = worth.ofBalance(withdrawal.account().tier(), withdrawal.balanceCents() / CENTS);
        double reviewUsd = reviewLabourUsd + (isUnsettled ? reviewPlaceUnsettledUsd : reviewPlaceUsd);
        return new FrictionEstimate(probabilities, worthUsd + wordOfMouthUsd, supportUsd, 0, reviewUsd);
    }

    /** An order that waits or is cut is as good as refused. */
    private FrictionEstimate ofOrder(Order order, double[] features) {
        boolean isHurt = isHurt(order.side() == Side.BUY, features);
        double odds = oddsOf(order);
        double refused = prompt(leaving.refusedOrder, odds, isHurt);
        var probabilities = new LeaveProbabilities(
                challenged(leaving.orderStepUp, odds, isHurt), refused, refused, refused, refused);
        double worthUsd = worth.ofHoldings(order.account().tier(), order.holdingsCents() / CENTS);
        double feeUsd = orderFeeShare * order.amountCents() / CENTS;
        return new FrictionEstimate(
                probabilities, worthUsd + wordOfMouthUsd, supportUsd, feeUsd, reviewLabourUsd + reviewPlaceUsd);
    }

    /** Whether the price of the last hour fell for a holder of coins, or rose for a holder of cash. */
    private boolean isHurt(boolean holdsCash, double[] features) {
        double returnZ = Feature.RETURN_Z.valueIn(features);
        return (holdsCash ? returnZ : -returnZ) > harm.returnZ;
    }

    private double oddsOf(DecisionRequest event) {
        return switch (event.account().tier()) {
            case RETAIL, ACTIVE -> 1;
            case VIP, MARKET_MAKER -> harm.largeAccountOdds;
        };
    }

    private double prompt(double base, double odds, boolean isHurt) {
        return raised(base, isHurt ? odds * harm.odds : odds);
    }

    private double challenged(double base, double odds, boolean isHurt) {
        double usual = raised(base, odds);
        return isHurt ? usual + harm.challengedShare * (raised(base, odds * harm.odds) - usual) : usual;
    }

    private static double raised(double base, double odds) {
        return base * odds / (1 - base + base * odds);
    }

    private static void requireRising(String names, double... values) {
        for (int i = 1; i < values.length; i++) {
            if (!(values[i - 1] <= values[i])) {
                throw new IllegalArgumentException(names + " must be shares that do not fall, a harsher action has no"
                        + " lower probability; " + values[i] + " follows " + values[i - 1]);
            }
        }
    }
}
