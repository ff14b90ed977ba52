package firedrill.scoring.job.state;

import firedrill.scoring.engine.LoadJournal;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal as files of a folder: {@code MODEL.UUID.loading} with the loading process while a model is being loaded,
 * {@code MODEL.quarantined} with the process that ended meanwhile, {@code MODEL.tried} with the position of the latest
 * announcement that was tried.
 *
 * <p>The tasks of a process share the folder; processes of other machines must not, because a process is recognised by
 * its id. Where a file cannot be written, models are loaded without this protection, and the log says so.
 */
final class FileLoadJournal implements LoadJournal {

    private static final Logger LOG = LoggerFactory.getLogger(FileLoadJournal.class);

    private static final Pattern VERSION = Pattern.compile("[0-9a-f]{12}");
    private static final String LOADING = ".loading";
    private static final String QUARANTINED = ".quarantined";
    private static final String TRIED = ".tried";

    private final Path folder;
    /** The seed model, which decides in any case. */
    private final String exempt;

    private FileLoadJournal(Path folder, String exempt) {
        this.folder = folder;
        this.exempt = exempt;
    }

    /** The journal in {@code folder}; puts into quarantine what ended processes were loading. */
    static LoadJournal open(Path folder, String exempt) {
        FileLoadJournal journal = new FileLoadJournal(folder, exempt);
        try {
            Files.createDirectories(folder);
            journal.quarantineUnfinished();
        } catch (IOException e) {
            LOG.warn("models are loaded without a journal: {}", e.toString());
        }
        return journal;
    }

    private void quarantineUnfinished() throws IOException {
        try (DirectoryStream<Path> markers = Files.newDirectoryStream(folder, "*" + LOADING)) {
            for (Path marker : markers) {
                LoadingProcess process = LoadingProcess.parse(read(marker).orElse(""));
                if (!process.isAlive()) {
                    String name = marker.getFileName().toString();
                    String model = name.substring(0, name.indexOf('.'));
                    Files.writeString(file(model, QUARANTINED), Long.toString(process.pid()));
                    Files.deleteIfExists(marker);
                    LOG.error("model {} is in quarantine: {}", model, reason(Long.toString(process.pid())));
                }
            }
        }
    }

    @Override
    public Optional<String> quarantine(String model) {
        return isVersion(model) ? read(file(model, QUARANTINED)).map(FileLoadJournal::reason) : Optional.empty();
    }

    private static String reason(String pid) {
        return "its load was begun and not finished when process " + pid
                + " ended; announce it again to have it loaded once more";
    }

    @Override
    public boolean release(String model, long record) {
        if (quarantine(model).isEmpty() || record <= tried(model)) {
            return false;
        }
        try {
            return Files.deleteIfExists(file(model, QUARANTINED));
        } catch (IOException e) {
            LOG.error("model {} stays in quarantine: {}", model, e.toString());
            return false;
        }
    }

    private long tried(String model) {
        try {
            return Long.parseLong(read(file(model, TRIED)).orElse(Long.toString(NO_RECORD)));
        } catch (NumberFormatException damaged) {
            return NO_RECORD;
        }
    }

    @Override
    public Attempt begin(String model, long record) {
        if (!isVersion(model)) {
            return () -> {};
        }
        LoadNotice.begin(model);
        Path marker = folder.resolve(model + "." + UUID.randomUUID() + LOADING);
        try {
            if (record > tried(model)) {
                Files.writeString(file(model, TRIED), Long.toString(record));
            }
            Files.writeString(marker, LoadingProcess.current().toString());
        } catch (IOException e) {
            LOG.warn("model {} is loaded without a journal: {}", model, e.toString());
        }
        return () -> end(model, marker);
    }

    private static void end(String model, Path marker) {
        LoadNotice.end(model);
        try {
            Files.deleteIfExists(marker);
        } catch (IOException e) {
            LOG.warn(
                    "{} cannot be deleted, so that the next process will not load the model: {}", marker, e.toString());
        }
    }

    /** The name comes from a topic, and becomes that of a file. */
    private boolean isVersion(String model) {
        return VERSION.matcher(model).matches() && !model.equals(exempt);
    }

    private Path file(String model, String ending) {
        return folder.resolve(model + ending);
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("{} cannot be read: {}", file, e.toString());
            return Optional.empty();
        }
    }
}
