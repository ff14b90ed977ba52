package firedrill.ingest.event.wire;

import com.google.protobuf.Internal.EnumLite;
import java.util.EnumMap;
import java.util.Map;

/**
 * Pairs a Java enum {@code J} with its wire enum {@code W} by name: {@code RETAIL} is {@code TIER_RETAIL}.
 *
 * <p>A Java constant without a wire constant fails when the class of the codec is loaded, so it never reaches a topic.
 */
final class EnumCodec<J extends Enum<J>, W extends Enum<W> & EnumLite> {

    private final String name;
    private final Map<J, W> toWire;
    private final Map<W, J> fromWire;

    EnumCodec(String name, Class<J> javaType, Class<W> wireType, String prefix) {
        this.name = name;
        toWire = new EnumMap<>(javaType);
        fromWire = new EnumMap<>(wireType);
        for (J constant : javaType.getEnumConstants()) {
            W wireConstant = Enum.valueOf(wireType, prefix + constant.name());
            toWire.put(constant, wireConstant);
            fromWire.put(wireConstant, constant);
        }
    }

    W encode(J constant) {
        W wireConstant = toWire.get(constant);
        if (wireConstant == null) {
            throw new AssertionError("every constant is paired at construction: " + constant);
        }
        return wireConstant;
    }

    J decode(W wireConstant) throws MalformedMessageException {
        J constant = fromWire.get(wireConstant);
        if (constant == null) {
            throw new MalformedMessageException("unknown " + name);
        }
        return constant;
    }
}
