package firedrill.scoring.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import firedrill.ingest.event.Topics;
import firedrill.scoring.decision.ControlCodec;
import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.ModelOrder;
import firedrill.scoring.decision.ModelOrder.Admit;
import firedrill.scoring.decision.ModelOrder.Promote;
import firedrill.scoring.decision.ModelOrder.Retire;
import firedrill.scoring.decision.Roster;
import firedrill.scoring.decision.Signal.Refusal;
import firedrill.scoring.decision.SignalCodec;
import firedrill.scoring.decision.wire.ModelMessage;
import firedrill.scoring.model.ModelAnnouncement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.TwoInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.Test;

class RegistrarOperatorTest {

    private static final Clock STANDING = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    private static final ModelAnnouncement SHIPPED = Given.shipped();
    private static final ModelAnnouncement MILDER = Given.milder();

    @Test
    void aModelThatHoldsIsPassedOnAndAskedToBeAdmitted() throws Exception {
        try (var registrar = operator(STANDING)) {
            registrar.open();
            announce(registrar, SHIPPED.toBytes());
            announce(registrar, MILDER.toBytes());
            assertThat(passed(registrar)).containsExactly(SHIPPED.model(), MILDER.model());
            assertThat(commands(registrar))
                    .containsExactly(admission(SHIPPED, "ada", "for a test"), admission(MILDER, "ada", "for a test"));
            assertThat(refusals(registrar)).isEmpty();
        }
    }

    @Test
    void whatTheScorerWasStartedWithIsVersionOneWhateverIsAnnouncedFirst() throws Exception {
        try (var registrar = operator(STANDING)) {
            registrar.open();
            announce(registrar, MILDER.toBytes());
            assertThat(passed(registrar)).containsExactly(SHIPPED.model(), MILDER.model());
            assertThat(commands(registrar))
                    .containsExactly(
                            admission(SHIPPED, "registry", "the scorer was started with it"),
                            admission(MILDER, "ada", "for a test"));
            assertThat(announced(registrar)).containsExactly(SHIPPED.model());
        }
    }

    @Test
    void aModelThatIsAnnouncedAgainIsNotPassedOnAgain() throws Exception {
        try (var registrar = operator(STANDING)) {
            registrar.open();
            announce(registrar, SHIPPED.toBytes());
            announce(registrar, SHIPPED.toBytes());
            assertThat(passed(registrar)).hasSize(1);
            assertThat(commands(registrar)).hasSize(1);
        }
    }

    @Test
    void noneOf200DamagedCopiesPassesAndEachLeavesAnEntry() throws Exception {
        SplittableRandom random = new SplittableRandom(7);
        try (var registrar = operator(STANDING)) {
            registrar.open();
            announce(registrar, SHIPPED.toBytes());
            for (int copy = 0; copy < 200; copy++) {
                announce(registrar, damaged(copy, random));
            }
            assertThat(passed(registrar)).containsExactly(SHIPPED.model());
            assertThat(commands(registrar)).hasSize(1);
            assertThat(refusals(registrar)).hasSize(200).allSatisfy(refusal -> {
                assertThat(refusal.why()).isNotBlank().doesNotContain("\n", "\tat ");
                assertThat(refusal.why().length()).isLessThan(300);
                assertThat(refusal.what()).isNotBlank();
            });
        }
    }

    /** In turn: flipped bits, a cut, another class, another catalogue, a size that is not true, zeros. */
    private static byte[] damaged(int copy, SplittableRandom random) throws Exception {
        byte[] good = SHIPPED.toBytes();
        ModelMessage message = ModelMessage.parseFrom(good);
        return switch (copy % 6) {
            case 0, 1 -> flipped(message, copy % 2 == 0, random);
            case 2 -> Arrays.copyOf(good, random.nextInt(good.length - 1));
            case 3 ->
                message.toBuilder()
                        .setTribuo(ByteString.copyFromUtf8("org.tribuo.classification.liblinear.LibLinearModel" + copy))
                        .build()
                        .toByteArray();
            case 4 ->
                message.toBuilder()
                        .setFeatureSetHash("%012x".formatted(copy))
                        .build()
                        .toByteArray();
            default ->
                message.toBuilder()
                        .setTribuoBytes(1L << 30)
                        .setTribuo(ByteString.copyFrom(new byte[copy]))
                        .build()
                        .toByteArray();
        };
    }

    /** Wherever the bit is, in the model, in its sidecar or in what is said of either. */
    private static byte[] flipped(ModelMessage message, boolean inside, SplittableRandom random) {
        byte[] bytes = (inside ? message.getTribuo() : message.getSidecar()).toByteArray();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        ModelMessage.Builder changed = message.toBuilder();
        return (inside ? changed.setTribuo(ByteString.copyFrom(bytes)) : changed.setSidecar(ByteString.copyFrom(bytes)))
                .build()
                .toByteArray();
    }

    @Test
    void aDamagedCopyThatTakesTheChampionsPlaceOnTheTopicIsReplacedByTheGoodOne() throws Exception {
        try (var registrar = operator(STANDING)) {
            registrar.open();
            announce(registrar, SHIPPED.toBytes());
            announce(registrar, damaged(0, new SplittableRandom(1)));
            assertThat(announced(registrar)).containsExactly(SHIPPED.model());
            assertThat(registrar
                            .getSideOutput(Registrar.MODELS)
                            .peek()
                            .getValue()
                            .value())
                    .isEqualTo(SHIPPED.toBytes());
        }
    }

    @Test
    void aRecordLongerThanAnyModelIsRefusedUnread() throws Exception {
        try (var registrar = operator(STANDING)) {
            registrar.open();
            announce(registrar, new byte[Topics.LONGEST_MODEL + 1]);
            assertThat(refusals(registrar))
                    .containsExactly(new Refusal(
                            0,
                            "record 7 of fraud.models",
                            "unknown",
                            "the record has 16777217 bytes, more than any model"));
        }
    }

    @Test
    void aModelThatTakesTooLongForAScoreIsRefused() throws Exception {
        try (var registrar = operator(new Slow())) {
            registrar.open();
            announce(registrar, SHIPPED.toBytes());
            assertThat(passed(registrar)).isEmpty();
            assertThat(refusals(registrar))
                    .containsExactly(new Refusal(
                            0, "model " + SHIPPED.model(), "ada", "it takes 5000 µs for one score, and may take 1000"));
        }
    }

    @Test
    void whatAStrangerWritesIsToldOnOneShortLine() throws Exception {
        byte[] loud = ModelMessage.newBuilder()
                .setModel("x".repeat(100_000) + "\n")
                .setBy("eve\u0000\nadmin")
                .setTribuoBytes(3)
                .build()
                .toByteArray();
        try (var registrar = operator(STANDING)) {
            registrar.open();
            announce(registrar, SHIPPED.toBytes());
            announce(registrar, loud);
            assertThat(refusals(registrar))
                    .containsExactly(new Refusal(
                            0, "model " + "x".repeat(194) + "…", "eve admin", "it announces 3 bytes and has 0"));
        }
    }

    @Test
    void anOrderThatMakesNoSenseIsToldWithTheReason() throws Exception {
        try (var registrar = operator(STANDING)) {
            registrar.open();
            hear(registrar, 1, new Admit(SHIPPED.model(), "shipped"));
            hear(registrar, 2, new Promote("0123456789ab"));
            assertThat(refusals(registrar))
                    .containsExactly(new Refusal(
                            20, "promote 0123456789ab", "ada", "no version 0123456789ab is in the registry"));
        }
    }

    @Test
    void oneVersionTooManyIsRefused() throws Exception {
        try (var registrar = operator(STANDING)) {
            registrar.open();
            for (int version = 1; version <= Roster.MOST_VERSIONS; version++) {
                hear(registrar, version, new Admit("m" + version, ""));
            }
            announce(registrar, MILDER.toBytes());
            assertThat(passed(registrar)).isEmpty();
            assertThat(refusals(registrar))
                    .extracting(Refusal::why)
                    .containsExactly("there are 32 versions already: retire one first");
        }
    }

    @Test
    void aRetiredModelDoesNotComeBack() throws Exception {
        try (var registrar = operator(STANDING)) {
            registrar.open();
            hear(registrar, 1, new Admit(SHIPPED.model(), "shipped"));
            hear(registrar, 2, new Admit(MILDER.model(), "milder"));
            hear(registrar, 3, new Retire(MILDER.model()));
            announce(registrar, MILDER.toBytes());
            assertThat(passed(registrar)).isEmpty();
            assertThat(commands(registrar)).isEmpty();
        }
    }

    @Test
    void aRestartForgetsNothing() throws Exception {
        OperatorSubtaskState saved;
        try (var registrar = operator(STANDING)) {
            registrar.open();
            announce(registrar, SHIPPED.toBytes());
            hear(registrar, 1, new Admit(SHIPPED.model(), SHIPPED.name()));
            saved = registrar.snapshot(1, 1);
        }
        try (var registrar = operator(STANDING)) {
            registrar.initializeState(saved);
            registrar.open();
            announce(registrar, SHIPPED.toBytes());
            announce(registrar, damaged(1, new SplittableRandom(3)));
            assertThat(passed(registrar)).isEmpty();
            assertThat(commands(registrar)).isEmpty();
            assertThat(announced(registrar)).containsExactly(SHIPPED.model());
        }
    }

    @Test
    void aVersionDeletedFromTheTopicDisturbsNobody() throws Exception {
        try (var registrar = operator(STANDING)) {
            registrar.open();
            registrar.processElement1(new StreamRecord<>(new RawRecord(Topics.MODELS, 0, 7, 0, null)));
            assertThat(refusals(registrar)).isEmpty();
        }
    }

    private static ModelCommand admission(ModelAnnouncement model, String by, String why) {
        return new ModelCommand(
                0, 5, by, why, "registry/" + model.model() + "/0", new Admit(model.model(), model.name()));
    }

    private static void announce(TwoInputStreamOperatorTestHarness<RawRecord, Notice, Notice> registrar, byte[] value)
            throws Exception {
        registrar.processElement1(new StreamRecord<>(new RawRecord(Topics.MODELS, 0, 7, 0, value)));
    }

    private static void hear(
            TwoInputStreamOperatorTestHarness<RawRecord, Notice, Notice> registrar, long version, ModelOrder order)
            throws Exception {
        registrar.processElement2(
                new StreamRecord<>(Notice.command(version, ControlCodec.encode(Given.order(version, order)))));
    }

    private static List<String> passed(TwoInputStreamOperatorTestHarness<RawRecord, Notice, Notice> registrar) {
        return registrar.extractOutputValues().stream()
                .map(notice -> notice.announcement().model())
                .toList();
    }

    private static List<String> announced(TwoInputStreamOperatorTestHarness<RawRecord, Notice, Notice> registrar) {
        return written(registrar, Registrar.MODELS).stream()
                .map(one -> Notice.announcement(one.value()).model())
                .toList();
    }

    private static List<ControlCommand> commands(TwoInputStreamOperatorTestHarness<RawRecord, Notice, Notice> registrar)
            throws Exception {
        List<ControlCommand> commands = new ArrayList<>();
        for (Outgoing command : written(registrar, Registrar.COMMANDS)) {
            commands.add(ControlCodec.decode(command.value()));
        }
        return commands;
    }

    private static List<Refusal> refusals(TwoInputStreamOperatorTestHarness<RawRecord, Notice, Notice> registrar)
            throws Exception {
        List<Refusal> refusals = new ArrayList<>();
        for (Outgoing refusal : written(registrar, Registrar.SIGNALS)) {
            refusals.add((Refusal) SignalCodec.decode(refusal.value()));
        }
        return refusals;
    }

    private static List<Outgoing> written(
            TwoInputStreamOperatorTestHarness<RawRecord, Notice, Notice> registrar, OutputTag<Outgoing> tag) {
        var side = registrar.getSideOutput(tag);
        return side == null
                ? List.of()
                : side.stream().map(StreamRecord::getValue).toList();
    }

    private static TwoInputStreamOperatorTestHarness<RawRecord, Notice, Notice> operator(Clock clock) throws Exception {
        return new TwoInputStreamOperatorTestHarness<>(
                new CoProcessOperator<>(new Registrar(JobSettings.Judging.DEFAULT.withClock(clock))), 1, 1, 0);
    }

    /** Half a second passes between any two looks. */
    private static final class Slow extends Clock implements java.io.Serializable {

        private static final long serialVersionUID = 1;

        private long millis;

        @Override
        public Instant instant() {
            millis += 500;
            return Instant.ofEpochMilli(millis);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
