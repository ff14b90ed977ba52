package firedrill.scoring.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import firedrill.ingest.parameters.ParameterSet;
import firedrill.scoring.policy.ActionEffectiveness.StopRates;
import org.junit.jupiter.api.Test;

/** Overrides, identity and ranges of the policy's parameters. */
class PolicyParametersTest {

    private static final Policy POLICY = Policy.DEFAULT;

    @Test
    void aParameterIsOverriddenByItsName() throws Exception {
        Policy dearer = Policy.of(ParameterSet.load("policy").with("policy.friction.blockUsd", "700"));
        assertThat(dearer.friction().blockUsd()).isEqualTo(700);
        assertThat(dearer.hash()).isNotEqualTo(POLICY.hash());
    }

    @Test
    void theHashOfTheDefaultsIsStable() {
        assertThat(POLICY.hash()).isEqualTo("9e7af944ccfc");
    }

    @Test
    void theHashDependsOnEachParameter() {
        assertThat(POLICY.hash())
                .matches("[0-9a-f]{12}")
                .isEqualTo(PolicyFixtures.policy(POLICY.friction(), POLICY.holdMillis())
                        .hash());
        assertThat(PolicyFixtures.policy(POLICY.friction().scaledBy(1.01), POLICY.holdMillis())
                        .hash())
                .isNotEqualTo(POLICY.hash());
        assertThat(PolicyFixtures.policy(POLICY.friction(), POLICY.holdMillis() + 1)
                        .hash())
                .isNotEqualTo(POLICY.hash());
    }

    @Test
    void parametersOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FrictionCosts(61, 60, 200, 240, 600, 70, 10, 1, 1, 1, 1, 3))
                .withMessage("a harsher action must not cost less, costs were 61.0, 60.0, 200.0, 240.0, 600.0, of"
                        + " orders 70.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StopRates(1.2, 0, 0))
                .withMessage("stepUp must be in [0, 1], was 1.2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PolicyFixtures.policy(POLICY.friction(), 0))
                .withMessage("holdMillis must be positive, was 0");
    }
}
