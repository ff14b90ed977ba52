package firedrill.scoring.job;

import firedrill.ingest.event.EventCodec;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.MalformedEventException;
import firedrill.scoring.decision.Timing;
import firedrill.scoring.feature.Entities;
import firedrill.scoring.feature.EventFeatures;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.feature.UserState;

/**
 * An event on its way through the keyed hops: its bytes, what routes it, and its features so far.
 *
 * <p>A Flink POJO, because it crosses the network between hops; the event itself is decoded again at each hop, which is
 * cheaper than to carry it as an object graph.
 */
public final class InFlight {

    /** 0 for none, as in the event. */
    public long userId;

    public long deviceId;
    public long networkId;
    /** Known once the user hop has told whose money it is. */
    public long sourceId;

    public long addressId;
    public long symbolId;
    /** Whether somebody waits for an answer. */
    public boolean awaitsAnswer;
    /** Wall clock, epoch microseconds. */
    public long publishedMicros;
    /** When the first operator had it; wall clock, epoch microseconds. */
    public long arrivedMicros;
    /** As published; it was decoded once already. */
    public byte[] payload = {};
    /** Shape {@code [Feature.COUNT]}; each hop fills its own slots. */
    public double[] features = {};

    /** The event of a record that the decoder accepted, before the first hop. */
    static InFlight of(ExchangeEvent event, byte[] payload, long publishedMicros, long arrivedMicros) {
        InFlight inFlight = new InFlight();
        inFlight.userId = event.userId();
        inFlight.deviceId = event.deviceId();
        inFlight.networkId = Entities.networkOf(event);
        inFlight.addressId = Entities.addressOf(event);
        inFlight.symbolId = Entities.thinSymbolOf(event);
        inFlight.awaitsAnswer = event.awaitsAnswer();
        inFlight.publishedMicros = publishedMicros;
        inFlight.arrivedMicros = arrivedMicros;
        inFlight.payload = payload;
        inFlight.features = new double[Feature.COUNT];
        EventFeatures.fill(event, inFlight.features);
        return inFlight;
    }

    ExchangeEvent event() {
        try {
            return EventCodec.decode(payload);
        } catch (MalformedEventException impossible) {
            throw new IllegalStateException("these bytes were decoded before", impossible);
        }
    }

    /** The user hop: it also tells whose money the user has, which only its memory knows. */
    static void ofUser(UserState user, InFlight event) {
        ExchangeEvent decoded = event.event();
        user.observe(decoded, event.features);
        event.sourceId = Entities.sourceOf(decoded, user.sourceId());
    }

    boolean hasAddress() {
        return addressId != 0;
    }

    boolean hasSymbol() {
        return symbolId != 0;
    }

    boolean asks() {
        return awaitsAnswer;
    }

    /** Whether a hop after the user's has a memory for it. */
    boolean goesOn() {
        return deviceId != 0 || sourceId != 0;
    }

    /** An order in a coin that everybody trades: decided as soon as its device is known. */
    boolean asksWithoutMore() {
        return awaitsAnswer && !hasAddress() && !hasSymbol();
    }

    /** Everything but orders, as far as there is something to ask or to remember. */
    boolean hasNetworkOrSource() {
        return networkId != 0 || sourceId != 0 || hasAddress();
    }

    boolean hasSourceOrAddress() {
        return sourceId != 0 || hasAddress();
    }

    /** {@code entityId}, or one of the user's own if there is none: what only passes a hop must not crowd one place. */
    long keyOr(long entityId) {
        return entityId != 0 ? entityId : -userId;
    }

    /** Where the time went; clocks that disagree never make a stage shorter than nothing. */
    Timing timing(long decidingMicros, long decidedMicros) {
        return new Timing(
                Math.max(0, arrivedMicros - publishedMicros),
                Math.max(0, decidingMicros - arrivedMicros),
                Math.max(0, decidedMicros - decidingMicros));
    }
}
