package firedrill.scoring.job.migration;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.StateObjectCollection;
import org.apache.flink.runtime.state.KeyGroupRangeOffsets;
import org.apache.flink.runtime.state.KeyGroupsSavepointStateHandle;
import org.apache.flink.runtime.state.KeyGroupsStateHandle;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.apache.flink.runtime.state.OperatorStateHandle;
import org.apache.flink.runtime.state.OperatorStateHandle.StateMetaInfo;
import org.apache.flink.runtime.state.OperatorStreamStateHandle;
import org.apache.flink.runtime.state.StateObject;
import org.apache.flink.runtime.state.StreamStateHandle;
import org.apache.flink.runtime.state.filesystem.RelativeFileStateHandle;
import org.apache.flink.runtime.state.memory.ByteStreamStateHandle;

/**
 * Copies the state of subtasks into a folder under the names of the present layout.
 *
 * <p>A state file is a header of serializer snapshots and the values behind it, which hold no names. The header ends at
 * the first offset in the handle, of a key group or of a list's partition; all offsets move by the growth of the
 * header.
 */
final class SubtaskMigration {

    private final Path folder;
    private int files;

    /** @param folder receives the state that is not kept in the metadata itself */
    SubtaskMigration(Path folder) {
        this.folder = folder;
    }

    private record StateCopy(StreamStateHandle handle, long growth) {
        long move(long offset) {
            return offset + growth;
        }
    }

    /** Whether any header holds a name of an older layout. */
    static boolean isOlder(OperatorSubtaskState subtask) throws IOException {
        for (OperatorStateHandle state : subtask.getManagedOperatorState()) {
            if (isOlder(state, headerBytes(state))) {
                return true;
            }
        }
        for (KeyedStateHandle state : subtask.getManagedKeyedState()) {
            if (isOlder(keyed(state), headerBytes(keyed(state)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOlder(StreamStateHandle state, int headerBytes) throws IOException {
        try (InputStream in = state.openInputStream()) {
            byte[] header = in.readNBytes(headerBytes);
            return !Arrays.equals(header, SerializerNames.rewrite(header, LayoutRenames.ALL));
        }
    }

    /** @throws IOException if there is state of a kind that the job's configuration never writes */
    OperatorSubtaskState migrate(OperatorSubtaskState subtask) throws IOException {
        requireEmpty(subtask.getRawOperatorState());
        requireEmpty(subtask.getRawKeyedState());
        requireEmpty(subtask.getInputChannelState());
        requireEmpty(subtask.getResultSubpartitionState());
        List<OperatorStateHandle> operatorState = new ArrayList<>();
        for (OperatorStateHandle state : subtask.getManagedOperatorState()) {
            operatorState.add(migrate(state));
        }
        List<KeyedStateHandle> keyedState = new ArrayList<>();
        for (KeyedStateHandle state : subtask.getManagedKeyedState()) {
            keyedState.add(migrate(keyed(state)));
        }
        return subtask.toBuilder()
                .setManagedOperatorState(new StateObjectCollection<>(operatorState))
                .setManagedKeyedState(new StateObjectCollection<>(keyedState))
                .build();
    }

    private OperatorStateHandle migrate(OperatorStateHandle state) throws IOException {
        if (state.getClass() != OperatorStreamStateHandle.class) {
            throw unknown(state);
        }
        StateCopy copy = copy(state.getDelegateStateHandle(), headerBytes(state));
        Map<String, StateMetaInfo> moved = new LinkedHashMap<>();
        state.getStateNameToPartitionOffsets().forEach((name, info) -> {
            long[] offsets = LongStream.of(info.getOffsets()).map(copy::move).toArray();
            moved.put(name, new StateMetaInfo(offsets, info.getDistributionMode()));
        });
        return new OperatorStreamStateHandle(moved, copy.handle());
    }

    /** An offset of 0 marks a key group without values. */
    private KeyedStateHandle migrate(KeyGroupsStateHandle state) throws IOException {
        StateCopy copy = copy(state.getDelegateStateHandle(), headerBytes(state));
        KeyGroupRangeOffsets moved = new KeyGroupRangeOffsets(state.getKeyGroupRange());
        for (Tuple2<Integer, Long> group : state.getGroupRangeOffsets()) {
            moved.setKeyGroupOffset(group.f0, group.f1 == 0 ? 0 : copy.move(group.f1));
        }
        return state instanceof KeyGroupsSavepointStateHandle
                ? new KeyGroupsSavepointStateHandle(moved, copy.handle())
                : KeyGroupsStateHandle.restore(moved, copy.handle(), state.getStateHandleId());
    }

    private static KeyGroupsStateHandle keyed(KeyedStateHandle state) throws IOException {
        if (state instanceof KeyGroupsStateHandle groups) {
            return groups;
        }
        throw unknown(state);
    }

    private static int headerBytes(OperatorStateHandle state) {
        return headerBytes(state.getStateNameToPartitionOffsets().values().stream()
                .flatMapToLong(info -> LongStream.of(info.getOffsets())));
    }

    private static int headerBytes(KeyGroupsStateHandle state) {
        return headerBytes(StreamSupport.stream(state.getGroupRangeOffsets().spliterator(), false)
                .mapToLong(group -> group.f1)
                .filter(offset -> offset > 0));
    }

    /** Without any value the whole file is header. */
    private static int headerBytes(LongStream offsets) {
        return Math.toIntExact(offsets.min().orElse(Integer.MAX_VALUE));
    }

    private StateCopy copy(StreamStateHandle source, int headerBytes) throws IOException {
        try (InputStream in = source.openInputStream()) {
            byte[] header = in.readNBytes(headerBytes);
            byte[] renamed = SerializerNames.rewrite(header, LayoutRenames.ALL);
            StreamStateHandle copy = source instanceof ByteStreamStateHandle bytes
                    ? inMetadata(bytes.getHandleName(), renamed, in)
                    : inFile(renamed, in);
            return new StateCopy(copy, renamed.length - header.length);
        }
    }

    private static StreamStateHandle inMetadata(String name, byte[] header, InputStream values) throws IOException {
        DataOutputSerializer bytes = new DataOutputSerializer(header.length);
        bytes.write(header);
        bytes.write(values.readAllBytes());
        return new ByteStreamStateHandle(name, bytes.getCopyOfBuffer());
    }

    private StreamStateHandle inFile(byte[] header, InputStream values) throws IOException {
        String name = "state-" + files++;
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(header);
            values.transferTo(out);
        }
        return new RelativeFileStateHandle(new org.apache.flink.core.fs.Path(file.toUri()), name, Files.size(file));
    }

    private static void requireEmpty(StateObjectCollection<?> states) throws IOException {
        if (!states.isEmpty()) {
            throw unknown(states.iterator().next());
        }
    }

    private static IOException unknown(StateObject state) {
        return new IOException("a savepoint with a " + state.getClass().getSimpleName() + " cannot be migrated");
    }
}
