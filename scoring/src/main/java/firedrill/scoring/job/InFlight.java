package firedrill.scoring.job;

import firedrill.ingest.event.EventCodec;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.MalformedEventException;
import firedrill.scoring.cluster.ClusterWatch;
import firedrill.scoring.decision.Timing;
import firedrill.scoring.feature.Entities;
import firedrill.scoring.feature.EventFeatures;
import firedrill.scoring.feature.Fading;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.feature.Label;
import firedrill.scoring.feature.UserState;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way through the keyed hops: its bytes, what routes it, and its features so far; or the label of an earlier
 * event, on its way to what that event went through.
 *
 * <p>A Flink POJO, because it crosses the network between hops; the event itself is decoded again at each hop, which is
 * cheaper than to carry it as an object graph.
 */
public final class InFlight {

    /** 0 for none, as in the event. */
    public long userId;

    /** Of the event; 0 for a label. */
    public long timeMillis;

    public long deviceId;
    public long networkId;
    /** Known once the user hop has told whose money it is. */
    public long sourceId;

    public long addressId;
    public long symbolId;
    /** Whether it ties its user to a thing; false for a label. */
    public boolean ties;
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
    /** Of a label, the event that was fraud; 0 for an event. */
    public long labelledEventId;
    /** Of a label, when that event happened; known once the user hop has told. */
    public long labelledMillis;
    /** Of a label, from when on it counts. */
    public long countsFromMillis;

    /** The event of a record that the decoder accepted, before the first hop. */
    static InFlight of(ExchangeEvent event, byte[] payload, long publishedMicros, long arrivedMicros) {
        InFlight inFlight = new InFlight();
        inFlight.userId = event.userId();
        inFlight.timeMillis = event.timeMillis();
        inFlight.deviceId = event.deviceId();
        inFlight.networkId = Entities.networkOf(event);
        inFlight.addressId = Entities.addressOf(event);
        inFlight.symbolId = Entities.thinSymbolOf(event);
        inFlight.ties = ClusterWatch.concerns(event);
        inFlight.awaitsAnswer = event.awaitsAnswer();
        inFlight.publishedMicros = publishedMicros;
        inFlight.arrivedMicros = arrivedMicros;
        inFlight.payload = payload;
        inFlight.features = new double[Feature.COUNT];
        EventFeatures.fill(event, inFlight.features);
        return inFlight;
    }

    /** The label of a user's event, before the user hop. */
    static InFlight ofLabel(long userId, long eventId, long countsFromMillis) {
        InFlight label = new InFlight();
        label.userId = userId;
        label.labelledEventId = eventId;
        label.countsFromMillis = countsFromMillis;
        return label;
    }

    private InFlight routed(Label label) {
        labelledMillis = label.eventMillis();
        deviceId = label.deviceId();
        networkId = label.networkId();
        sourceId = label.sourceId();
        addressId = label.addressId();
        return this;
    }

    boolean isLabel() {
        return labelledEventId != 0;
    }

    /** Whether {@code known} was forgotten by the time of this event. */
    boolean isStrangerTo(Object known) {
        return !isLabel() && known instanceof Fading fading && fading.isForgotten(timeMillis);
    }

    Label label() {
        return new Label(labelledMillis, countsFromMillis, deviceId, networkId, sourceId, addressId);
    }

    ExchangeEvent event() {
        try {
            return EventCodec.decode(payload);
        } catch (MalformedEventException impossible) {
            throw new IllegalStateException("these bytes were decoded before", impossible);
        }
    }

    /**
     * The user hop: it also tells whose money the user has, and what a labelled event went through, which only its memory
     * knows.
     *
     * @return the label that had come before the event and follows it now; null as a rule
     */
    static @Nullable InFlight ofUser(UserState user, InFlight passing) {
        if (passing.isLabel()) {
            Label known = user.learn(passing.labelledEventId, passing.countsFromMillis);
            if (known != null) {
                passing.routed(known);
            }
            return null;
        }
        ExchangeEvent decoded = passing.event();
        user.observe(decoded, passing.features);
        passing.sourceId = Entities.sourceOf(decoded, user.sourceId());
        Label early = user.labelOf(decoded);
        return early == null
                ? null
                : ofLabel(passing.userId, decoded.id(), early.countsFromMillis())
                        .routed(early);
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

    boolean tiesOrLabels() {
        return ties || isLabel();
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
