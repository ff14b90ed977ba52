package firedrill.scoring.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import firedrill.ingest.event.EventCodec;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.scoring.decision.Control;
import firedrill.scoring.decision.ControlCodec;
import firedrill.scoring.decision.Decider;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.DecisionCodec;
import firedrill.scoring.decision.ModelOrder;
import firedrill.scoring.decision.ModelOrder.Admit;
import firedrill.scoring.decision.ShadowCodec;
import firedrill.scoring.decision.ShadowScore;
import firedrill.scoring.decision.Timing;
import firedrill.scoring.feature.FeatureFold;
import firedrill.scoring.model.ModelAnnouncement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithNonKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.TwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class ShadowOperatorTest {

    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(10), ZoneOffset.UTC);
    private static final ModelAnnouncement SHIPPED = Given.shipped();
    private static final ModelAnnouncement MILDER = Given.milder();
    private static final ModelAnnouncement HARSHER = Given.shifted(2, "harsher");
    private static final Withdrawal EVENT = Given.withdrawal(9, 4);
    private static final Decision MADE = decided();

    @Test
    void eachChallengerScoresTheVeryVectorThatDecided() throws Exception {
        try (var shadow = operator()) {
            shadow.open();
            admit(shadow);
            watch(shadow, 4, MILDER);
            watch(shadow, 5, HARSHER);
            awaitBoth(shadow);
            var written = shadow.extractOutputValues();
            assertThat(written).extracting(Outgoing::key).containsOnly(EventCodec.key(EVENT.userId()));
            Decider base = Loaded.coldDecider(JobSettings.Judging.DEFAULT);
            List<ShadowScore> expected = List.of(
                    base.with(MILDER.packed().open().scorer()).shadow(EVENT, MADE),
                    base.with(HARSHER.packed().open().scorer()).shadow(EVENT, MADE));
            for (Outgoing one : written) {
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
            watch(shadow, 4, MILDER);
            await().until(() -> {
                shadow.processElement1(new StreamRecord<>(judged(9_500_000)));
                return !shadow.extractOutputValues().isEmpty();
            });
            int before = shadow.extractOutputValues().size();
            shadow.processElement1(new StreamRecord<>(judged(8_999_999)));
            assertThat(shadow.extractOutputValues()).hasSize(before);
        }
    }

    /** Shows the same event until the model that is ready last has scored it. */
    private static void awaitBoth(TwoInputStreamOperatorTestHarness<Judged, Notice, Outgoing> shadow) {
        await().until(() -> {
            shadow.processElement1(new StreamRecord<>(judged(9_500_000)));
            for (Outgoing one : shadow.extractOutputValues()) {
                if (ShadowCodec.decode(one.value()).challenger().model().equals(HARSHER.model())) {
                    return true;
                }
            }
            return false;
        });
    }

    private static void admit(TwoInputStreamOperatorTestHarness<Judged, Notice, Outgoing> shadow) throws Exception {
        shadow.processElement2(new StreamRecord<>(Notice.model(MILDER.toBytes())));
        shadow.processElement2(new StreamRecord<>(Notice.model(HARSHER.toBytes())));
        hear(shadow, 1, new Admit(SHIPPED.model(), ""));
        hear(shadow, 2, new Admit(MILDER.model(), ""));
        hear(shadow, 3, new Admit(HARSHER.model(), ""));
    }

    private static void watch(
            TwoInputStreamOperatorTestHarness<Judged, Notice, Outgoing> shadow, long version, ModelAnnouncement model)
            throws Exception {
        hear(shadow, version, new ModelOrder.Shadow(model.model()));
    }

    private static void hear(
            TwoInputStreamOperatorTestHarness<Judged, Notice, Outgoing> shadow, long version, ModelOrder order)
            throws Exception {
        shadow.processElement2(
                new StreamRecord<>(Notice.command(version, ControlCodec.encode(Given.order(version, order)))));
    }

    private static Judged judged(long publishedMicros) {
        return new Judged(publishedMicros, EventCodec.encode(EVENT), DecisionCodec.encode(MADE));
    }

    private static Decision decided() {
        return Loaded.coldDecider(JobSettings.Judging.DEFAULT)
                .decide(EVENT, new FeatureFold().observe(EVENT), Control.START, false, Timing.NONE);
    }

    private static TwoInputStreamOperatorTestHarness<Judged, Notice, Outgoing> operator() throws Exception {
        return new TwoInputStreamOperatorTestHarness<>(
                new CoBroadcastWithNonKeyedOperator<>(
                        new Shadow(JobSettings.Judging.DEFAULT.withClock(CLOCK)), Heard.STATES),
                1,
                1,
                0);
    }
}
