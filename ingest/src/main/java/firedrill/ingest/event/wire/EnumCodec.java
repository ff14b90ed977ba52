package firedrill.ingest.event.wire;

import com.google.protobuf.Internal.EnumLite;
import java.util.EnumMap;
import java.util.Map;

/**
 * Pairs our enum {@code J} with its twin {@code W} on the wire, by name: {@code RETAIL} is {@code TIER_RETAIL}.
 *
 * <p>A constant of ours without a twin fails when the codec's class is loaded, so it cannot reach a topic.
 */
final class EnumCodec<J extends Enum<J>, W extends Enum<W> & EnumLite> {

    private final String name;
    private final Map<J, W> toWire;
    private final Map<W, J> fromWire;

    EnumCodec(String name, Class<J> ours, Class<W> wire, String prefix) {
        this.name = name;
        toWire = new EnumMap<>(ours);
        fromWire = new EnumMap<>(wire);
        for (J constant : ours.getEnumConstants()) {
            W twin = Enum.valueOf(wire, prefix + constant.name());
            toWire.put(constant, twin);
            fromWire.put(twin, constant);
        }
    }

    W encode(J constant) {
        W twin = toWire.get(constant);
        if (twin == null) {
            throw new AssertionError("every constant is paired at construction: " + constant);
        }
        return twin;
    }

    J decode(W twin) throws MalformedMessageException {
        J constant = fromWire.get(twin);
        if (constant == null) {
            throw new MalformedMessageException("unknown " + name);
        }
        return constant;
    }
}
