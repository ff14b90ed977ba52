package firedrill.scoring.job.migration;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.typeutils.base.EnumSerializer;
import org.apache.flink.api.java.typeutils.runtime.PojoSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * Rewrites class and field names in serialized serializer snapshots; a pure function of bytes.
 *
 * <p>A POJO's snapshot is its class name and three maps, of fields and twice of subclasses; each map is a magic number,
 * a size and entries of a name and two length-prefixed frames. A field's frames hold its declaring class and name, and
 * the snapshot of its own serializer. An enum's snapshot is its class name and the names of its constants. Both begin
 * with a marker, the snapshot's class name and version; all bytes outside such a snapshot are copied. The order of
 * fields stays, because the serialized values follow it.
 */
final class SerializerNames {

    private static final byte[] POJO = marker(PojoSerializerSnapshot.class, 2);
    private static final byte[] ENUM = marker(EnumSerializer.EnumSerializerSnapshot.class, 3);
    private static final long MAP_MAGIC = 0x4F2C69A3D70L;
    private static final int INITIAL_BYTES = 4_096;

    private final LayoutRenames renames;
    private final byte[] bytes;
    private final DataInputDeserializer in;
    private final DataOutputSerializer out = new DataOutputSerializer(INITIAL_BYTES);

    private SerializerNames(LayoutRenames renames, byte[] bytes) {
        this.renames = renames;
        this.bytes = bytes;
        this.in = new DataInputDeserializer(bytes);
    }

    /**
     * The bytes with the names of the newest layout; equal bytes if they hold none of an older layout.
     *
     * @throws IOException if a snapshot does not have the form that this version of Flink writes
     */
    static byte[] rewrite(byte[] bytes, List<LayoutRenames> layouts) throws IOException {
        byte[] rewritten = bytes;
        for (LayoutRenames layout : layouts) {
            rewritten = rewrite(rewritten, layout);
        }
        return rewritten;
    }

    private static byte[] rewrite(byte[] bytes, LayoutRenames renames) throws IOException {
        return new SerializerNames(renames, bytes).run();
    }

    private byte[] run() throws IOException {
        while (in.available() > 0) {
            if (skips(POJO)) {
                pojo();
            } else if (skips(ENUM)) {
                constants();
            } else {
                out.writeByte(in.readByte());
            }
        }
        return out.getCopyOfBuffer();
    }

    /** Copies the marker if the next bytes are one. */
    private boolean skips(byte[] marker) throws IOException {
        int from = in.getPosition();
        int to = from + marker.length;
        if (to > bytes.length || !Arrays.equals(bytes, from, to, marker, 0, marker.length)) {
            return false;
        }
        in.skipBytesToRead(marker.length);
        out.write(marker);
        return true;
    }

    private void pojo() throws IOException {
        String type = in.readUTF();
        out.writeUTF(renames.type(type));
        for (int left = mapSize(); left > 0; left--) {
            field(type);
        }
        for (int subclasses = 0; subclasses < 2; subclasses++) {
            for (int left = mapSize(); left > 0; left--) {
                out.writeUTF(renames.type(in.readUTF()));
                copyFrame();
                copyFrame();
            }
        }
    }

    private int mapSize() throws IOException {
        long magic = in.readLong();
        if (magic != MAP_MAGIC) {
            throw new IOException("unexpected form of a serializer's snapshot: " + Long.toHexString(magic));
        }
        out.writeLong(magic);
        int size = in.readInt();
        out.writeInt(size);
        return size;
    }

    private void field(String type) throws IOException {
        String name = in.readUTF();
        if (in.readBoolean()) {
            DataInputDeserializer frame = new DataInputDeserializer(readBytes());
            String owner = frame.readUTF();
            DataOutputSerializer renamed = new DataOutputSerializer(64);
            renamed.writeUTF(renames.type(owner));
            renamed.writeUTF(renames.field(owner, frame.readUTF()));
            out.writeUTF(renames.field(owner, name));
            out.writeBoolean(true);
            writeFrame(renamed.getCopyOfBuffer());
        } else {
            out.writeUTF(renames.field(type, name));
            out.writeBoolean(false);
        }
        copyFrame();
    }

    /** An optional frame, whose content may hold snapshots itself. */
    private void copyFrame() throws IOException {
        boolean isPresent = in.readBoolean();
        out.writeBoolean(isPresent);
        if (isPresent) {
            writeFrame(rewrite(readBytes(), renames));
        }
    }

    private byte[] readBytes() throws IOException {
        byte[] frame = new byte[in.readInt()];
        in.readFully(frame);
        return frame;
    }

    private void writeFrame(byte[] frame) throws IOException {
        out.writeInt(frame.length);
        out.write(frame);
    }

    private void constants() throws IOException {
        String type = in.readUTF();
        out.writeUTF(renames.type(type));
        int count = in.readInt();
        out.writeInt(count);
        for (int left = count; left > 0; left--) {
            out.writeUTF(renames.field(type, in.readUTF()));
        }
    }

    private static byte[] marker(Class<?> snapshot, int version) {
        byte[] name = snapshot.getName().getBytes(UTF_8);
        return ByteBuffer.allocate(Short.BYTES + name.length + Integer.BYTES)
                .putShort((short) name.length)
                .put(name)
                .putInt(version)
                .array();
    }
}
