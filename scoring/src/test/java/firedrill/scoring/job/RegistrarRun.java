package firedrill.scoring.job;

import firedrill.ingest.event.Topics;
import firedrill.scoring.decision.ControlCodec;
import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.ModelOrder;
import firedrill.scoring.decision.Signal.Refusal;
import firedrill.scoring.decision.SignalCodec;
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
final class RegistrarRun implements AutoCloseable {

    private static final Clock STANDING = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private final TwoInputStreamOperatorTestHarness<RawRecord, Notice, Notice> harness;

    private RegistrarRun(Clock clock) throws Exception {
        harness = new TwoInputStreamOperatorTestHarness<>(
                new CoProcessOperator<>(new Registrar(JobSettings.Judging.DEFAULT.withClock(clock))), 1, 1, 0);
    }

    static RegistrarRun begun() throws Exception {
        return begun(STANDING);
    }

    static RegistrarRun begun(Clock clock) throws Exception {
        RegistrarRun run = new RegistrarRun(clock);
        run.harness.open();
        return run;
    }

    static RegistrarRun restored(OperatorSubtaskState saved) throws Exception {
        RegistrarRun run = new RegistrarRun(STANDING);
        run.harness.initializeState(saved);
        run.harness.open();
        return run;
    }

    /** Record 7 of the topic of models. */
    void announce(byte @Nullable [] value) throws Exception {
        harness.processElement1(new StreamRecord<>(new RawRecord(Topics.MODELS, 0, 7, 0, value)));
    }

    void hear(long version, ModelOrder order) throws Exception {
        harness.processElement2(
                new StreamRecord<>(Notice.command(version, ControlCodec.encode(Given.order(version, order)))));
    }

    /** The models that went on to whoever decides, by hash. */
    List<String> passed() {
        return harness.extractOutputValues().stream()
                .map(notice -> notice.announcement().model())
                .toList();
    }

    /** The models that it announced itself, by hash. */
    List<String> announced() {
        return written(Registrar.MODELS).stream()
                .map(one -> Notice.announcement(one.value()).model())
                .toList();
    }

    List<ControlCommand> commands() throws Exception {
        List<ControlCommand> commands = new ArrayList<>();
        for (Outgoing command : written(Registrar.COMMANDS)) {
            commands.add(ControlCodec.decode(command.value()));
        }
        return commands;
    }

    List<Refusal> refusals() throws Exception {
        List<Refusal> refusals = new ArrayList<>();
        for (Outgoing refusal : written(Registrar.SIGNALS)) {
            refusals.add((Refusal) SignalCodec.decode(refusal.value()));
        }
        return refusals;
    }

    List<Outgoing> written(OutputTag<Outgoing> tag) {
        var side = harness.getSideOutput(tag);
        return side == null
                ? List.of()
                : side.stream().map(StreamRecord::getValue).toList();
    }

    OperatorSubtaskState saved() throws Exception {
        return harness.snapshot(1, 1);
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }
}
