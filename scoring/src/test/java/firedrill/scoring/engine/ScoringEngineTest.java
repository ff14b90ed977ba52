package firedrill.scoring.engine;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.ExchangeEvent.Login;
import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.Decider;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.FixedModel;
import firedrill.scoring.decision.ShadowScore;
import firedrill.scoring.decision.Signal;
import firedrill.scoring.decision.Signal.ModeChange;
import firedrill.scoring.decision.Signal.Refusal;
import firedrill.scoring.drift.DriftReading;
import firedrill.scoring.drift.DriftSettings;
import firedrill.scoring.drift.Mode;
import firedrill.scoring.drift.ReferenceDistribution;
import firedrill.scoring.job.JobFixtures;
import firedrill.scoring.model.artifact.LoadedModel;
import firedrill.scoring.model.artifact.ModelRefusedException;
import firedrill.scoring.policy.Policy;
import firedrill.scoring.registry.ModelOrder;
import firedrill.scoring.registry.ModelOrder.Promote;
import firedrill.scoring.registry.ModelOrder.RollBack;
import firedrill.scoring.registry.ModelOrder.Shadow;
import firedrill.scoring.rule.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoringEngineTest {

    private static final long MINUTE = 60_000;
    private static final ReferenceDistribution REFERENCE =
            ReferenceDistribution.of(new double[] {0.1, 0.2}, new long[] {10_000, 10_000, 10_000});
    private static final LoadedModel MILDER = milder();

    private final Recorder out = new Recorder();
    private final ScoringEngine engine = new ScoringEngine(
            new Decider(new FixedModel("seed", 0.9, Map.of()), RuleSet.defaultRules(), Policy.DEFAULT),
            REFERENCE,
            DriftSettings.DEFAULT,
            out);
    private long eventId;

    @Test
    void evidenceIsFoldedAndOnlyRequestsAreDecided() {
        assertThat(engine.observe(
                        new Login(1, 1, 0, JobFixtures.withdrawal(1, 1).market(), 5)))
                .isEmpty();
        assertThat(decide(0)).isNotNull();
    }

    @Test
    void theSeedModelIsTheFirstChampionUnderItsOwnName() {
        admit();
        assertThat(engine.control().registry().version("seed"))
                .hasValueSatisfying(version -> assertThat(version.name()).isEqualTo("the seed"));
        assertThat(decide(0).versions().modelHash()).isEqualTo("seed");
    }

    @Test
    void aPromotedModelDecidesTheNextEventAndARolledBackOneNoLonger() {
        admit();
        engine.append(order(new Promote(MILDER.scorer().hash())));
        assertThat(decide(0).versions().modelHash()).isEqualTo(MILDER.scorer().hash());
        engine.append(order(new RollBack()));
        assertThat(decide(1).versions().modelHash()).isEqualTo("seed");
    }

    @Test
    void aRejectedOrderIsReportedAndChangesNothing() {
        engine.append(order(new Promote("0123456789ab")));
        assertThat(out.signals)
                .containsExactly(
                        new Refusal(5, "promote 0123456789ab", "ana", "no version 0123456789ab is in the registry"));
        assertThat(decide(0).versions().modelHash()).isEqualTo("seed");
    }

    @Test
    void aShadowScoresWhatTheChampionDecides() {
        admit();
        engine.append(order(new Shadow(MILDER.scorer().hash())));
        Decision decision = decide(0);
        assertThat(out.scores).hasSize(1);
        assertThat(out.scores.get(0).decider().probability()).isEqualTo(decision.probability());
        assertThat(out.scores.get(0).challenger().model())
                .isEqualTo(MILDER.scorer().hash());
    }

    @Test
    void shiftedScoresRaiseOneAlarmAndSwitchToTheRulesAtOnce() {
        for (int minute = 0; minute < 3; minute++) {
            for (int i = 0; i < 300; i++) {
                decide(minute * MINUTE);
            }
        }
        assertThat(out.alarms).hasSize(1);
        assertThat(out.signals.stream().filter(ModeChange.class::isInstance).map(ModeChange.class::cast))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.to()).isEqualTo(Mode.RULES);
                    assertThat(change.evidence()).contains(out.alarms.get(0));
                });
        assertThat(decide(3 * MINUTE).mode()).isEqualTo(Mode.RULES);
    }

    private void admit() {
        engine.admit("the seed", List.of(MILDER), 1, "lab", "a test");
    }

    private Decision decide(long timeMillis) {
        eventId++;
        return engine.observe(JobFixtures.withdrawal(
                        eventId, 1 + eventId % 50, JobFixtures.START_MILLIS + timeMillis, 7, 40_000, false))
                .orElseThrow();
    }

    private static ControlCommand order(ModelOrder order) {
        return new ModelCommand(0, 5, "ana", "a test", JobFixtures.orderId(order, 1), order);
    }

    private static LoadedModel milder() {
        try {
            return JobFixtures.milder().artifact().open();
        } catch (ModelRefusedException e) {
            throw new AssertionError(e);
        }
    }

    /** Keeps everything. */
    private static final class Recorder implements ScoringEngine.Output {

        private final List<ShadowScore> scores = new ArrayList<>();
        private final List<Signal> signals = new ArrayList<>();
        private final List<DriftReading> alarms = new ArrayList<>();

        @Override
        public void onShadowScore(ShadowScore score) {
            scores.add(score);
        }

        @Override
        public void onSignal(Signal signal) {
            signals.add(signal);
        }

        @Override
        public void onAlarm(DriftReading reading) {
            alarms.add(reading);
        }
    }
}
