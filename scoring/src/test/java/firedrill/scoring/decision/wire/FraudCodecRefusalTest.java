package firedrill.scoring.decision.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import firedrill.ingest.event.wire.MalformedMessageException;
import firedrill.scoring.decision.DeadLetter;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** What the codecs refuse, and the reason they give. */
class FraudCodecRefusalTest {

    @Test
    void nothingIsNotADecision() {
        refused("no value", () -> DecisionCodec.decode(null));
        refused("no value", () -> DecisionCodec.decodeAnswer(null));
    }

    @Test
    void anEmptyValueIsNotADecision() {
        refused("value of 0 bytes", () -> DecisionCodec.decode(new byte[0]));
        refused("value of 0 bytes", () -> DecisionCodec.decodeAnswer(new byte[0]));
    }

    @Test
    void aValueLongerThanAnyMessageIsNotRead() {
        refused("value of 200000 bytes", () -> DecisionCodec.decode(new byte[200_000]));
    }

    @Test
    void anActionOfALaterReleaseIsUnknown() {
        byte[] bytes = decision().setActionValue(77).build().toByteArray();
        refused("unknown action", () -> DecisionCodec.decode(bytes));
        refused("unknown action", () -> DecisionCodec.decodeAnswer(bytes));
    }

    @Test
    void aHoldWithoutALengthIsRefused() {
        byte[] bytes = decision().setAction(ActionCode.ACTION_HOLD).build().toByteArray();
        refused("only a hold has a length: HOLD, 0", () -> DecisionCodec.decode(bytes));
        refused("only a hold has a length: HOLD, 0", () -> DecisionCodec.decodeAnswer(bytes));
    }

    @Test
    void aProbabilityAboveOneIsRefused() {
        byte[] bytes = decision().setProbability(1.5).build().toByteArray();
        refused("probability must be in [0, 1], was 1.5", () -> DecisionCodec.decode(bytes));
    }

    @Test
    void aFeatureThatIsNotFiniteIsRefused() {
        byte[] bytes = decision().addFeatures(1).addFeatures(Double.NaN).build().toByteArray();
        refused("features must be finite, 1 was NaN", () -> DecisionCodec.decode(bytes));
    }

    @Test
    void aStageThatTookLessThanNothingIsRefused() {
        byte[] bytes = decision().setDecideMicros(-1).build().toByteArray();
        refused("timings must be at least 0, were 0, 0, -1", () -> DecisionCodec.decode(bytes));
    }

    @Test
    void anAnswerInBrokenProtobufIsRefused() {
        refused(
                "not Protobuf: Protocol message end-group tag did not match expected tag.",
                () -> DecisionCodec.decodeAnswer(HexFormat.of().parseHex("0801" + "0c")));
    }

    @Test
    void aCommandOfAnAbsurdTimeOrLengthIsRefused() {
        refused(
                "timeMillis must lie between 1970 and 2100, was -1",
                () -> ControlCodec.decode(ControlMessages.operatorMode(-1, "ana", "")));
        refused(
                "timeMillis must lie between 1970 and 2100, was 4102444800000",
                () -> ControlCodec.decode(ControlMessages.operatorMode(4_102_444_800_000L, "ana", "")));
        refused(
                "reason must have at most 1024 characters, had 60000",
                () -> ControlCodec.decode(ControlMessages.operatorMode(1, "ana", "x".repeat(60_000))));
        refused(
                "id must have at most 256 characters, had 60000",
                () -> ControlCodec.decode(command(order().setOrderId("i".repeat(60_000)))));
        refused(
                "model must have at most 64 characters, had 65",
                () -> ControlCodec.decode(command(order().setModel("m".repeat(65)))));
    }

    private static byte[] command(ModelOrderMessage.Builder order) {
        return ControlMessage.newBuilder().setModelOrder(order).build().toByteArray();
    }

    private static ModelOrderMessage.Builder order() {
        return ModelOrderMessage.newBuilder().setPromote(PromoteMessage.getDefaultInstance());
    }

    @Test
    void anUnknownModeDoesNotHandTheChoiceBack() {
        byte[] bytes = ControlMessage.newBuilder()
                .setVersion(1)
                .setOperatorMode(OperatorModeMessage.newBuilder().setModeValue(9))
                .build()
                .toByteArray();
        refused("unknown mode", () -> ControlCodec.decode(bytes));
    }

    @Test
    void aCommandOfALaterReleaseIsUnknown() {
        byte[] bytes = ControlMessage.newBuilder().setVersion(1).build().toByteArray();
        refused("no known command", () -> ControlCodec.decode(bytes));
    }

    @Test
    void aCommandWithANegativeVersionIsRefused() {
        byte[] bytes = ControlMessage.newBuilder()
                .setVersion(-1)
                .setAutomaticMode(AutomaticModeMessage.newBuilder().setMode(ModeCode.MODE_RULES))
                .build()
                .toByteArray();
        refused("version must not be negative, was -1", () -> ControlCodec.decode(bytes));
    }

    @Test
    void aModelOrderOfALaterReleaseIsUnknown() {
        refused("no known model order", () -> ControlCodec.decode(order(ModelOrderMessage.newBuilder())));
    }

    @Test
    void aRolloutShareAboveOneIsRefused() {
        var stage = ModelOrderMessage.newBuilder()
                .setStage(StageMessage.newBuilder().setShare(1.5));
        refused("share must be above 0 and at most 1, was 1.5", () -> ControlCodec.decode(order(stage)));
    }

    private static byte[] order(ModelOrderMessage.Builder order) {
        return ControlMessage.newBuilder()
                .setVersion(1)
                .setModelOrder(order)
                .build()
                .toByteArray();
    }

    @Test
    void aReadingOfNothingIsRefused() {
        byte[] bytes = SignalMessage.newBuilder()
                .setDriftReading(DriftReadingMessage.newBuilder().setPsi(0.1))
                .build()
                .toByteArray();
        refused("sample sizes must be positive, were 0 and 0 in the reference", () -> SignalCodec.decode(bytes));
    }

    @Test
    void aSignalOfALaterReleaseIsUnknown() {
        byte[] bytes = SignalMessage.newBuilder().setTimeMillis(1).build().toByteArray();
        refused("no known kind of signal", () -> SignalCodec.decode(bytes));
    }

    @Test
    void aDeadLetterKeepsTheBeginningOfALongValue() throws Exception {
        byte[] value = new byte[100_000];
        value[DeadLetter.MAX_PAYLOAD_BYTES - 1] = 1;
        var letter = DeadLetter.of("exchange.events", 0, 0, "value of 100000 bytes", value);
        assertThat(DeadLetterCodec.decode(DeadLetterCodec.encode(letter))).isEqualTo(letter);
        assertThat(letter.payload()).hasSize(DeadLetter.MAX_PAYLOAD_BYTES).endsWith(1);
    }

    private static DecisionMessage.Builder decision() {
        return DecisionMessage.newBuilder()
                .setEventId(1)
                .setUserId(2)
                .setAction(ActionCode.ACTION_ALLOW)
                .setDecidedBy(DecidedByCode.DECIDED_BY_MODEL)
                .setMode(ModeCode.MODE_MODEL);
    }

    private static void refused(String reason, RefusedDecoding decoding) {
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(decoding::decode)
                .withMessage(reason);
    }

    private interface RefusedDecoding {
        void decode() throws MalformedMessageException;
    }
}
