package firedrill.scoring.job.operator;

import firedrill.scoring.feature.Feature;
import firedrill.scoring.job.migration.SavepointMigration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * One entity's state as a savepoint of some version holds it: the layout, the bytes, and what that version read from
 * them.
 *
 * @param layout the serializer's own description of the fields
 * @param features by label, as the version that wrote the bytes saw a probing event
 */
record StateLayout<S>(TypeSerializerSnapshot<S> layout, S state, Map<String, Double> features) {

    static <S> TypeSerializer<S> serializer(Class<S> type) {
        return TypeInformation.of(type).createSerializer(new SerializerConfigImpl());
    }

    static Map<String, Double> byLabel(double[] vector) {
        Map<String, Double> features = new LinkedHashMap<>();
        for (Feature feature : Feature.values()) {
            features.put(feature.label(), feature.valueIn(vector));
        }
        return features;
    }

    static <S> byte[] write(Class<S> type, S state, Map<String, Double> features) throws IOException {
        TypeSerializer<S> serializer = serializer(type);
        DataOutputSerializer out = new DataOutputSerializer(4_096);
        TypeSerializerSnapshot.writeVersionedSnapshot(out, serializer.snapshotConfiguration());
        serializer.serialize(state, out);
        out.writeInt(features.size());
        for (Map.Entry<String, Double> feature : features.entrySet()) {
            out.writeUTF(feature.getKey());
            out.writeDouble(feature.getValue());
        }
        return out.getCopyOfBuffer();
    }

    static <S> StateLayout<S> read(Path file) throws IOException {
        DataInputDeserializer in = new DataInputDeserializer(SavepointMigration.rename(Files.readAllBytes(file)));
        TypeSerializerSnapshot<S> layout =
                TypeSerializerSnapshot.readVersionedSnapshot(in, StateLayout.class.getClassLoader());
        S state = layout.restoreSerializer().deserialize(in);
        Map<String, Double> features = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            features.put(in.readUTF(), in.readDouble());
        }
        return new StateLayout<>(layout, state, features);
    }
}
