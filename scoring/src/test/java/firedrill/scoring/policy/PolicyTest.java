package firedrill.scoring.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firedrill.ingest.event.Account.Tier;
import firedrill.ingest.event.Action;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.policy.ActionEffectiveness.StopRates;
import firedrill.scoring.policy.Policy.ExpectedLoss;
import org.junit.jupiter.api.Test;

/** The action of least expected cost, and the expected loss of a request. */
class PolicyTest {

    private static final Policy POLICY = Policy.DEFAULT;
    private static final StopRates NEW_DEVICE = POLICY.effectiveness().newDevice();

    /** Bayes minimum risk by hand: columns are losses of $200, $1,000, $5,000 and $50,000. */
    @Test
    void anActionThatStopsEverythingPaysFromThePublishedThreshold() {
        double[] losses = {200, 1_000, 5_000, 50_000};
        assertThresholds(25, losses, new double[] {0.111, 0.024, 0.005, 0.0005});
        assertThresholds(150, losses, new double[] {0.429, 0.130, 0.029, 0.003});
        assertThresholds(600, losses, new double[] {0.750, 0.375, 0.107, 0.012});
        assertThresholds(2_500, losses, new double[] {0.926, 0.714, 0.333, 0.048});
    }

    @Test
    void aNewDeviceIsChallengedBeforeTheRequestIsBlocked() {
        ExpectedLoss expected = loss(5_000, NEW_DEVICE, 0.5);
        assertThat(POLICY.chooseAction(0.001, expected)).isEqualTo(Action.ALLOW);
        assertThat(POLICY.chooseAction(0.01, expected)).isEqualTo(Action.STEP_UP);
        assertThat(POLICY.chooseAction(0.10, expected)).isEqualTo(Action.STEP_UP);
        assertThat(POLICY.chooseAction(0.30, expected)).isEqualTo(Action.BLOCK);
    }

    @Test
    void aNewSimCardDefeatsChallengesSoTheRequestIsReviewed() {
        ExpectedLoss expected = loss(5_000, POLICY.effectiveness().simSwap(), 0.5);
        assertThat(POLICY.chooseAction(0.01, expected)).isEqualTo(Action.STEP_UP);
        assertThat(POLICY.chooseAction(0.03, expected)).isEqualTo(Action.REVIEW);
        assertThat(POLICY.chooseAction(0.50, expected)).isEqualTo(Action.BLOCK);
    }

    /** An analyst's time and a place in the queue cost as much as the hold of a user of little worth. */
    @Test
    void aUserOfLittleWorthIsHeldRatherThanReviewed() {
        ExpectedLoss expected = new ExpectedLoss(
                1_000, PolicyFixtures.friction(50), POLICY.effectiveness().simSwap(), 0.5, false);
        assertThat(POLICY.chooseAction(0.03, expected)).isEqualTo(Action.HOLD);
        assertThat(POLICY.chooseAction(0.50, expected)).isEqualTo(Action.BLOCK);
    }

    @Test
    void establishedAccessIsLimitedOrReviewedBeforeItIsBlocked() {
        ExpectedLoss expected = loss(5_000, POLICY.effectiveness().establishedAccess(), 0.1);
        assertThat(POLICY.chooseAction(0.005, expected)).isEqualTo(Action.STEP_UP);
        assertThat(POLICY.chooseAction(0.02, expected)).isEqualTo(Action.LIMIT);
        assertThat(POLICY.chooseAction(0.1, expected)).isEqualTo(Action.REVIEW);
        assertThat(POLICY.chooseAction(0.3, expected)).isEqualTo(Action.BLOCK);
    }

    @Test
    void anOrderIsNeverDelayed() {
        FrictionEstimate friction = PolicyFixtures.friction(500);
        for (double probability = 0; probability <= 1; probability += 0.001) {
            assertThat(POLICY.chooseAction(
                            probability,
                            new ExpectedLoss(
                                    5_000, friction, POLICY.effectiveness().establishedAccess(), 0.1, true)))
                    .isIn(Action.ALLOW, Action.STEP_UP, Action.BLOCK);
        }
    }

    @Test
    void certainFraudIsBlockedAndCertainHonestyIsAllowed() {
        assertThat(POLICY.chooseAction(1, loss(1, NEW_DEVICE, 0.5))).isEqualTo(Action.BLOCK);
        assertThat(POLICY.chooseAction(0, loss(1e9, NEW_DEVICE, 0.5))).isEqualTo(Action.ALLOW);
        assertThat(POLICY.chooseAction(1, loss(0, NEW_DEVICE, 0.5))).isEqualTo(Action.ALLOW);
    }

    @Test
    void aStolenWithdrawalLosesItsAmountLessTheRecoveryAndPerhapsTheVictim() {
        ExpectedLoss expected =
                POLICY.expectedLoss(PolicyFixtures.withdrawal(Tier.RETAIL), PolicyFixtures.vector(1_000, 0, 10_080));
        assertThat(expected.lossUsd())
                .isCloseTo(970 + 0.25 * expected.friction().departureUsd(), within(1e-9));
        assertThat(expected.stopRates()).isEqualTo(POLICY.effectiveness().establishedAccess());
        assertThat(expected.limitShare()).isEqualTo(0.5);
        assertThat(expected.isOrder()).isFalse();
    }

    @Test
    void anOrderLosesASmallShareUnlessItsPriceIsFarFromTheMarket() {
        double[] fair = PolicyFixtures.vector(1_000, 0, 10_080);
        assertThat(POLICY.expectedLoss(PolicyFixtures.order(Tier.ACTIVE), fair).lossUsd())
                .isEqualTo(5);
        fair[Feature.MARKET_OFF_BPS.ordinal()] = 3_000;
        assertThat(POLICY.expectedLoss(PolicyFixtures.order(Tier.ACTIVE), fair).lossUsd())
                .isCloseTo(305, within(1e-9));
    }

    @Test
    void aLimitReleasesTheUsualAmountOfTheUser() {
        double[] unusual = PolicyFixtures.vector(1_000, 0, 10_080);
        unusual[Feature.AMOUNT_TO_USUAL.ordinal()] = 8;
        assertThat(POLICY.expectedLoss(PolicyFixtures.withdrawal(Tier.RETAIL), unusual)
                        .limitShare())
                .isEqualTo(0.125);
        unusual[Feature.AMOUNT_TO_USUAL.ordinal()] = 800;
        assertThat(POLICY.expectedLoss(PolicyFixtures.withdrawal(Tier.RETAIL), unusual)
                        .limitShare())
                .isEqualTo(0.05);
    }

    @Test
    void theAccessPatternDeterminesTheStopRates() {
        double[] vector = PolicyFixtures.vector(1_000, 0, 10_080);
        vector[Feature.MINUTES_SINCE_NETWORK_FIRST_USED.ordinal()] = 1_439;
        assertThat(POLICY.effectiveness().stopRates(vector))
                .isEqualTo(POLICY.effectiveness().newDevice());
        vector[Feature.MINUTES_SINCE_CREDENTIAL_CHANGE.ordinal()] = 1_439;
        assertThat(POLICY.effectiveness().stopRates(vector))
                .isEqualTo(POLICY.effectiveness().changedCredentials());
        vector[Feature.MINUTES_SINCE_SIM_CHANGE.ordinal()] = 4_319;
        assertThat(POLICY.effectiveness().stopRates(vector))
                .isEqualTo(POLICY.effectiveness().simSwap());
    }

    private static ExpectedLoss loss(double lossUsd, StopRates stopRates, double limitShare) {
        return new ExpectedLoss(lossUsd, PolicyFixtures.friction(500), stopRates, limitShare, false);
    }

    private static void assertThresholds(double frictionUsd, double[] losses, double[] thresholds) {
        // All of the friction in the block; nothing else stops anything.
        FrictionEstimate block = new FrictionEstimate(new LeaveProbabilities(0, 0, 0, 0, 1), frictionUsd, 0, 0, 25);
        for (int i = 0; i < losses.length; i++) {
            ExpectedLoss expected = new ExpectedLoss(losses[i], block, new StopRates(0, 0, 0), 1, false);
            assertThat(POLICY.chooseAction(thresholds[i] * 0.9, expected)).isEqualTo(Action.ALLOW);
            assertThat(POLICY.chooseAction(thresholds[i] * 1.1, expected)).isEqualTo(Action.BLOCK);
        }
    }
}
