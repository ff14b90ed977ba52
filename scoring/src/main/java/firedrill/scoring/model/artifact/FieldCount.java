package firedrill.scoring.model.artifact;

import com.google.protobuf.Any;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Counts the fields of a Protobuf message in its bytes, before it is parsed: two bytes may become an object of a hundred.
 *
 * <p>Every field counts, known or not, in embedded messages too, and so does each element of a packed array.
 */
public final class FieldCount {

    private static final int MAX_DEPTH = 32;

    private final byte[] bytes;
    private final int limit;
    /** Type of the message in an {@code Any}, by its full name; null for one that is not to be parsed. */
    private final Function<String, @Nullable Descriptor> types;

    private int count;

    private FieldCount(byte[] bytes, int limit, Function<String, @Nullable Descriptor> types) {
        this.bytes = bytes;
        this.limit = limit;
        this.types = types;
    }

    /**
     * Checks that a message of {@code type} has at most {@code limit} fields.
     *
     * @throws ModelRefusedException if it has more
     * @throws InvalidProtocolBufferException if it is not a message
     */
    public static void requireAtMost(int limit, byte[] bytes, Descriptor type)
            throws ModelRefusedException, InvalidProtocolBufferException {
        requireAtMost(limit, bytes, type, name -> null);
    }

    static void requireAtMost(
            int limit, byte[] bytes, Descriptor type, Function<String, @Nullable Descriptor> typesInAny)
            throws ModelRefusedException, InvalidProtocolBufferException {
        try {
            new FieldCount(bytes, limit, typesInAny).message(0, bytes.length, type, 0);
        } catch (InvalidProtocolBufferException e) {
            throw e;
        } catch (IOException e) {
            throw new InvalidProtocolBufferException(e);
        }
    }

    private void message(int start, int length, Descriptor type, int depth) throws IOException, ModelRefusedException {
        if (depth > MAX_DEPTH) {
            throw new ModelRefusedException("its messages are nested too deeply");
        }
        CodedInputStream in = CodedInputStream.newInstance(bytes, start, length);
        String typeInAny = "";
        boolean isTypeFixed = false;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            add(1);
            FieldDescriptor field = type.findFieldByNumber(WireFormat.getTagFieldNumber(tag));
            if (WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
                skip(in, tag);
            } else if (isAny(type) && field != null && field.getNumber() == Any.TYPE_URL_FIELD_NUMBER) {
                requireOpen(isTypeFixed);
                typeInAny = nameIn(in.readStringRequireUtf8());
            } else {
                isTypeFixed = true;
                int size = in.readRawVarint32();
                int at = start + in.getTotalBytesRead();
                in.skipRawBytes(size);
                field(at, size, field == null ? null : content(field, typeInAny), field, depth);
            }
        }
    }

    /** A type behind its content would let that content pass uncounted. */
    private static void requireOpen(boolean isTypeFixed) throws ModelRefusedException {
        if (isTypeFixed) {
            throw new ModelRefusedException("it names the type of a message behind its content");
        }
    }

    private void field(int at, int size, @Nullable Descriptor content, @Nullable FieldDescriptor field, int depth)
            throws IOException, ModelRefusedException {
        if (content != null) {
            message(at, size, content, depth + 1);
        } else if (field != null && field.isPackable()) {
            add(size / bytesOf(field));
        }
    }

    private static int bytesOf(FieldDescriptor field) {
        return switch (field.getLiteType()) {
            case DOUBLE, FIXED64, SFIXED64 -> Double.BYTES;
            case FLOAT, FIXED32, SFIXED32 -> Float.BYTES;
            default -> 1;
        };
    }

    /** Type of the message that the field holds; null if it holds none. */
    private @Nullable Descriptor content(FieldDescriptor field, String typeInAny) {
        if (isAny(field.getContainingType())) {
            return types.apply(typeInAny);
        }
        return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE ? field.getMessageType() : null;
    }

    private static void skip(CodedInputStream in, int tag) throws IOException, ModelRefusedException {
        if (WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_START_GROUP || !in.skipField(tag)) {
            throw new ModelRefusedException("it holds a group, which no message of a model has");
        }
    }

    private void add(int more) throws ModelRefusedException {
        count += more;
        if (count > limit) {
            throw new ModelRefusedException("it has more than " + limit + " fields");
        }
    }

    private static boolean isAny(Descriptor type) {
        return type.getFullName().equals(Any.getDescriptor().getFullName());
    }

    /** Full name of the type in a URL. */
    static String nameIn(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
