package firedrill.scoring.job.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.wire.EventCodec;
import firedrill.scoring.decision.ControlState;
import firedrill.scoring.decision.Decider;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.ShadowScore;
import firedrill.scoring.decision.StageTimings;
import firedrill.scoring.decision.wire.ControlCodec;
import firedrill.scoring.decision.wire.DecisionCodec;
import firedrill.scoring.decision.wire.ModelAnnouncementCodec;
import firedrill.scoring.decision.wire.ShadowCodec;
import firedrill.scoring.feature.FeatureFold;
import firedrill.scoring.job.JobFixtures;
import firedrill.scoring.job.kafka.OutboundRecord;
import firedrill.scoring.job.settings.JobSettings;
import firedrill.scoring.job.state.ControlBroadcastState;
import firedrill.scoring.job.state.ControlUpdate;
import firedrill.scoring.job.state.ScorerFactory;
import firedrill.scoring.model.artifact.ModelAnnouncement;
import firedrill.scoring.registry.ModelOrder;
import firedrill.scoring.registry.ModelOrder.Admit;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithNonKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.TwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class ShadowScoringFunctionTest {

    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(10), ZoneOffset.UTC);
    private static final ModelAnnouncement SHIPPED = JobFixtures.shipped();
    private static final ModelAnnouncement MILDER = JobFixtures.milder();
    private static final ModelAnnouncement HARSHER = JobFixtures.shifted(2, "harsher");
    private static final Withdrawal EVENT = JobFixtures.withdrawal(9, 4);
    private static final Decision MADE = decided();

    @Test
    void eachChallengerScoresTheVeryVectorThatDecided() throws Exception {
        try (var shadow = operator()) {
            shadow.open();
            admit(shadow);
            startShadow(shadow, 4, MILDER);
            startShadow(shadow, 5, HARSHER);
            awaitBoth(shadow);
            var written = shadow.extractOutputValues();
            assertThat(written).extracting(OutboundRecord::key).containsOnly(EventCodec.key(EVENT.userId()));
            Decider base = ScorerFactory.coldDecider(JobSettings.ScoringSettings.DEFAULT);
            List<ShadowScore> expected = List.of(
                    base.withModel(MILDER.artifact().open().scorer()).shadowScore(EVENT, MADE),
                    base.withModel(HARSHER.artifact().open().scorer()).shadowScore(EVENT, MADE));
            for (OutboundRecord one : written) {
                assertThat(ShadowCodec.decode(one.value())).isIn(expected);
            }
            assertThat(ShadowCodec.decode(written.get(written.size() - 1).value()))
                    .isEqualTo(expected.get(1));
        }
    }

    @Test
    void whatComesTooLateIsNotScored() throws Exception {
        try (var shadow = operator()) {
            shadow.open();
            admit(shadow);
            startShadow(shadow, 4, MILDER);
            await().until(() -> {
                shadow.processElement1(new StreamRecord<>(decidedEvent(9_500_000)));
                return !shadow.extractOutputValues().isEmpty();
            });
            int before = shadow.extractOutputValues().size();
            shadow.processElement1(new StreamRecord<>(decidedEvent(8_999_999)));
            assertThat(shadow.extractOutputValues()).hasSize(before);
        }
    }

    /** Shows the same event until the model that is ready last has scored it. */
    private static void awaitBoth(
            TwoInputStreamOperatorTestHarness<DecidedEvent, ControlUpdate, OutboundRecord> shadow) {
        await().until(() -> {
            shadow.processElement1(new StreamRecord<>(decidedEvent(9_500_000)));
            for (OutboundRecord one : shadow.extractOutputValues()) {
                if (ShadowCodec.decode(one.value()).challenger().model().equals(HARSHER.modelHash())) {
                    return true;
                }
            }
            return false;
        });
    }

    private static void admit(TwoInputStreamOperatorTestHarness<DecidedEvent, ControlUpdate, OutboundRecord> shadow)
            throws Exception {
        shadow.processElement2(new StreamRecord<>(ControlUpdate.model(1, ModelAnnouncementCodec.encode(MILDER))));
        shadow.processElement2(new StreamRecord<>(ControlUpdate.model(1, ModelAnnouncementCodec.encode(HARSHER))));
        applyCommand(shadow, 1, new Admit(SHIPPED.modelHash(), ""));
        applyCommand(shadow, 2, new Admit(MILDER.modelHash(), ""));
        applyCommand(shadow, 3, new Admit(HARSHER.modelHash(), ""));
    }

    private static void startShadow(
            TwoInputStreamOperatorTestHarness<DecidedEvent, ControlUpdate, OutboundRecord> shadow,
            long version,
            ModelAnnouncement model)
            throws Exception {
        applyCommand(shadow, version, new ModelOrder.Shadow(model.modelHash()));
    }

    private static void applyCommand(
            TwoInputStreamOperatorTestHarness<DecidedEvent, ControlUpdate, OutboundRecord> shadow,
            long version,
            ModelOrder order)
            throws Exception {
        shadow.processElement2(new StreamRecord<>(
                ControlUpdate.command(version, ControlCodec.encode(JobFixtures.order(version, order)))));
    }

    private static DecidedEvent decidedEvent(long publishedMicros) {
        return new DecidedEvent(publishedMicros, EventCodec.encode(EVENT), DecisionCodec.encode(MADE));
    }

    private static Decision decided() {
        return ScorerFactory.coldDecider(JobSettings.ScoringSettings.DEFAULT)
                .decide(EVENT, new FeatureFold().observe(EVENT), ControlState.START, false, StageTimings.NONE);
    }

    private static TwoInputStreamOperatorTestHarness<DecidedEvent, ControlUpdate, OutboundRecord> operator()
            throws Exception {
        return new TwoInputStreamOperatorTestHarness<>(
                new CoBroadcastWithNonKeyedOperator<>(
                        new ShadowScoringFunction(JobSettings.ScoringSettings.DEFAULT.withClock(CLOCK)),
                        ControlBroadcastState.STATES),
                1,
                1,
                0);
    }
}
