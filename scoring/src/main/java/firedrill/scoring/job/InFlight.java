package firedrill.scoring.job;

import firedrill.ingest.event.EventCodec;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.MalformedEventException;
import firedrill.scoring.decision.Timing;
import firedrill.scoring.feature.Entities;
import firedrill.scoring.feature.EventFeatures;
import firedrill.scoring.feature.Feature;

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
    public long addressId;
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
        inFlight.addressId = Entities.addressOf(event);
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

    boolean hasDevice() {
        return deviceId != 0;
    }

    boolean hasAddress() {
        return addressId != 0;
    }

    boolean asks() {
        return awaitsAnswer;
    }

    boolean asksWithoutAddress() {
        return awaitsAnswer && !hasAddress();
    }

    /** Where the time went; clocks that disagree never make a stage shorter than nothing. */
    Timing timing(long decidingMicros, long decidedMicros) {
        return new Timing(
                Math.max(0, arrivedMicros - publishedMicros),
                Math.max(0, decidingMicros - arrivedMicros),
                Math.max(0, decidedMicros - decidingMicros));
    }
}
