package firedrill.ingest.event.wire;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Stored and damaged messages for the tests of codecs, in this module and in scoring. */
public final class WireFixture {

    /** Field 900, a varint of 1: what a later release might add. */
    private static final byte[] LATER_FIELD = HexFormat.of().parseHex("a03801");

    /** A call of a decoder. */
    public interface Decoding {
        Object decode() throws MalformedMessageException;
    }

    private WireFixture() {}

    /** The bytes in {@code /wire/<name>.hex} of the test resources. */
    public static byte[] read(String name) throws IOException {
        try (InputStream hex = WireFixture.class.getResourceAsStream("/wire/" + name + ".hex")) {
            byte[] text = Objects.requireNonNull(hex, name).readAllBytes();
            return HexFormat.of().parseHex(new String(text, StandardCharsets.US_ASCII).strip());
        }
    }

    /** The message with a field that this release does not know. */
    public static byte[] extend(byte[] message) {
        byte[] longer = Arrays.copyOf(message, message.length + LATER_FIELD.length);
        System.arraycopy(LATER_FIELD, 0, longer, message.length, LATER_FIELD.length);
        return longer;
    }

    /** The message cut to {@code length} bytes, if it is longer. */
    public static byte[] truncate(byte[] message, int length) {
        return Arrays.copyOf(message, Math.min(length, message.length));
    }

    /** The message with one bit changed; {@code bit} counts over the message again and again. */
    public static byte[] flipBit(byte[] message, int bit) {
        byte[] flipped = message.clone();
        flipped[bit / 8 % message.length] ^= (byte) (1 << bit % 8);
        return flipped;
    }

    /** Names of the kinds in the oneof of a message. */
    public static Set<String> kinds(Descriptor message) {
        return message.getOneofs().get(0).getFields().stream()
                .map(FieldDescriptor::getName)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Whether bytes are decoded rather than refused with a reason; any other exception is thrown. */
    public static boolean isDecoded(Decoding decoding) {
        try {
            Objects.requireNonNull(decoding.decode());
            return true;
        } catch (MalformedMessageException e) {
            if (String.valueOf(e.getMessage()).isBlank()) {
                throw new AssertionError("refused without a reason", e);
            }
            return false;
        }
    }
}
