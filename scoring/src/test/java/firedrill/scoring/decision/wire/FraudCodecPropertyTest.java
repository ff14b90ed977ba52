package firedrill.scoring.decision.wire;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.wire.MalformedMessageException;
import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.DeadLetter;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.ShadowScore;
import firedrill.scoring.decision.Signal;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The laws of the codecs: what goes out comes back, and no bytes raise anything but the one checked exception. */
class FraudCodecPropertyTest {

    @Property(tries = 400)
    void everyDecisionComesBackAsItWas(@ForAll("decisions") Decision decision) throws MalformedMessageException {
        byte[] bytes = DecisionCodec.encode(decision);
        assertThat(DecisionCodec.decode(bytes)).isEqualTo(decision);
        assertThat(DecisionCodec.decodeAnswer(bytes)).isEqualTo(decision.answer());
    }

    @Property(tries = 400)
    void everyCommandComesBackAsItWas(@ForAll("commands") ControlCommand command) throws MalformedMessageException {
        assertThat(ControlCodec.decode(ControlCodec.encode(command))).isEqualTo(command);
    }

    @Property(tries = 400)
    void everySignalComesBackAsItWas(@ForAll("signals") Signal signal) throws MalformedMessageException {
        assertThat(SignalCodec.decode(SignalCodec.encode(signal))).isEqualTo(signal);
    }

    @Property(tries = 400)
    void everyDeadLetterComesBackAsItWas(@ForAll("deadLetters") DeadLetter letter) throws MalformedMessageException {
        assertThat(DeadLetterCodec.decode(DeadLetterCodec.encode(letter))).isEqualTo(letter);
    }

    @Property(tries = 400)
    void everyShadowScoreComesBackAsItWas(@ForAll("shadowScores") ShadowScore score) throws MalformedMessageException {
        assertThat(ShadowCodec.decode(ShadowCodec.encode(score))).isEqualTo(score);
    }

    @Property(tries = 400)
    void randomBytesAreReadOrRefusedButNeverThrowAnythingElse(@ForAll byte[] bytes) {
        readAsEverything(bytes);
    }

    @Property(tries = 400)
    void truncatedMessagesAreReadOrRefusedButNeverThrowAnythingElse(
            @ForAll("messages") byte[] message, @ForAll @IntRange(max = 400) int length) {
        readAsEverything(Arrays.copyOf(message, Math.min(length, message.length)));
    }

    @Property(tries = 400)
    void flippedBitsAreReadOrRefusedButNeverThrowAnythingElse(
            @ForAll("messages") byte[] message, @ForAll @IntRange(max = 4_000) int bit) {
        byte[] flipped = message.clone();
        flipped[bit / 8 % message.length] ^= (byte) (1 << bit % 8);
        readAsEverything(flipped);
    }

    private static void readAsEverything(byte[] bytes) {
        boolean decision = isRead(() -> DecisionCodec.decode(bytes));
        boolean answer = isRead(() -> DecisionCodec.decodeAnswer(bytes));
        assertThat(answer || !decision)
                .as("whoever can read the decision can read its answer")
                .isTrue();
        isRead(() -> ControlCodec.decode(bytes));
        isRead(() -> SignalCodec.decode(bytes));
        isRead(() -> DeadLetterCodec.decode(bytes));
        isRead(() -> ShadowCodec.decode(bytes));
    }

    private static boolean isRead(PropertyDecoding decoding) {
        try {
            assertThat(decoding.decode()).isNotNull();
            return true;
        } catch (MalformedMessageException refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return false;
        }
    }

    private interface PropertyDecoding {
        Object decode() throws MalformedMessageException;
    }

    @Provide
    Arbitrary<Decision> decisions() {
        return ArbitraryMessages.decision();
    }

    @Provide
    Arbitrary<ControlCommand> commands() {
        return ArbitraryMessages.command();
    }

    @Provide
    Arbitrary<Signal> signals() {
        return ArbitraryMessages.signal();
    }

    @Provide
    Arbitrary<DeadLetter> deadLetters() {
        return ArbitraryMessages.deadLetter();
    }

    @Provide
    Arbitrary<ShadowScore> shadowScores() {
        return ArbitraryMessages.shadowScore();
    }

    @Provide
    Arbitrary<byte[]> messages() {
        return Arbitraries.oneOf(
                ArbitraryMessages.decision().map(DecisionCodec::encode),
                ArbitraryMessages.command().map(ControlCodec::encode),
                ArbitraryMessages.signal().map(SignalCodec::encode),
                ArbitraryMessages.deadLetter().map(DeadLetterCodec::encode),
                ArbitraryMessages.shadowScore().map(ShadowCodec::encode));
    }
}
