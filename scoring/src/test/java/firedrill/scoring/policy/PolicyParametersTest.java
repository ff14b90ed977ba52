package firedrill.scoring.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import firedrill.scoring.policy.ActionEffectiveness.StopRates;
import firedrill.scoring.policy.FrictionCosts.HarmParameters;
import firedrill.scoring.policy.FrictionCosts.LeavingParameters;
import firedrill.scoring.policy.WorthParameters.TierWorth;
import org.junit.jupiter.api.Test;

/** Overrides, identity and ranges of the policy's parameters. */
class PolicyParametersTest {

    private static final Policy POLICY = Policy.DEFAULT;

    @Test
    void aParameterIsOverriddenByItsName() {
        Policy dearer = PolicyFixtures.policy("policy.friction.leaving.refusedWithdrawal", "0.4");
        assertThat(dearer.friction().leaving().refusedWithdrawal()).isEqualTo(0.4);
        assertThat(dearer.hash()).isNotEqualTo(POLICY.hash());
    }

    @Test
    void theHashOfTheDefaultsIsStable() {
        assertThat(POLICY.hash()).isEqualTo("631a63bd69f1");
    }

    @Test
    void theHashDependsOnEachParameter() {
        assertThat(POLICY.hash())
                .matches("[0-9a-f]{12}")
                .isEqualTo(
                        PolicyFixtures.policy("policy.holdMillis", "43200000").hash());
        assertThat(PolicyFixtures.policy("policy.friction.worth.vip.floorUsd", "28001")
                        .hash())
                .isNotEqualTo(POLICY.hash());
        assertThat(PolicyFixtures.policy("policy.holdMillis", "43200001").hash())
                .isNotEqualTo(POLICY.hash());
    }

    @Test
    void aHarsherActionWithALowerProbabilityIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LeavingParameters(0.05, 0.04, 0.2, 0.3, 0.1, 0.2, 0.35, 0.01, 0.05))
                .withMessage(
                        "stepUp, limit, hold, refusedWithdrawal must be shares that do not fall, a harsher action has"
                                + " no lower probability; 0.04 follows 0.05");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LeavingParameters(0.01, 0.04, 0.2, 0.3, 0.4, 0.4, 0.35, 0.01, 0.05))
                .withMessageContaining("0.35 follows 0.4");
    }

    @Test
    void aReviewMayCostLessThanAHoldOrMore() {
        new LeavingParameters(0.01, 0.04, 0.2, 0.3, 0.02, 0.02, 0.35, 0.01, 0.05);
        new LeavingParameters(0.01, 0.04, 0.2, 0.3, 0.3, 0.5, 0.35, 0.01, 0.05);
    }

    @Test
    void parametersOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TierWorth(100, 99))
                .withMessage("worths must satisfy 0 < floorUsd <= ceilingUsd, were 100.0, 99.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HarmParameters(7, 0.9, 0.5, 1))
                .withMessage("odds and largeAccountOdds must be at least 1, were 0.9, 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StopRates(1.2, 0, 0))
                .withMessage("stepUp must be in [0, 1], was 1.2");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Policy(0, 0, 0, POLICY.friction(), POLICY.effectiveness(), POLICY.limitTerms(), 0))
                .withMessage("holdMillis must be positive, was 0");
    }
}
