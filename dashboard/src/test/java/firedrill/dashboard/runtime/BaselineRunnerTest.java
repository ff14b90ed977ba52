package firedrill.dashboard.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.dashboard.monitor.BillComparison;
import firedrill.dashboard.monitor.BillComparison.ArmSummary;
import firedrill.dashboard.monitor.BillComparison.BillStatus;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.scenario.ScenarioCatalogue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BaselineRunnerTest {

    private final FakeArms arms = new FakeArms();
    private final FakeRunSession session;

    BaselineRunnerTest() throws Exception {
        session = new FakeRunSession(new RunPlan(ScenarioCatalogue.load("quiet"), ExchangeSettings.DEFAULT, 7, 60, 1));
        session.elapsedMillis = 90_500;
    }

    @Test
    void baselinesUseScenarioSeedAndLengthOfTheRun() {
        compare(new ArrayList<>());
        assertThat(arms.runs)
                .containsExactly("quiet do-nothing 7 90 s", "quiet allow-all 7 90 s", "quiet block-all 7 90 s");
    }

    @Test
    void theRunIsTheFirstArmAndItsFiguresAreThoseOfItsBill() {
        var comparison = compare(new ArrayList<>());
        assertThat(comparison.status()).isEqualTo(BillStatus.READY);
        assertThat(comparison.failure()).isNull();
        assertThat(comparison.arms())
                .extracting(ArmSummary::operator)
                .containsExactly(BillComparison.THIS_RUN, "do-nothing", "allow-all", "block-all");
        assertThat(comparison.arms().get(0))
                .isEqualTo(new ArmSummary(BillComparison.THIS_RUN, 0.0, 0.0, 0.0, 0, null, null));
    }

    @Test
    void progressHasTheArmsThatAreComplete() {
        var progress = new ArrayList<BillComparison>();
        compare(progress);
        assertThat(progress).extracting(BillComparison::status).containsOnly(BillStatus.COMPUTING);
        assertThat(progress).extracting(partial -> partial.arms().size()).containsExactly(1, 2, 3);
    }

    @Test
    void aRunThatEndsBeforeItsStartHasLengthZero() {
        session.elapsedMillis = -1_000;
        compare(new ArrayList<>());
        assertThat(arms.runs).allMatch(run -> run.endsWith(" 0 s"));
    }

    private BillComparison compare(List<BillComparison> progress) {
        return new BaselineRunner(arms).compare(session, progress::add);
    }
}
