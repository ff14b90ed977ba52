package firedrill.scoring.job.operator;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.wire.EventCodec;
import firedrill.ingest.event.wire.MalformedMessageException;
import firedrill.scoring.decision.StageTimings;
import firedrill.scoring.feature.EventFeatures;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.feature.UserState;
import firedrill.scoring.feature.state.EventEntities;
import firedrill.scoring.feature.state.Expiring;
import firedrill.scoring.feature.state.Label;
import firedrill.scoring.graph.ClusterDetector;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way through the keyed hops: its bytes, what routes it, and its features so far; or the label of an earlier
 * event, on its way to what that event went through.
 *
 * <p>A Flink POJO, because it crosses the network between hops; the event itself is decoded again at each hop, which is
 * cheaper than to carry it as an object graph.
 */
public final class EnrichedEvent {

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
    public boolean linksEntities;
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
    public long labelledEventMillis;
    /** Of a label, from when on it counts. */
    public long effectiveFromMillis;

    /** The event of a record that the decoder accepted, before the first hop. */
    static EnrichedEvent of(ExchangeEvent event, byte[] payload, long publishedMicros, long arrivedMicros) {
        EnrichedEvent inFlight = new EnrichedEvent();
        inFlight.userId = event.userId();
        inFlight.timeMillis = event.timeMillis();
        inFlight.deviceId = event.deviceId();
        inFlight.networkId = EventEntities.networkOf(event);
        inFlight.addressId = EventEntities.addressOf(event);
        inFlight.symbolId = EventEntities.illiquidSymbolOf(event);
        inFlight.linksEntities = ClusterDetector.isRelevant(event);
        inFlight.awaitsAnswer = event.requiresDecision();
        inFlight.publishedMicros = publishedMicros;
        inFlight.arrivedMicros = arrivedMicros;
        inFlight.payload = payload;
        inFlight.features = new double[Feature.COUNT];
        EventFeatures.fill(event, inFlight.features);
        return inFlight;
    }

    /** The label of a user's event, before the user hop. */
    static EnrichedEvent ofLabel(long userId, long eventId, long countsFromMillis) {
        EnrichedEvent label = new EnrichedEvent();
        label.userId = userId;
        label.labelledEventId = eventId;
        label.effectiveFromMillis = countsFromMillis;
        return label;
    }

    private EnrichedEvent route(Label label) {
        labelledEventMillis = label.eventMillis();
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
    boolean isStateExpired(Object known) {
        return !isLabel() && known instanceof Expiring fading && fading.isExpired(timeMillis);
    }

    Label label() {
        return new Label(labelledEventMillis, effectiveFromMillis, deviceId, networkId, sourceId, addressId);
    }

    ExchangeEvent event() {
        try {
            return EventCodec.decode(payload);
        } catch (MalformedMessageException impossible) {
            throw new IllegalStateException("these bytes were decoded before", impossible);
        }
    }

    /**
     * The user hop: it also tells whose money the user has, and what a labelled event went through, which only its memory
     * knows.
     *
     * @return the label that had come before the event and follows it now; null as a rule
     */
    static @Nullable public EnrichedEvent updateUser(UserState user, EnrichedEvent passing) {
        if (passing.isLabel()) {
            Label known = user.applyLabel(passing.labelledEventId, passing.effectiveFromMillis);
            if (known != null) {
                passing.route(known);
            }
            return null;
        }
        ExchangeEvent decoded = passing.event();
        user.observe(decoded, passing.features);
        passing.sourceId = EventEntities.sourceOf(decoded, user.sourceId());
        Label early = user.takePendingLabel(decoded);
        return early == null
                ? null
                : ofLabel(passing.userId, decoded.id(), early.effectiveFromMillis())
                        .route(early);
    }

    public boolean hasAddress() {
        return addressId != 0;
    }

    public boolean hasSymbol() {
        return symbolId != 0;
    }

    public boolean awaitsDecision() {
        return awaitsAnswer;
    }

    public boolean isGraphInput() {
        return linksEntities || isLabel();
    }

    /** Whether a hop after the user's has a memory for it. */
    public boolean hasDeviceOrSource() {
        return deviceId != 0 || sourceId != 0;
    }

    /** An order in a coin that everybody trades: decided as soon as its device is known. */
    public boolean isCompleteAfterDevice() {
        return awaitsAnswer && !hasAddress() && !hasSymbol();
    }

    /** Everything but orders, as far as there is something to ask or to remember. */
    public boolean hasNetworkOrSource() {
        return networkId != 0 || sourceId != 0 || hasAddress();
    }

    public boolean hasSourceOrAddress() {
        return sourceId != 0 || hasAddress();
    }

    /** {@code entityId}, or one of the user's own if there is none: what only passes a hop must not crowd one place. */
    public long partitionKey(long entityId) {
        return entityId != 0 ? entityId : -userId;
    }

    /** Where the time went; clocks that disagree never make a stage shorter than nothing. */
    StageTimings timing(long decidingMicros, long decidedMicros) {
        return new StageTimings(
                Math.max(0, arrivedMicros - publishedMicros),
                Math.max(0, decidingMicros - arrivedMicros),
                Math.max(0, decidedMicros - decidingMicros));
    }
}
