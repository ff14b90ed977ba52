package firedrill.scoring.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import firedrill.ingest.event.Answer;
import firedrill.scoring.decision.ControlCommand.AutomaticMode;
import firedrill.scoring.decision.ControlCommand.OperatorMode;
import firedrill.scoring.decision.Signal.DriftReading;
import firedrill.scoring.decision.Signal.ModeChange;
import firedrill.scoring.decision.wire.ControlMessage;
import firedrill.scoring.decision.wire.SignalMessage;
import firedrill.scoring.feature.FeatureVector;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Bytes written by release 0.1.0, one file per kind of message, must be read for ever as what they meant then.
 *
 * <p>The files in {@code wire} are never rewritten; a new field gets a new file.
 */
class WireFixtureTest {

    private static final long TIME = 1_767_225_600_123L;
    private static final DriftReading READING = new DriftReading(TIME - 60_000, 0.31, 0.056, 1_000, 20_000);

    private static final Decision DECISION = new Decision(
            Answer.hold(105, 3_600_000),
            7,
            TIME,
            0.0625,
            DecidedBy.RULES_AT_DEADLINE,
            Mode.MODEL,
            3,
            List.of("withdraws 96 % of the balance", "device never seen before"),
            List.of("fresh-credentials-new-address"),
            new Versions("0123456789ab", "123456789abc", "23456789abcd", "3456789abcde"),
            FeatureVector.of(new double[] {0, -1.5, 2e9}),
            new Timing(900, 350, 12));

    private static final Map<String, ControlCommand> COMMANDS = Map.of(
            "automatic_mode", new AutomaticMode(4, TIME, "monitor", "psi 0.31 above 0.25", Mode.RULES),
            "operator_mode", new OperatorMode(5, TIME, "ana", "market, not fraud", Optional.of(Mode.MODEL)));

    private static final Map<String, Signal> SIGNALS = Map.of(
            "drift_reading",
            READING,
            "mode_change",
            new ModeChange(TIME, Mode.MODEL, Mode.RULES, "monitor", "psi 0.31", Optional.of(READING)));

    private static final DeadLetter LETTER =
            DeadLetter.of("exchange.events", 3, 41, "no known kind of event", new byte[] {8, 1, -1});

    /** Field 900, a varint of 1: what a later release might add. */
    private static final byte[] LATER_FIELD = HexFormat.of().parseHex("a03801");

    @Test
    void anOldDecisionIsReadAsWhatItMeant() throws Exception {
        assertThat(DecisionCodec.decode(old("decision"))).isEqualTo(DECISION);
        assertThat(DecisionCodec.decodeAnswer(old("decision"))).isEqualTo(DECISION.answer());
    }

    @Test
    void oldCommandsAreReadAsWhatTheyMeant() throws Exception {
        for (var entry : COMMANDS.entrySet()) {
            assertThat(ControlCodec.decode(old(entry.getKey()))).isEqualTo(entry.getValue());
        }
    }

    @Test
    void anOldCommandThatPinsNothingHandsTheChoiceBack() throws Exception {
        assertThat(ControlCodec.decode(old("operator_mode_released")))
                .isEqualTo(new OperatorMode(6, TIME, "ana", "calm again", Optional.empty()));
    }

    @Test
    void oldSignalsAreReadAsWhatTheyMeant() throws Exception {
        for (var entry : SIGNALS.entrySet()) {
            assertThat(SignalCodec.decode(old(entry.getKey()))).isEqualTo(entry.getValue());
        }
    }

    @Test
    void anOldDeadLetterIsReadAsWhatItMeant() throws Exception {
        assertThat(DeadLetterCodec.decode(old("dead_letter"))).isEqualTo(LETTER);
    }

    @Test
    void everyKindOnTheWireHasOldBytes() {
        assertThat(COMMANDS.keySet()).isEqualTo(kinds(ControlMessage.getDescriptor()));
        assertThat(SIGNALS.keySet()).isEqualTo(kinds(SignalMessage.getDescriptor()));
    }

    @Test
    void aFieldOfALaterReleaseIsIgnored() throws Exception {
        assertThat(DecisionCodec.decode(extended(old("decision")))).isEqualTo(DECISION);
        assertThat(DecisionCodec.decodeAnswer(extended(old("decision")))).isEqualTo(DECISION.answer());
        for (var entry : COMMANDS.entrySet()) {
            assertThat(ControlCodec.decode(extended(old(entry.getKey())))).isEqualTo(entry.getValue());
        }
        for (var entry : SIGNALS.entrySet()) {
            assertThat(SignalCodec.decode(extended(old(entry.getKey())))).isEqualTo(entry.getValue());
        }
        assertThat(DeadLetterCodec.decode(extended(old("dead_letter")))).isEqualTo(LETTER);
    }

    private static Set<String> kinds(Descriptor message) {
        return message.getOneofs().get(0).getFields().stream()
                .map(FieldDescriptor::getName)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static byte[] extended(byte[] message) {
        byte[] longer = Arrays.copyOf(message, message.length + LATER_FIELD.length);
        System.arraycopy(LATER_FIELD, 0, longer, message.length, LATER_FIELD.length);
        return longer;
    }

    private static byte[] old(String kind) throws IOException {
        try (InputStream hex = WireFixtureTest.class.getResourceAsStream("/wire/" + kind + ".hex")) {
            byte[] text = Objects.requireNonNull(hex, kind).readAllBytes();
            return HexFormat.of().parseHex(new String(text, StandardCharsets.US_ASCII).strip());
        }
    }
}
