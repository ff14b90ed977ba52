package firedrill.scoring.job.operator;

import firedrill.ingest.event.DecisionRequest;
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
 * An event between the keyed operators: its bytes, its routing keys and its features so far; or the label of an earlier
 * event, which takes the path of that event.
 *
 * <p>A Flink POJO, because it crosses the network between operators; each operator decodes the event again, which is
 * cheaper than serialising an object graph.
 */
public final class EnrichedEvent {

    /** Ids are 0 for none, as in the event. */
    public long userId;

    /** Simulated time of the event; 0 for a label. */
    public long timeMillis;

    public long deviceId;
    public long networkId;
    /** Set by the user operator, whose state holds the source of the user's funds. */
    public long sourceId;

    public long addressId;
    public long symbolId;
    /** Whether it links its user to an entity; false for a label. */
    public boolean linksEntities;
    /** Whether it awaits a decision. */
    public boolean awaitsAnswer;
    /** Wall clock, epoch microseconds. */
    public long publishedMicros;
    /** Arrival at the first operator; wall clock, epoch microseconds. */
    public long arrivedMicros;
    /** The event as published; the first operator has checked that it decodes. */
    public byte[] payload = {};
    /** Shape {@code [Feature.COUNT]}; each operator fills the features of its entity. */
    public double[] features = {};
    /** Id of the fraudulent event of a label; 0 for an event. */
    public long labelledEventId;
    /** Simulated time of the fraudulent event of a label; set by the user operator. */
    public long labelledEventMillis;
    /** Simulated time from which a label takes effect. */
    public long effectiveFromMillis;

    /** A decoded event, before the first keyed operator. */
    static EnrichedEvent of(ExchangeEvent event, byte[] payload, long publishedMicros, long arrivedMicros) {
        EnrichedEvent enriched = new EnrichedEvent();
        enriched.userId = event.userId();
        enriched.timeMillis = event.timeMillis();
        enriched.deviceId = event.deviceId();
        enriched.networkId = EventEntities.networkOf(event);
        enriched.addressId = event.addressId();
        enriched.symbolId = EventEntities.illiquidSymbolOf(event);
        enriched.linksEntities = ClusterDetector.isRelevant(event);
        enriched.awaitsAnswer = event.requiresDecision();
        enriched.publishedMicros = publishedMicros;
        enriched.arrivedMicros = arrivedMicros;
        enriched.payload = payload;
        enriched.features = new double[Feature.COUNT];
        EventFeatures.fill(event, enriched.features);
        return enriched;
    }

    /** The label of a user's event, before the user operator. */
    static EnrichedEvent ofLabel(long userId, long eventId, long effectiveFromMillis) {
        EnrichedEvent label = new EnrichedEvent();
        label.userId = userId;
        label.labelledEventId = eventId;
        label.effectiveFromMillis = effectiveFromMillis;
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

    /** Whether {@code state} has expired by the time of this event. */
    boolean isStateExpired(Object state) {
        return !isLabel() && state instanceof Expiring expiring && expiring.isExpired(timeMillis);
    }

    Label label() {
        return new Label(labelledEventMillis, effectiveFromMillis, deviceId, networkId, sourceId, addressId);
    }

    ExchangeEvent event() {
        try {
            return EventCodec.decode(payload);
        } catch (MalformedMessageException e) {
            throw new IllegalStateException("the event does not decode a second time", e);
        }
    }

    /** The event as a request; to be called only if it awaits a decision. */
    DecisionRequest request() {
        try {
            return EventCodec.decodeRequest(payload);
        } catch (MalformedMessageException e) {
            throw new IllegalStateException("an event that awaits a decision does not decode as a request", e);
        }
    }

    /**
     * Updates the user's state, and sets the source of the user's funds and the path of a label, which only that state
     * holds.
     *
     * @return the label that arrived before its event and follows it now; mostly null
     */
    public static @Nullable EnrichedEvent updateUser(UserState user, EnrichedEvent event) {
        if (event.isLabel()) {
            Label path = user.applyLabel(event.labelledEventId, event.effectiveFromMillis);
            if (path != null) {
                event.route(path);
            }
            return null;
        }
        ExchangeEvent decoded = event.event();
        user.observe(decoded, event.features);
        event.sourceId = EventEntities.sourceOf(decoded, user.sourceId());
        Label early = user.takePendingLabel(decoded);
        return early == null
                ? null
                : ofLabel(event.userId, decoded.id(), early.effectiveFromMillis())
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

    /** Whether an operator after the user's keeps state for it. */
    public boolean hasDeviceOrSource() {
        return deviceId != 0 || sourceId != 0;
    }

    /** An order in a liquid coin: decided after the device operator. */
    public boolean isCompleteAfterDevice() {
        return awaitsAnswer && !hasAddress() && !hasSymbol();
    }

    /** Whether the network operator or a later one keeps state for it. */
    public boolean hasNetworkOrSource() {
        return networkId != 0 || sourceId != 0 || hasAddress();
    }

    public boolean hasSourceOrAddress() {
        return sourceId != 0 || hasAddress();
    }

    /**
     * {@code entityId}, or a key of the user if there is none, so that events without the entity spread over the
     * partitions.
     */
    public long partitionKey(long entityId) {
        return entityId != 0 ? entityId : -userId;
    }

    /** Wall time per stage, at least 0 even if clocks differ. */
    StageTimings timing(long decidingMicros, long decidedMicros) {
        return new StageTimings(
                Math.max(0, arrivedMicros - publishedMicros),
                Math.max(0, decidingMicros - arrivedMicros),
                Math.max(0, decidedMicros - decidingMicros));
    }
}
