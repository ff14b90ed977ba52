package firedrill.scoring.job.migration;

import firedrill.scoring.job.settings.FlinkFolder;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;

/**
 * Migrates savepoints and checkpoints of older layouts, in folders of this machine.
 *
 * <p>Flink resolves the class names in a savepoint before any code of the job runs, so a renamed state class can only
 * be restored from a savepoint with the new name in it.
 */
public final class SavepointMigration {

    private static final String METADATA = "_metadata";

    /**
     * Writes a copy of a savepoint in the present layout, if it is of an older one.
     *
     * @param source a savepoint's or checkpoint's folder, which is left as it is
     * @param target created; holds a complete savepoint afterwards, independent of the source
     * @return false if the source is of the present layout already; nothing is written then
     * @throws IOException if the source cannot be read, the target cannot be written, or the source holds state that
     *     this job does not write
     */
    public static boolean migrate(Path source, Path target) throws IOException {
        CheckpointMetadata metadata = read(source);
        if (!isOlder(metadata)) {
            return false;
        }
        Files.createDirectories(target);
        SubtaskMigration subtasks = new SubtaskMigration(target);
        for (OperatorState operator : metadata.getOperatorStates()) {
            for (Map.Entry<Integer, OperatorSubtaskState> subtask :
                    Map.copyOf(operator.getSubtaskStates()).entrySet()) {
                if (!subtask.getValue().isFinished()) {
                    operator.putState(subtask.getKey(), subtasks.migrate(subtask.getValue()));
                }
            }
        }
        write(metadata, target);
        return true;
    }

    /**
     * The state of one subtask in the present layout; {@code folder} receives what is not kept in the handles
     * themselves.
     */
    public static OperatorSubtaskState migrate(OperatorSubtaskState subtask, Path folder) throws IOException {
        return new SubtaskMigration(folder).migrate(subtask);
    }

    /** Serializer snapshots with the names of the present layout; all bytes outside snapshots are copied. */
    public static byte[] rename(byte[] snapshots) throws IOException {
        return SerializerNames.rewrite(snapshots, LayoutRenames.ALL);
    }

    private static boolean isOlder(CheckpointMetadata metadata) throws IOException {
        for (OperatorState operator : metadata.getOperatorStates()) {
            for (OperatorSubtaskState subtask : operator.getStates()) {
                if (SubtaskMigration.isOlder(subtask)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static CheckpointMetadata read(Path folder) throws IOException {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(folder.resolve(METADATA))))) {
            return Checkpoints.loadCheckpointMetadata(
                    in, SavepointMigration.class.getClassLoader(), FlinkFolder.text(folder));
        }
    }

    /** Last and at once, because a folder with metadata counts as a savepoint. */
    private static void write(CheckpointMetadata metadata, Path folder) throws IOException {
        Path unfinished = folder.resolve(METADATA + ".part");
        try (OutputStream out = Files.newOutputStream(unfinished)) {
            Checkpoints.storeCheckpointMetadata(metadata, out);
        }
        Files.move(unfinished, folder.resolve(METADATA), StandardCopyOption.ATOMIC_MOVE);
    }

    private SavepointMigration() {}
}
