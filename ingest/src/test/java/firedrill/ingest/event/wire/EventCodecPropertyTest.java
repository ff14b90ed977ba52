package firedrill.ingest.event.wire;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Truth;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** Properties of the codecs: decoding inverts encoding, and any bytes are decoded or refused by the checked exception. */
class EventCodecPropertyTest {

    @Property
    void everyEventSurvivesARoundTrip(@ForAll("events") ExchangeEvent event) throws MalformedMessageException {
        assertThat(EventCodec.decode(EventCodec.encode(event))).isEqualTo(event);
    }

    @Property
    void everyOutcomeSurvivesARoundTrip(@ForAll("outcomes") Outcome outcome) throws MalformedMessageException {
        assertThat(OutcomeCodec.decode(OutcomeCodec.encode(outcome))).isEqualTo(outcome);
    }

    @Property
    void everyTruthSurvivesARoundTrip(@ForAll("truths") Truth truth) throws MalformedMessageException {
        assertThat(TruthCodec.decode(TruthCodec.encode(truth))).isEqualTo(truth);
    }

    @Property
    void randomBytesAreDecodedOrRefused(@ForAll byte[] bytes) {
        decodeAsEveryKind(bytes);
    }

    @Property
    void truncatedMessagesAreDecodedOrRefused(
            @ForAll("messages") byte[] message, @ForAll @IntRange(max = 200) int length) {
        decodeAsEveryKind(WireFixture.truncate(message, length));
    }

    @Property
    void flippedBitsAreDecodedOrRefused(@ForAll("messages") byte[] message, @ForAll @IntRange(max = 2_000) int bit) {
        decodeAsEveryKind(WireFixture.flipBit(message, bit));
    }

    private static void decodeAsEveryKind(byte[] bytes) {
        WireFixture.isDecoded(() -> EventCodec.decode(bytes));
        WireFixture.isDecoded(() -> OutcomeCodec.decode(bytes));
        WireFixture.isDecoded(() -> TruthCodec.decode(bytes));
    }

    @Provide
    Arbitrary<ExchangeEvent> events() {
        return EventArbitraries.event();
    }

    @Provide
    Arbitrary<Outcome> outcomes() {
        return EventArbitraries.outcome();
    }

    @Provide
    Arbitrary<Truth> truths() {
        return EventArbitraries.truth();
    }

    @Provide
    Arbitrary<byte[]> messages() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, EventArbitraries.event().map(EventCodec::encode)),
                Tuple.of(2, EventArbitraries.outcome().map(OutcomeCodec::encode)),
                Tuple.of(1, EventArbitraries.truth().map(TruthCodec::encode)));
    }
}
