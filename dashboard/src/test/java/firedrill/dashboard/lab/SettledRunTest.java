package firedrill.dashboard.lab;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.scenario.ScenarioCatalogue;
import firedrill.scoring.decision.Decider;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.model.artifact.ModelFile;
import firedrill.scoring.policy.Policy;
import firedrill.scoring.rule.RuleSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** After its end a run goes on until its bill is settled. */
class SettledRunTest {

    private static final Duration LENGTH = Duration.ofHours(2);

    private final Lab lab;

    SettledRunTest() {
        var model = ModelFile.loadBundled();
        lab = new Lab(
                ExchangeSettings.DEFAULT.withUsers(600),
                () -> new Decider(model.scorer(), RuleSet.defaultRules(), Policy.DEFAULT),
                model);
    }

    @Test
    void nobodyAsksForAnythingInTheAftermath() throws Exception {
        List<Long> late = new ArrayList<>();
        var arm =
                settled().run(ScenarioCatalogue.load("quiet"), Operator.Baseline.BLOCK_ALL, 3, LENGTH, requests(late));

        assertThat(late).isEmpty();
        assertThat(arm.simulatedSeconds()).isEqualTo(LENGTH.toSeconds());
        assertThat(arm.aftermathSeconds()).isEqualTo(Lab.SETTLING_TIME.toSeconds());
    }

    @Test
    void theRequestsOfTheRunAreTheSameAndMoreOfTheirCostIsOnTheBill() throws Exception {
        var scenario = ScenarioCatalogue.load("quiet");
        var atTheEnd = lab.run(scenario, Operator.Baseline.BLOCK_ALL, 3, LENGTH);
        var settled = settled().run(scenario, Operator.Baseline.BLOCK_ALL, 3, LENGTH);

        assertThat(atTheEnd.aftermathSeconds()).isZero();
        assertThat(settled.bill().counts()).isEqualTo(atTheEnd.bill().counts());
        assertThat(settled.timeline()).isEqualTo(atTheEnd.timeline());
        assertThat(settled.bill().users().usersLost())
                .isGreaterThan(atTheEnd.bill().users().usersLost());
        assertThat(settled.bill().costs().netCostUsd())
                .isGreaterThan(atTheEnd.bill().costs().netCostUsd());
    }

    @Test
    void drawnDeparturesAreWithinTheNoiseOfTheExpectedOnes() throws Exception {
        var users = settled()
                .run(ScenarioCatalogue.load("quiet"), Operator.Baseline.BLOCK_ALL, 3, LENGTH)
                .bill()
                .users();

        assertThat(Math.abs(users.usersLost() - users.expectedDepartures()))
                .as("five standard deviations of a Poisson variable")
                .isLessThan(5 * Math.sqrt(users.expectedDepartures()));
    }

    private Lab settled() {
        return lab.withAftermath(Lab.SETTLING_TIME);
    }

    private RunObserver requests(List<Long> late) {
        return new RunObserver() {
            @Override
            public void onEvent(ExchangeEvent event, @Nullable Decision decision) {
                if (decision != null && event.timeMillis() > lab.startMillis() + LENGTH.toMillis()) {
                    late.add(event.id());
                }
            }
        };
    }
}
