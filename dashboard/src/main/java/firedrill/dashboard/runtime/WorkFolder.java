package firedrill.dashboard.runtime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which one run keeps its files: the broker's data, checkpoints, logs, the address of its Kafka.
 *
 * <p>A run deletes and overwrites what it finds in it, so a folder that is not empty and not marked as a work folder is
 * refused and left as it is. Open means locked: a second run in the same folder is refused. The lock ends with the
 * process, however it ends.
 */
public final class WorkFolder implements AutoCloseable {

    /** Folder of the launcher; the standard folder lies there, whatever the current folder. */
    private static final String HOME = "firedrill.home";

    private static final int MAX_BOOTSTRAP_BYTES = 10_000;

    private final Path path;
    private final FileChannel lock;

    private WorkFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** {@code .firedrill} beside the launcher, or in the current folder where there is no launcher. */
    public static Path defaultPath() {
        return Path.of(System.getProperty(HOME, "")).resolve(".firedrill").toAbsolutePath();
    }

    /**
     * Makes the folder where it is missing, marks it as a work folder, locks it, and deletes temporary files that a killed
     * run left behind.
     */
    public static WorkFolder open(Path path) throws UserFacingException {
        var absolute = path.toAbsolutePath().normalize();
        requireOwn(absolute);
        try {
            Files.createDirectories(absolute);
            WorkFolderMark.write(absolute);
            return openLocked(new WorkFolder(absolute, lock(absolute)));
        } catch (IOException refused) {
            throw notWritable(absolute, refused);
        }
    }

    /**
     * Opens a folder below a work folder, for a run beside that of the work folder itself.
     *
     * @param name of the folder below
     */
    public static WorkFolder openBelow(Path path, String name) throws UserFacingException {
        var absolute = path.toAbsolutePath().normalize();
        requireOwn(absolute);
        try {
            Files.createDirectories(absolute);
            WorkFolderMark.write(absolute);
        } catch (IOException refused) {
            throw notWritable(absolute, refused);
        }
        return open(absolute.resolve(name));
    }

    /** Throws unless the folder is a work folder, or empty, or absent; changes nothing. */
    public static void requireOwn(Path path) throws UserFacingException {
        var absolute = path.toAbsolutePath().normalize();
        try {
            var refusal = WorkFolderMark.refusal(absolute);
            if (refusal.isPresent()) {
                throw UserFacingException.ofInput(refusal.get(), null);
            }
        } catch (IOException unreadable) {
            throw notWritable(absolute, unreadable);
        }
    }

    private static UserFacingException notWritable(Path folder, IOException refused) {
        return new UserFacingException(
                "Cannot write in the work folder " + folder + " (" + describe(refused)
                        + "): make it writable, or choose another with --work FOLDER.",
                refused);
    }

    private static WorkFolder openLocked(WorkFolder work) throws IOException {
        try {
            deleteRecursively(work.temporary());
            return work;
        } catch (IOException refused) {
            work.close();
            throw refused;
        }
    }

    private static FileChannel lock(Path folder) throws IOException, UserFacingException {
        var file = folder.resolve("lock");
        var channel = FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
        try {
            if (tryLock(channel) == null) {
                throw new UserFacingException(
                        "Another firedrill (process " + Files.readString(file).strip() + ") runs in the work folder "
                                + folder + ": stop it, or choose another folder with --work FOLDER.");
            }
            channel.truncate(0);
            channel.write(UTF_8.encode(Long.toString(ProcessHandle.current().pid())), 0);
            return channel;
        } catch (IOException | UserFacingException refused) {
            channel.close();
            throw refused;
        }
    }

    /** Locks a byte far behind the content, which stays readable where locks are mandatory. */
    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(Long.MAX_VALUE - 1, 1, false);
        } catch (OverlappingFileLockException lockedByThisProcess) {
            return null;
        }
    }

    /** The system's message about a file; the exception's name if there is none. */
    public static String describe(IOException refused) {
        if (refused instanceof FileSystemException file && file.getReason() == null) {
            return refused instanceof AccessDeniedException
                    ? "permission denied"
                    : refused instanceof NoSuchFileException
                            ? "there is no file " + file.getFile()
                            : refused.getClass().getSimpleName();
        }
        if (refused instanceof FileSystemException file) {
            return file.getReason();
        }
        return refused.getMessage() == null ? refused.getClass().getSimpleName() : refused.getMessage();
    }

    /** Deletes a folder and its content, if it exists. Of a symbolic link the link is deleted, not what it leads to. */
    public static void deleteRecursively(Path folder) throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    public Path path() {
        return path;
    }

    /** Folder of the job's checkpoints. */
    public Path checkpoints() {
        return path.resolve("checkpoints");
    }

    /**
     * Folder of the job's temporary files, which do not outlive the run. Flink takes a list of such folders, so where the
     * path of the work folder would be split, it is one for this work folder alone in that of the system.
     */
    public Path temporary() {
        var text = path.toString();
        return text.contains(",") || text.contains(File.pathSeparator)
                ? Path.of(System.getProperty("java.io.tmpdir", ""))
                        .resolve("firedrill-" + UUID.nameUUIDFromBytes(text.getBytes(UTF_8)))
                : path.resolve("temporary");
    }

    /** Folder where the job notes the models that it is loading. */
    public Path loadJournal() {
        return path.resolve("model-loads");
    }

    /** Records the address of this run's Kafka for other commands. */
    public void writeBootstrap(String bootstrap) throws UserFacingException {
        try {
            Files.writeString(bootstrapFile(path), bootstrap);
        } catch (IOException refused) {
            throw new UserFacingException(
                    "Cannot write in the work folder " + path + " (" + describe(refused) + ").", refused);
        }
    }

    /** Address of the Kafka of the run in a folder, if one is running there; the folder may be anybody's. */
    public static Optional<String> readBootstrap(Path folder) {
        var file = bootstrapFile(folder);
        try {
            return Files.isRegularFile(file) && Files.size(file) <= MAX_BOOTSTRAP_BYTES
                    ? Optional.of(Files.readString(file, ISO_8859_1).strip())
                    : Optional.empty();
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    private static Path bootstrapFile(Path folder) {
        return folder.resolve("bootstrap");
    }

    @Override
    public void close() {
        try (lock) {
            Files.deleteIfExists(bootstrapFile(path));
            deleteRecursively(temporary());
        } catch (IOException ignored) {
            // The lock ends with the process in any case.
        }
    }
}
