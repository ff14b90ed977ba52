package firedrill.dashboard.runtime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Recognises a work folder without a mark, as versions before the mark left it, or a start that was cut short.
 *
 * <p>Everything down to the broker's partitions and the single checkpoints must be known by its name and kind, links are
 * never followed, and data that a run would delete need the files that only a run writes beside them.
 */
final class EarlierWorkFolder {

    private static final String LOG = "(\\.\\d)?";

    /** Relative path, with a slash at the end of a folder. */
    private static final Pattern KNOWN = Pattern.compile(String.join(
            "|",
            "lock|bootstrap|firedrill\\.log" + LOG,
            "(broker|checkpoints|bench)/",
            "broker/(cluster-id|ports|process\\.lock|server\\.properties|classpath\\.args|broker\\.log" + LOG + ")",
            "broker/data/",
            "broker/data/(meta\\.properties|bootstrap\\.checkpoint|\\.lock|\\.kafka_cleanshutdown|[a-z-]+-checkpoint)",
            "broker/data/[\\w.-]+-\\d+/|broker/data/[\\w.-]+-(delete|future|stray)/",
            "checkpoints/([0-9a-f]{32}|migrated)/",
            "checkpoints/[0-9a-f]{32}/(chk-\\d+|shared|taskowned)/|checkpoints/migrated/chk-\\d+/"));

    /** Folders whose content is not looked at: it belongs to Kafka and Flink. */
    private static final Pattern OPAQUE =
            Pattern.compile("broker/data/.+/|checkpoints/[0-9a-f]{32}/.+/|checkpoints/migrated/.+/");

    private static final Pattern PROCESS_ID = Pattern.compile("\\d{0,20}");
    private static final int MAX_BYTES = 2_000;

    private final Path root;

    private EarlierWorkFolder(Path root) {
        this.root = root;
    }

    /** Whether nobody but an earlier version made what is in the folder; true for an empty one. Changes nothing. */
    static boolean isRecognised(Path folder) throws IOException {
        return new EarlierWorkFolder(folder).isRecognised();
    }

    private boolean isRecognised() throws IOException {
        return areKnown(root, "") && hasLock() && ownsBroker();
    }

    private boolean areKnown(Path folder, String prefix) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (!isKnown(entry, prefix + entry.getFileName())) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isKnown(Path entry, String name) throws IOException {
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
            String folder = name + "/";
            return KNOWN.matcher(folder).matches()
                    && (OPAQUE.matcher(folder).matches()
                            || (folder.equals("bench/") ? isBench(entry) : areKnown(entry, folder)));
        }
        return Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)
                && (KNOWN.matcher(name).matches() || WorkFolderMark.isMark(name));
    }

    private static boolean isBench(Path folder) throws IOException {
        return WorkFolderMark.refusal(folder).isEmpty();
    }

    /** Every run holds a lock, with its process id, before it writes anything that the next run deletes. */
    private boolean hasLock() throws IOException {
        var lock = root.resolve("lock");
        if (Files.exists(lock)) {
            return PROCESS_ID.matcher(text(lock).strip()).matches();
        }
        return List.of("broker", "checkpoints").stream()
                .noneMatch(name -> Files.exists(root.resolve(name), LinkOption.NOFOLLOW_LINKS));
    }

    /** The broker's data carry the id that the run gave the broker. */
    private boolean ownsBroker() throws IOException {
        var data = root.resolve("broker/data");
        if (!Files.exists(data)) {
            return true;
        }
        try (var entries = Files.newDirectoryStream(data)) {
            if (!entries.iterator().hasNext()) {
                return true;
            }
        }
        var identity = data.resolve("meta.properties");
        var id = root.resolve("broker/cluster-id");
        return Files.exists(identity)
                && Files.exists(id)
                && text(identity).lines().anyMatch(("cluster.id=" + text(id).strip())::equals);
    }

    /** A small file's text; what is longer is none of ours. */
    private static String text(Path file) throws IOException {
        return Files.size(file) > MAX_BYTES ? "too long" : Files.readString(file, ISO_8859_1);
    }
}
