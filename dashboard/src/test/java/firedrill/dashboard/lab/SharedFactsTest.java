package firedrill.dashboard.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firedrill.ingest.exchange.WorldParameters;
import firedrill.scoring.engine.ScoringParameters;
import firedrill.scoring.policy.FrictionCosts;
import firedrill.scoring.policy.Policy;
import org.junit.jupiter.api.Test;

/** Facts that the exchange and the policy both state, in modules that do not see each other. */
class SharedFactsTest {

    private static final Policy POLICY = ScoringParameters.DEFAULT.policy();
    private static final FrictionCosts FRICTION = POLICY.friction();

    @Test
    void theBillPaysForAReviewWhatThePolicyAssumes() {
        var billedUsd = WorldParameters.DEFAULT.exchange().reviewCostCents() / 100.0;
        assertThat(billedUsd)
                .isEqualTo(ScoringParameters.DEFAULT.policy().friction().reviewLabourUsd());
    }

    @Test
    void theBillForgoesTheFeeThatThePolicyAssumes() {
        assertThat(WorldParameters.DEFAULT.exchange().economics().orderFeeBps() / 10_000)
                .isEqualTo(ScoringParameters.DEFAULT.policy().friction().orderFeeShare());
    }

    @Test
    void theBillRecoversWhatThePolicyAssumes() {
        assertThat(WorldParameters.DEFAULT.exchange().economics().recoveryShare())
                .isEqualTo(ScoringParameters.DEFAULT.policy().recoveredShare());
    }

    @Test
    void thePolicyBelievesTheProbabilitiesToLeaveOfTheWorld() {
        var world = WorldParameters.DEFAULT.customer();
        double passed = world.friction().stepUpPassProbability();
        assertThat(FRICTION.leaving().refusedWithdrawal())
                .isEqualTo(world.churn().afterRefusedWithdrawal());
        assertThat(FRICTION.leaving().refusedOrder()).isEqualTo(world.churn().afterRefusedOrder());
        assertThat(FRICTION.leaving().limit()).isEqualTo(world.churn().afterLimit());
        assertThat(FRICTION.leaving().hold()).isCloseTo(world.churn().afterHold(POLICY.holdMillis()), within(0.02));
        assertThat(FRICTION.leaving().stepUp())
                .isCloseTo(
                        passed * world.churn().afterStepUp()
                                + (1 - passed) * world.churn().afterHoldBelow1Hour(),
                        within(0.001));
        assertThat(FRICTION.leaving().orderStepUp())
                .isCloseTo(
                        passed * world.churn().afterStepUp()
                                + (1 - passed) * world.churn().afterRefusedOrder(),
                        within(0.001));
    }

    @Test
    void thePolicyBelievesTheHarmOfTheWorld() {
        var churn = WorldParameters.DEFAULT.customer().churn();
        assertThat(FRICTION.harm().odds()).isEqualTo(churn.oddsAfterAdverseMove());
        assertThat(FRICTION.harm().largeAccountOdds()).isEqualTo(churn.oddsOfLargeAccount());
        assertThat(FRICTION.harm().returnZ()).isCloseTo(churn.adverseMove() / churn.normalHourlySigma(), within(0.1));
    }
}
