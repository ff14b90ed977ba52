package firedrill.scoring.decision.wire;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.wire.MalformedMessageException;
import firedrill.ingest.event.wire.WireFixture;
import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.DeadLetter;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.ShadowScore;
import firedrill.scoring.decision.Signal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * Properties of the codecs: decoding inverts encoding, and any bytes are decoded or refused by the checked exception.
 */
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
    void everySignalSurvivesARoundTrip(@ForAll("signals") Signal signal) throws MalformedMessageException {
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
    void randomBytesAreDecodedOrRefused(@ForAll byte[] bytes) {
        decodeAsEveryKind(bytes);
    }

    @Property(tries = 400)
    void truncatedMessagesAreDecodedOrRefused(
            @ForAll("messages") byte[] message, @ForAll @IntRange(max = 400) int length) {
        decodeAsEveryKind(WireFixture.truncate(message, length));
    }

    @Property(tries = 400)
    void flippedBitsAreDecodedOrRefused(@ForAll("messages") byte[] message, @ForAll @IntRange(max = 4_000) int bit) {
        decodeAsEveryKind(WireFixture.flipBit(message, bit));
    }

    private static void decodeAsEveryKind(byte[] bytes) {
        boolean decision = WireFixture.isDecoded(() -> DecisionCodec.decode(bytes));
        boolean answer = WireFixture.isDecoded(() -> DecisionCodec.decodeAnswer(bytes));
        assertThat(answer || !decision)
                .as("a decision that is decoded has an answer that is decoded")
                .isTrue();
        WireFixture.isDecoded(() -> ControlCodec.decode(bytes));
        WireFixture.isDecoded(() -> SignalCodec.decode(bytes));
        WireFixture.isDecoded(() -> DeadLetterCodec.decode(bytes));
        WireFixture.isDecoded(() -> ShadowCodec.decode(bytes));
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
