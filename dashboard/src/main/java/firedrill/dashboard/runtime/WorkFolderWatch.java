package firedrill.dashboard.runtime;

import firedrill.dashboard.health.FailureCause;
import firedrill.dashboard.health.StorageFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Checks whether a work folder is still there and can be written: by writing a few blocks, which a full disk refuses. */
public final class WorkFolderWatch {

    /** Above what a file system holds back in blocks that are already allocated. */
    private static final byte[] PROBE = new byte[64 * 1024];

    private final Path folder;
    /** Identity of the folder; null where the file system has none. */
    private final @Nullable Object key;

    /** A watch over the folder that is there now. */
    public WorkFolderWatch(Path folder) {
        this.folder = folder;
        this.key = key(folder);
    }

    /** The state now. */
    StorageFacts look() {
        boolean exists = Files.isDirectory(folder) && (key == null || key.equals(key(folder)));
        return new StorageFacts(folder.toString(), exists, exists ? writeFailure() : "");
    }

    private static @Nullable Object key(Path folder) {
        try {
            return Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
        } catch (IOException absent) {
            return null;
        }
    }

    private String writeFailure() {
        var probe = folder.resolve("space-probe");
        try {
            Files.write(probe, PROBE);
            return "";
        } catch (IOException refused) {
            return FailureCause.of(refused);
        } finally {
            delete(probe);
        }
    }

    private static void delete(Path probe) {
        try {
            Files.deleteIfExists(probe);
        } catch (IOException stuck) {
            // The next probe writes over it.
        }
    }
}
