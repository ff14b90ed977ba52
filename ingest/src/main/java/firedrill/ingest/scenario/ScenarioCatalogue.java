package firedrill.ingest.scenario;

import firedrill.ingest.input.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Shipped scenarios, and scenario files. */
public final class ScenarioCatalogue {

    private static final List<String> IDS = List.of("quiet", "crash-day", "market-swings");

    /** Ids of the shipped scenarios, simplest first. */
    public static List<String> ids() {
        return IDS;
    }

    /**
     * The shipped scenario with this id, or the scenario in this file.
     *
     * @throws BadScenarioException if there is none, or it cannot be played
     */
    public static Scenario load(String idOrFile) throws BadScenarioException {
        return IDS.contains(idOrFile) ? loadShipped(idOrFile) : loadFile(idOrFile);
    }

    private static Scenario loadShipped(String id) throws BadScenarioException {
        try (InputStream text = ScenarioCatalogue.class.getResourceAsStream("/scenarios/" + id + ".yaml")) {
            if (text == null) {
                throw new IllegalStateException("scenario " + id + " is missing from this build");
            }
            return ScenarioFile.read(id + ".yaml", text);
        } catch (IOException broken) {
            throw new BadScenarioException(id, "cannot be read: " + broken.getMessage());
        }
    }

    private static Scenario loadFile(String file) throws BadScenarioException {
        Path path = path(file);
        if (!Files.isRegularFile(path)) {
            throw unknown(file);
        }
        String name = String.valueOf(path.getFileName());
        try {
            return ScenarioFile.read(name, new StringReader(InputFile.readText(path)));
        } catch (IOException unreadable) {
            throw new BadScenarioException(name, String.valueOf(unreadable.getMessage()));
        }
    }

    private static Path path(String file) throws BadScenarioException {
        try {
            return Path.of(file);
        } catch (InvalidPathException noPath) {
            throw unknown(file);
        }
    }

    private static BadScenarioException unknown(String name) {
        return new BadScenarioException(
                name, "neither the id of a scenario (" + String.join(", ", IDS) + ") nor a file");
    }

    private ScenarioCatalogue() {}
}
