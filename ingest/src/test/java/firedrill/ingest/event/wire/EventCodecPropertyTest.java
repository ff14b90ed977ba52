package firedrill.ingest.event.wire;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Truth;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** The laws of the codecs: what goes out comes back, and no bytes raise anything but the one checked exception. */
class EventCodecPropertyTest {

    @Property
    void everyEventComesBackAsItWas(@ForAll("events") ExchangeEvent event) throws MalformedMessageException {
        assertThat(EventCodec.decode(EventCodec.encode(event))).isEqualTo(event);
    }

    @Property
    void everyOutcomeComesBackAsItWas(@ForAll("outcomes") Outcome outcome) throws MalformedMessageException {
        assertThat(OutcomeCodec.decode(OutcomeCodec.encode(outcome))).isEqualTo(outcome);
    }

    @Property
    void everyTruthComesBackAsItWas(@ForAll("truths") Truth truth) throws MalformedMessageException {
        assertThat(TruthCodec.decode(TruthCodec.encode(truth))).isEqualTo(truth);
    }

    @Property
    void randomBytesAreReadOrRefusedButNeverThrowAnythingElse(@ForAll byte[] bytes) {
        readAsEverything(bytes);
    }

    @Property
    void truncatedMessagesAreReadOrRefusedButNeverThrowAnythingElse(
            @ForAll("messages") byte[] message, @ForAll @IntRange(max = 200) int length) {
        readAsEverything(Arrays.copyOf(message, Math.min(length, message.length)));
    }

    @Property
    void flippedBitsAreReadOrRefusedButNeverThrowAnythingElse(
            @ForAll("messages") byte[] message, @ForAll @IntRange(max = 2_000) int bit) {
        byte[] flipped = message.clone();
        flipped[bit / 8 % message.length] ^= (byte) (1 << bit % 8);
        readAsEverything(flipped);
    }

    private static void readAsEverything(byte[] bytes) {
        refusedAtMost(() -> EventCodec.decode(bytes));
        refusedAtMost(() -> OutcomeCodec.decode(bytes));
        refusedAtMost(() -> TruthCodec.decode(bytes));
    }

    private static void refusedAtMost(Decoding decoding) {
        try {
            assertThat(decoding.decode()).isNotNull();
        } catch (MalformedMessageException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    private interface Decoding {
        Object decode() throws MalformedMessageException;
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
