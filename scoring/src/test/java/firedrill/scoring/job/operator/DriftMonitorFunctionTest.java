package firedrill.scoring.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.ControlCommand.AutomaticMode;
import firedrill.scoring.decision.ControlCommand.OperatorMode;
import firedrill.scoring.decision.Signal;
import firedrill.scoring.decision.Signal.DriftReport;
import firedrill.scoring.decision.Signal.ModeChange;
import firedrill.scoring.decision.wire.ControlCodec;
import firedrill.scoring.decision.wire.ModelAnnouncementCodec;
import firedrill.scoring.decision.wire.SignalCodec;
import firedrill.scoring.drift.DriftReading;
import firedrill.scoring.drift.Mode;
import firedrill.scoring.drift.ReferenceDistribution;
import firedrill.scoring.engine.WithdrawalScore;
import firedrill.scoring.job.JobFixtures;
import firedrill.scoring.job.kafka.OutboundRecord;
import firedrill.scoring.job.settings.JobSettings;
import firedrill.scoring.job.state.ControlUpdate;
import firedrill.scoring.job.state.ScorerFactory;
import firedrill.scoring.model.artifact.ModelAnnouncement;
import firedrill.scoring.registry.ModelOrder.Admit;
import firedrill.scoring.registry.ModelOrder.Promote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.TwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class DriftMonitorFunctionTest {

    private static final long MINUTE = 60_000;

    private static final String CHAMPION = ScorerFactory.loadModel(JobSettings.ScoringSettings.DEFAULT)
            .scorer()
            .hash();

    /** Withdrawals of a champion gone wrong: it calls all of them fraud. */
    private static final double ALARMED = 0.999;

    @Test
    void aShiftOfTheScoresRequestsTheRulesOnceWithItsEvidence() throws Exception {
        try (var monitor = operator()) {
            monitor.open();
            shift(monitor, 0, 10);
            assertThat(readings(monitor)).allMatch(reading -> reading.psi() > 0.25 && reading.isSignificant());

            List<ControlCommand> commands = commands(monitor);
            DriftReading first = readings(monitor).get(0);
            assertThat(commands).hasSize(1);
            assertThat(commands.get(0))
                    .isEqualTo(new AutomaticMode(
                            0, first.timeMillis(), "monitor", commands.get(0).reason(), Mode.RULES));
            assertThat(commands.get(0).reason())
                    .startsWith("scores of withdrawals no longer fall as the model's reference does: PSI ");
            assertThat(changes(monitor)).as("not before the topic says so").isEmpty();
        }
    }

    @Test
    void aModeChangeIsReportedWithItsEvidenceWhenItIsReadFromTheTopic() throws Exception {
        try (var monitor = operator()) {
            monitor.open();
            shift(monitor, 0, 2);
            List<DriftReading> readings = readings(monitor);
            applyCommand(monitor, new AutomaticMode(1, 5, "monitor", "it drifts", Mode.RULES));
            applyCommand(monitor, new OperatorMode(2, 6, "ada", "I know better", Optional.of(Mode.MODEL)));
            applyCommand(monitor, new OperatorMode(3, 7, "ada", "the same again", Optional.of(Mode.MODEL)));
            applyCommand(monitor, new AutomaticMode(1, 8, "monitor", "a repetition", Mode.MODEL));

            Optional<DriftReading> evidence = Optional.of(readings.get(readings.size() - 1));
            assertThat(changes(monitor))
                    .containsExactly(
                            new ModeChange(5, Mode.MODEL, Mode.RULES, "monitor", "it drifts", evidence),
                            new ModeChange(6, Mode.RULES, Mode.MODEL, "ada", "I know better", evidence));
        }
    }

    @Test
    void aModeRequestOfAnEarlierRunIsRevertedIfTheScoresDoNotCallForIt() throws Exception {
        try (var monitor = operator()) {
            monitor.open();
            applyCommand(monitor, new AutomaticMode(7, 0, "monitor", "of yesterday", Mode.RULES));
            inReference(monitor, 0, 2);
            assertThat(commands(monitor))
                    .extracting(command -> ((AutomaticMode) command).mode())
                    .containsExactly(Mode.MODEL);
        }
    }

    @Test
    void aRestoredMonitorContinuesFromItsState() throws Exception {
        OperatorSubtaskState saved;
        List<DriftReading> readings = new ArrayList<>();
        try (var monitor = operator()) {
            monitor.open();
            shift(monitor, 0, 3);
            applyCommand(monitor, new AutomaticMode(4, 5, "monitor", "it drifts", Mode.RULES));
            saved = monitor.snapshot(1, 1);
            readings.addAll(readings(monitor));
        }
        try (var monitor = operator()) {
            monitor.initializeState(saved);
            monitor.open();
            shift(monitor, 3, 6);
            applyCommand(monitor, new OperatorMode(5, 9, "ada", "", Optional.of(Mode.MODEL)));
            readings.addAll(readings(monitor));
            assertThat(commands(monitor)).as("asked for already").isEmpty();
            assertThat(changes(monitor)).extracting(ModeChange::from).containsExactly(Mode.RULES);
        }
        try (var uninterrupted = operator()) {
            uninterrupted.open();
            shift(uninterrupted, 0, 6);
            assertThat(readings).isEqualTo(readings(uninterrupted));
        }
    }

    @Test
    void aNewChampionIsComparedWithItsOwnReferenceFromAnEmptyWindow() throws Exception {
        ModelAnnouncement milder = JobFixtures.milder();
        try (var monitor = operator()) {
            monitor.open();
            shift(monitor, 0, 3);
            int before = readings(monitor).size();
            monitor.processElement2(new StreamRecord<>(ControlUpdate.model(1, ModelAnnouncementCodec.encode(milder))));
            applyCommand(monitor, JobFixtures.order(1, new Admit(CHAMPION, "shipped")));
            applyCommand(monitor, JobFixtures.order(2, new Admit(milder.modelHash(), "milder")));
            applyCommand(monitor, JobFixtures.order(3, new Promote(milder.modelHash())));
            shift(monitor, 3, 6);
            assertThat(readings(monitor)).as("the old one is heard no more").hasSize(before);
            asItsReference(monitor, milder.artifact().referenceDistribution(), milder.modelHash(), 6, 8);
            assertThat(readings(monitor).subList(before, readings(monitor).size()))
                    .isNotEmpty()
                    .noneMatch(DriftReading::isSignificant);
        }
    }

    @Test
    void aChampionThatWasNeverLoadedDoesNotStopTheReadings() throws Exception {
        try (var monitor = operator()) {
            monitor.open();
            applyCommand(monitor, JobFixtures.order(1, new Admit(CHAMPION, "shipped")));
            shift(monitor, 0, 3);
            int before = readings(monitor).size();
            applyCommand(monitor, JobFixtures.order(2, new Admit("deadbeef0000", "ghost")));
            applyCommand(monitor, JobFixtures.order(3, new Promote("deadbeef0000")));
            shift(monitor, 3, 6);
            assertThat(readings(monitor)).hasSize(before + 3);
        }
    }

    @Test
    void aRestartKeepsTheChampionAndItsReference() throws Exception {
        ModelAnnouncement milder = JobFixtures.milder();
        OperatorSubtaskState saved;
        try (var monitor = operator()) {
            monitor.open();
            monitor.processElement2(new StreamRecord<>(ControlUpdate.model(1, ModelAnnouncementCodec.encode(milder))));
            applyCommand(monitor, JobFixtures.order(1, new Admit(milder.modelHash(), "milder")));
            asItsReference(monitor, milder.artifact().referenceDistribution(), milder.modelHash(), 0, 1);
            saved = monitor.snapshot(1, 1);
        }
        try (var monitor = operator()) {
            monitor.initializeState(saved);
            monitor.open();
            asItsReference(monitor, milder.artifact().referenceDistribution(), milder.modelHash(), 1, 2);
            assertThat(readings(monitor)).isNotEmpty().noneMatch(DriftReading::isSignificant);
        }
    }

    private static void shift(
            TwoInputStreamOperatorTestHarness<WithdrawalScore, ControlUpdate, OutboundRecord> monitor,
            int fromMinute,
            int toMinute)
            throws Exception {
        for (int minute = fromMinute; minute < toMinute; minute++) {
            for (int withdrawal = 0; withdrawal < 200; withdrawal++) {
                monitor.processElement1(
                        new StreamRecord<>(new WithdrawalScore(minute * MINUTE + withdrawal, ALARMED, CHAMPION)));
            }
        }
    }

    /** As many in each bin as the reference would have of a window of its own size. */
    private static void inReference(
            TwoInputStreamOperatorTestHarness<WithdrawalScore, ControlUpdate, OutboundRecord> monitor,
            int fromMinute,
            int toMinute)
            throws Exception {
        asItsReference(
                monitor,
                ScorerFactory.loadModel(JobSettings.ScoringSettings.DEFAULT).reference(),
                CHAMPION,
                fromMinute,
                toMinute);
    }

    private static void asItsReference(
            TwoInputStreamOperatorTestHarness<WithdrawalScore, ControlUpdate, OutboundRecord> monitor,
            ReferenceDistribution reference,
            String model,
            int fromMinute,
            int toMinute)
            throws Exception {
        double[] edges = reference.innerEdges();
        long[] counts = reference.counts();
        for (int minute = fromMinute; minute < toMinute; minute++) {
            for (int bin = 0; bin < counts.length; bin++) {
                double probability = bin == 0 ? 0 : edges[bin - 1];
                for (long i = 0; i < Math.round(1_000.0 * counts[bin] / reference.sampleSize()); i++) {
                    monitor.processElement1(
                            new StreamRecord<>(new WithdrawalScore(minute * MINUTE, probability, model)));
                }
            }
        }
    }

    private static void applyCommand(
            TwoInputStreamOperatorTestHarness<WithdrawalScore, ControlUpdate, OutboundRecord> monitor,
            ControlCommand command)
            throws Exception {
        monitor.processElement2(
                new StreamRecord<>(ControlUpdate.command(command.version(), ControlCodec.encode(command))));
    }

    private static List<DriftReading> readings(
            TwoInputStreamOperatorTestHarness<WithdrawalScore, ControlUpdate, OutboundRecord> monitor)
            throws Exception {
        return only(DriftReport.class, monitor).stream()
                .map(DriftReport::reading)
                .toList();
    }

    private static List<ModeChange> changes(
            TwoInputStreamOperatorTestHarness<WithdrawalScore, ControlUpdate, OutboundRecord> monitor)
            throws Exception {
        return only(ModeChange.class, monitor);
    }

    private static <S extends Signal> List<S> only(
            Class<S> kind, TwoInputStreamOperatorTestHarness<WithdrawalScore, ControlUpdate, OutboundRecord> monitor)
            throws Exception {
        List<S> signals = new ArrayList<>();
        for (OutboundRecord signal : monitor.extractOutputValues()) {
            Signal read = SignalCodec.decode(signal.value());
            if (kind.isInstance(read)) {
                signals.add(kind.cast(read));
            }
        }
        return signals;
    }

    private static List<ControlCommand> commands(
            TwoInputStreamOperatorTestHarness<WithdrawalScore, ControlUpdate, OutboundRecord> monitor)
            throws Exception {
        List<ControlCommand> commands = new ArrayList<>();
        var written = monitor.getSideOutput(DriftMonitorFunction.COMMANDS);
        if (written != null) {
            for (StreamRecord<OutboundRecord> command : written) {
                commands.add(ControlCodec.decode(command.getValue().value()));
            }
        }
        return commands;
    }

    private static TwoInputStreamOperatorTestHarness<WithdrawalScore, ControlUpdate, OutboundRecord> operator()
            throws Exception {
        return new TwoInputStreamOperatorTestHarness<>(
                new CoProcessOperator<>(new DriftMonitorFunction(JobSettings.ScoringSettings.DEFAULT)), 1, 1, 0);
    }
}
