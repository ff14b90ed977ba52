package firedrill.scoring.job.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.wire.EventCodec;
import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.Signal.Quarantine;
import firedrill.scoring.decision.wire.ControlCodec;
import firedrill.scoring.decision.wire.DecisionCodec;
import firedrill.scoring.decision.wire.ModelAnnouncementCodec;
import firedrill.scoring.decision.wire.SignalCodec;
import firedrill.scoring.job.JobFixtures;
import firedrill.scoring.job.kafka.OutboundRecord;
import firedrill.scoring.job.settings.JobSettings;
import firedrill.scoring.job.state.ControlBroadcastState;
import firedrill.scoring.job.state.ControlUpdate;
import firedrill.scoring.model.artifact.ModelAnnouncement;
import firedrill.scoring.registry.ModelOrder.Admit;
import firedrill.scoring.registry.ModelOrder.Promote;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithNonKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.TwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job that is restored from a checkpoint, with a model whose load ended the process before. */
class QuarantinedModelTest {

    private static final ModelAnnouncement SHIPPED = JobFixtures.shipped();
    private static final ModelAnnouncement MILDER = JobFixtures.milder();
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochMilli(60), ZoneOffset.UTC);

    @TempDir
    private Path journal;

    @Test
    void itIsNotLoadedAgainUntilItIsAnnouncedAgain() throws Exception {
        OperatorSubtaskState saved = savedWithPromotedModel();
        Files.writeString(journal.resolve(MILDER.modelHash() + ".1.loading"), "1 1");
        try (var decide = operator()) {
            decide.initializeState(saved);
            decide.open();
            assertThat(deciderOf(decide, 1)).isEqualTo(SHIPPED.modelHash());
            assertThat(deciderOf(decide, 2)).isEqualTo(SHIPPED.modelHash());
            assertThat(quarantines(decide)).singleElement().satisfies(quarantine -> {
                assertThat(quarantine.model()).isEqualTo(MILDER.modelHash());
                assertThat(quarantine.reason()).startsWith("its load was begun and not finished when process 1 ended");
            });

            decide.processElement2(new StreamRecord<>(ControlUpdate.model(2, ModelAnnouncementCodec.encode(MILDER))));
            await().until(() -> deciderOf(decide, 3).equals(MILDER.modelHash()));
        }
    }

    private OperatorSubtaskState savedWithPromotedModel() throws Exception {
        try (var decide = operator()) {
            decide.open();
            decide.processElement2(new StreamRecord<>(ControlUpdate.model(1, ModelAnnouncementCodec.encode(MILDER))));
            apply(decide, JobFixtures.order(1, new Admit(SHIPPED.modelHash(), SHIPPED.name())));
            apply(decide, JobFixtures.order(2, new Admit(MILDER.modelHash(), MILDER.name())));
            apply(decide, JobFixtures.order(3, new Promote(MILDER.modelHash())));
            await().until(() -> deciderOf(decide, 1).equals(MILDER.modelHash()));
            return decide.snapshot(1, 1);
        }
    }

    private TwoInputStreamOperatorTestHarness<EnrichedEvent, ControlUpdate, OutboundRecord> operator()
            throws Exception {
        JobSettings.ScoringSettings settings =
                JobSettings.ScoringSettings.DEFAULT.withClock(CLOCK).withLoadJournal(journal.toString());
        return new TwoInputStreamOperatorTestHarness<>(
                new CoBroadcastWithNonKeyedOperator<>(new DecisionFunction(settings), ControlBroadcastState.STATES),
                1,
                1,
                0);
    }

    private static void apply(
            TwoInputStreamOperatorTestHarness<EnrichedEvent, ControlUpdate, OutboundRecord> decide,
            ControlCommand command)
            throws Exception {
        decide.processElement2(
                new StreamRecord<>(ControlUpdate.command(command.version(), ControlCodec.encode(command))));
    }

    /** Hash of the model that decides a withdrawal of {@code user}. */
    private static String deciderOf(
            TwoInputStreamOperatorTestHarness<EnrichedEvent, ControlUpdate, OutboundRecord> decide, long user)
            throws Exception {
        ExchangeEvent event = JobFixtures.withdrawal(1, user);
        decide.processElement1(new StreamRecord<>(EnrichedEvent.of(event, EventCodec.encode(event), 60_000, 70_000)));
        List<OutboundRecord> decisions = decide.extractOutputValues();
        Decision last = DecisionCodec.decode(decisions.get(decisions.size() - 1).value());
        return last.versions().modelHash();
    }

    private static List<Quarantine> quarantines(
            TwoInputStreamOperatorTestHarness<EnrichedEvent, ControlUpdate, OutboundRecord> decide) throws Exception {
        OutboundRecord signal =
                decide.getSideOutput(DecisionFunction.SIGNALS).element().getValue();
        assertThat(decide.getSideOutput(DecisionFunction.SIGNALS)).hasSize(1);
        return List.of((Quarantine) SignalCodec.decode(signal.value()));
    }
}
