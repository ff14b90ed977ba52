package firedrill.scoring.job.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The models that this process is loading, in the file that the launcher names: when the memory does not suffice, the
 * launcher's sentence names the model.
 */
final class LoadNotice {

    private static final Logger LOG = LoggerFactory.getLogger(LoadNotice.class);
    private static final @Nullable String FILE = System.getProperty("firedrill.loading");
    private static final List<String> LOADING = new ArrayList<>();

    static synchronized void begin(String model) {
        LOADING.add(model);
        write();
    }

    static synchronized void end(String model) {
        LOADING.remove(model);
        write();
    }

    private static void write() {
        if (FILE == null) {
            return;
        }
        try {
            if (LOADING.isEmpty()) {
                Files.deleteIfExists(Path.of(FILE));
            } else {
                Files.writeString(Path.of(FILE), LOADING.get(LOADING.size() - 1));
            }
        } catch (IOException e) {
            LOG.debug("no notice of models that are being loaded: {}", e.toString());
        }
    }

    private LoadNotice() {}
}
