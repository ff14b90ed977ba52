package firedrill.dashboard.lab;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.exchange.WorldParameters;
import firedrill.scoring.engine.ScoringParameters;
import org.junit.jupiter.api.Test;

/** Facts that the exchange and the policy both state, in modules that do not see each other. */
class SharedFactsTest {

    @Test
    void theBillPaysForAReviewWhatThePolicyAssumes() {
        var billedUsd = WorldParameters.DEFAULT.exchange().reviewCostCents() / 100.0;
        assertThat(billedUsd)
                .isEqualTo(ScoringParameters.DEFAULT.policy().friction().reviewLabourUsd());
    }

    @Test
    void theBillRecoversWhatThePolicyAssumes() {
        assertThat(WorldParameters.DEFAULT.exchange().economics().recoveryShare())
                .isEqualTo(ScoringParameters.DEFAULT.policy().recoveredShare());
    }
}
