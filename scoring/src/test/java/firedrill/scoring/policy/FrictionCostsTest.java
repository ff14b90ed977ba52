package firedrill.scoring.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firedrill.ingest.event.Account.Tier;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.scoring.feature.Feature;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Friction by worth, by harm and by action. */
class FrictionCostsTest {

    private static final Offset<Double> ROUNDING = within(1e-3);
    private static final FrictionCosts FRICTION = Policy.DEFAULT.friction();

    @Test
    void theWorthOfAUserRisesWithTheBalanceWithinTheBoundsOfTheTier() {
        WorthParameters worth = FRICTION.worth();
        assertThat(worth.ofBalance(Tier.RETAIL, 0)).isEqualTo(50);
        assertThat(worth.ofBalance(Tier.RETAIL, 2_000)).isCloseTo(50 + 2_550 * 200 / 2_750.0, ROUNDING);
        assertThat(worth.ofBalance(Tier.RETAIL, 1e9)).isCloseTo(2_600, within(1.0));
        assertThat(worth.ofBalance(Tier.ACTIVE, 70_000)).isCloseTo((7_000 + 14_000) / 2.0, ROUNDING);
        assertThat(worth.ofHoldings(Tier.ACTIVE, 70_000 / 2.4)).isCloseTo((7_000 + 14_000) / 2.0, ROUNDING);
        assertThat(worth.ofBalance(Tier.VIP, 0)).isEqualTo(28_000);
        assertThat(worth.ofBalance(Tier.MARKET_MAKER, 0)).isEqualTo(100_000);
    }

    @Test
    void aDepartureCostsTheWorthOfTheUserAndOfThoseWhoFollow() {
        FrictionEstimate friction = estimate(PolicyFixtures.withdrawal(Tier.RETAIL), 0, 0);
        assertThat(friction.departureUsd()).isCloseTo(FRICTION.worth().ofBalance(Tier.RETAIL, 2_000) + 80, ROUNDING);
    }

    @Test
    void aRefusalCostsTheWorthTimesTheProbabilityToLeaveAndSupport() {
        FrictionEstimate friction = estimate(PolicyFixtures.withdrawal(Tier.RETAIL), 0, 0);
        assertThat(friction.billedUsd(Action.BLOCK)).isCloseTo(0.35 * friction.departureUsd(), ROUNDING);
        assertThat(friction.costUsd(Action.BLOCK)).isCloseTo(0.35 * (friction.departureUsd() + 10), ROUNDING);
        assertThat(friction.costUsd(Action.ALLOW)).isZero();
    }

    @Test
    void aFallHurtsHoldersOfCoinsAndARiseHoldersOfCash() {
        DecisionRequest coins = PolicyFixtures.withdrawal(Tier.RETAIL);
        DecisionRequest cash = PolicyFixtures.withdrawal(Tier.RETAIL, "USDC", 200_000);
        double hurt = 0.35 * 2.5 / (0.65 + 0.35 * 2.5);
        assertThat(leaving(coins, -8, Action.BLOCK)).isCloseTo(hurt, ROUNDING);
        assertThat(leaving(coins, -7, Action.BLOCK)).isCloseTo(0.35, ROUNDING);
        assertThat(leaving(coins, 8, Action.BLOCK)).isCloseTo(0.35, ROUNDING);
        assertThat(leaving(cash, -8, Action.BLOCK)).isCloseTo(0.35, ROUNDING);
        assertThat(leaving(cash, 8, Action.BLOCK)).isCloseTo(hurt, ROUNDING);
        assertThat(leaving(PolicyFixtures.order(Tier.RETAIL, Side.SELL), -8, Action.BLOCK))
                .isCloseTo(0.05 * 2.5 / (0.95 + 0.05 * 2.5), ROUNDING);
        assertThat(leaving(PolicyFixtures.order(Tier.RETAIL, Side.BUY), -8, Action.BLOCK))
                .isCloseTo(0.05, ROUNDING);
    }

    @Test
    void onlyThoseWhoAnswerAtOnceBlameTheChallengeForTheMove() {
        double hurt = 0.015 * 2.5 / (0.985 + 0.015 * 2.5);
        assertThat(leaving(PolicyFixtures.withdrawal(Tier.RETAIL), -8, Action.STEP_UP))
                .isCloseTo(0.015 + 0.63 * (hurt - 0.015), within(1e-9));
    }

    @Test
    void inAnUnsettledMarketAHoldAndAReviewCostMore() {
        DecisionRequest asked = PolicyFixtures.withdrawal(Tier.RETAIL);
        FrictionEstimate calm = estimate(asked, 2.9, 2.9);
        FrictionEstimate swing = estimate(asked, 0, 3);
        assertThat(swing.leaving().hold()).isGreaterThan(calm.leaving().hold());
        assertThat(swing.leaving().review()).isGreaterThan(calm.leaving().review());
        assertThat(swing.leaving().block()).isEqualTo(calm.leaving().block());
        assertThat(swing.reviewUsd()).isGreaterThan(calm.reviewUsd());
        assertThat(estimate(asked, -3, 0)).isEqualTo(swing);
    }

    @Test
    void theFundingRateTellsOfASwingHoursAgo() {
        FrictionCosts.UnsettledMarket unsettled = FRICTION.unsettled();
        double[] features = PolicyFixtures.vector(1_000, 0, 10_080);
        assertThat(unsettled.isIn(features)).isFalse();
        features[Feature.FUNDING_BPS.ordinal()] = -0.5;
        assertThat(unsettled.isIn(features)).isTrue();
        features[Feature.FUNDING_BPS.ordinal()] = 2.5;
        assertThat(unsettled.isIn(features)).isTrue();
    }

    @Test
    void largeAccountsLeaveSooner() {
        assertThat(leaving(PolicyFixtures.withdrawal(Tier.VIP), 0, Action.BLOCK))
                .isCloseTo(0.35 * 1.5 / (0.65 + 0.35 * 1.5), ROUNDING);
    }

    @Test
    void aRefusedOrderForgoesItsFee() {
        FrictionEstimate friction = estimate(PolicyFixtures.order(Tier.RETAIL), 0, 0);
        assertThat(friction.feeUsd()).isCloseTo(1, ROUNDING);
        assertThat(friction.billedUsd(Action.BLOCK)).isCloseTo(0.05 * friction.departureUsd() + 1, ROUNDING);
        assertThat(friction.billedUsd(Action.STEP_UP)).isCloseTo(0.013 * friction.departureUsd(), ROUNDING);
    }

    private static double leaving(DecisionRequest event, double returnZ, Action action) {
        return estimate(event, returnZ, 0).leaving().after(action);
    }

    private static FrictionEstimate estimate(DecisionRequest event, double returnZ, double volatilityZ) {
        double[] features = PolicyFixtures.vector(1_000, volatilityZ, 10_080);
        features[Feature.RETURN_Z.ordinal()] = returnZ;
        return FRICTION.estimate(event, features);
    }
}
