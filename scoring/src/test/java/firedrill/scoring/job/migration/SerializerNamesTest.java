package firedrill.scoring.job.migration;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SerializerNamesTest {

    /** Values that share no name with {@link After}; the alphabetical order of their fields differs, too. */
    public record Before(long alpha, @Nullable InnerBefore beta, List<InnerBefore> gamma, EnumBefore delta) {}

    public record InnerBefore(String one, double two) {}

    public enum EnumBefore {
        FIRST,
        SECOND
    }

    public record After(long zeta, @Nullable InnerAfter yotta, List<InnerAfter> xi, EnumAfter alpha) {}

    public record InnerAfter(String two, double renamed) {}

    public enum EnumAfter {
        FIRST,
        LAST
    }

    private static final Before VALUE = new Before(
            7, new InnerBefore("x", 0.5), List.of(new InnerBefore("y", 1), new InnerBefore("z", 2)), EnumBefore.SECOND);

    private static final LayoutRenames RENAMES = new LayoutRenames(
            9,
            Map.of(
                    Before.class.getName(), After.class.getName(),
                    InnerBefore.class.getName(), InnerAfter.class.getName(),
                    EnumBefore.class.getName(), EnumAfter.class.getName()),
            Map.of(
                    Before.class.getName() + "#alpha", "zeta",
                    Before.class.getName() + "#beta", "yotta",
                    Before.class.getName() + "#gamma", "xi",
                    Before.class.getName() + "#delta", "alpha",
                    InnerBefore.class.getName() + "#one", "two",
                    InnerBefore.class.getName() + "#two", "renamed",
                    EnumBefore.class.getName() + "#SECOND", "LAST"));

    @Test
    void valuesAreReadUnderTheNewNames() throws IOException {
        assertThat(read(SerializerNames.rewrite(written(VALUE), List.of(RENAMES))))
                .isEqualTo(new After(
                        7,
                        new InnerAfter("x", 0.5),
                        List.of(new InnerAfter("y", 1), new InnerAfter("z", 2)),
                        EnumAfter.LAST));
        assertThat(read(SerializerNames.rewrite(
                        written(new Before(8, null, List.of(), EnumBefore.FIRST)), List.of(RENAMES))))
                .isEqualTo(new After(8, null, List.of(), EnumAfter.FIRST));
    }

    @Test
    void bytesWithoutOldNamesStayAsTheyAre() throws IOException {
        byte[] bytes = written(VALUE);
        assertThat(SerializerNames.rewrite(bytes, LayoutRenames.ALL)).isEqualTo(bytes);
        byte[] renamed = SerializerNames.rewrite(bytes, List.of(RENAMES));
        assertThat(SerializerNames.rewrite(renamed, LayoutRenames.ALL)).isEqualTo(renamed);
    }

    @Test
    void layoutsApplyOneAfterTheOther() throws IOException {
        LayoutRenames first = new LayoutRenames(
                1,
                Map.of(EnumBefore.class.getName(), "gone.Between"),
                Map.of(EnumBefore.class.getName() + "#SECOND", "X"));
        LayoutRenames second = new LayoutRenames(
                2, Map.of("gone.Between", EnumAfter.class.getName()), Map.of("gone.Between#X", "LAST"));
        assertThat(read(SerializerNames.rewrite(written(VALUE), List.of(first, second, RENAMES))))
                .extracting(After::alpha)
                .isEqualTo(EnumAfter.LAST);
    }

    @Test
    void anUnexpectedFormIsRejected() throws IOException {
        byte[] bytes = written(VALUE);
        int magic = new String(bytes, ISO_8859_1).indexOf("\u0004\u00f2\u00c6\u009a");
        bytes[magic] ^= 1;
        assertThatThrownBy(() -> SerializerNames.rewrite(bytes, List.of(RENAMES)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("unexpected form");
    }

    private static byte[] written(Before value) throws IOException {
        TypeSerializer<Before> serializer =
                TypeInformation.of(Before.class).createSerializer(new SerializerConfigImpl());
        DataOutputSerializer out = new DataOutputSerializer(1_024);
        out.writeUTF("bytes in front");
        TypeSerializerSnapshot.writeVersionedSnapshot(out, serializer.snapshotConfiguration());
        serializer.serialize(value, out);
        return out.getCopyOfBuffer();
    }

    private static After read(byte[] bytes) throws IOException {
        DataInputDeserializer in = new DataInputDeserializer(bytes);
        in.readUTF();
        TypeSerializerSnapshot<After> snapshot =
                TypeSerializerSnapshot.readVersionedSnapshot(in, SerializerNamesTest.class.getClassLoader());
        TypeSerializer<After> present = TypeInformation.of(After.class).createSerializer(new SerializerConfigImpl());
        assertThat(present.snapshotConfiguration()
                        .resolveSchemaCompatibility(snapshot)
                        .isIncompatible())
                .isFalse();
        return snapshot.restoreSerializer().deserialize(in);
    }
}
