package firedrill.scoring.job.operator;

import firedrill.ingest.event.Topics;
import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.Signal.Refusal;
import firedrill.scoring.decision.wire.ControlCodec;
import firedrill.scoring.decision.wire.SignalCodec;
import firedrill.scoring.job.JobFixtures;
import firedrill.scoring.job.kafka.OutboundRecord;
import firedrill.scoring.job.kafka.RawRecord;
import firedrill.scoring.job.settings.JobSettings;
import firedrill.scoring.job.state.ControlUpdate;
import firedrill.scoring.registry.ModelOrder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.TwoInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** A registrar by itself: what it is told, and what it makes of it. */
final class ModelAdmissionHarness implements AutoCloseable {

    private static final Clock STANDING = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private final TwoInputStreamOperatorTestHarness<RawRecord, ControlUpdate, ControlUpdate> harness;

    private ModelAdmissionHarness(JobSettings.ScoringSettings settings) throws Exception {
        harness = new TwoInputStreamOperatorTestHarness<>(
                new CoProcessOperator<>(new ModelAdmissionFunction(settings)), 1, 1, 0);
    }

    static ModelAdmissionHarness open() throws Exception {
        return open(STANDING);
    }

    static ModelAdmissionHarness open(Clock clock) throws Exception {
        ModelAdmissionHarness run = new ModelAdmissionHarness(JobSettings.ScoringSettings.DEFAULT.withClock(clock));
        run.harness.open();
        return run;
    }

    static ModelAdmissionHarness restore(OperatorSubtaskState saved) throws Exception {
        ModelAdmissionHarness run = new ModelAdmissionHarness(JobSettings.ScoringSettings.DEFAULT.withClock(STANDING));
        run.harness.initializeState(saved);
        run.harness.open();
        return run;
    }

    /** Record 7 of the topic of models. */
    void announce(byte @Nullable [] value) throws Exception {
        harness.processElement1(new StreamRecord<>(new RawRecord(Topics.MODELS, 0, 7, 0, value)));
    }

    void order(long version, ModelOrder order) throws Exception {
        harness.processElement2(new StreamRecord<>(
                ControlUpdate.command(version, ControlCodec.encode(JobFixtures.order(version, order)))));
    }

    /** The models that went on to whoever decides, by hash. */
    List<String> admittedModels() {
        return harness.extractOutputValues().stream()
                .map(notice -> notice.announcement().modelHash())
                .toList();
    }

    /** The models that it announced itself, by hash. */
    List<String> announcedModels() {
        return written(ModelAdmissionFunction.MODELS).stream()
                .map(one -> ControlUpdate.announcement(one.value()).modelHash())
                .toList();
    }

    List<ControlCommand> commands() throws Exception {
        List<ControlCommand> commands = new ArrayList<>();
        for (OutboundRecord command : written(ModelAdmissionFunction.COMMANDS)) {
            commands.add(ControlCodec.decode(command.value()));
        }
        return commands;
    }

    List<Refusal> refusals() throws Exception {
        List<Refusal> refusals = new ArrayList<>();
        for (OutboundRecord refusal : written(ModelAdmissionFunction.SIGNALS)) {
            refusals.add((Refusal) SignalCodec.decode(refusal.value()));
        }
        return refusals;
    }

    List<OutboundRecord> written(OutputTag<OutboundRecord> tag) {
        var side = harness.getSideOutput(tag);
        return side == null
                ? List.of()
                : side.stream().map(StreamRecord::getValue).toList();
    }

    OperatorSubtaskState snapshot() throws Exception {
        return harness.snapshot(1, 1);
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }
}
