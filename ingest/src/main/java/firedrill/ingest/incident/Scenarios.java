package firedrill.ingest.incident;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The catalogue of scenarios that are shipped. */
public final class Scenarios {

    private static final List<String> IDS = List.of("quiet", "crash-day");

    /** Ids, in the order in which they are shown. */
    public static List<String> ids() {
        return IDS;
    }

    /** The shipped scenario of that id, or the one in the file of that name. */
    public static Scenario named(String idOrFile) throws BadScenarioException {
        return IDS.contains(idOrFile) ? shipped(idOrFile) : file(idOrFile);
    }

    private static Scenario shipped(String id) throws BadScenarioException {
        String resource = "/scenarios/" + id + ".yaml";
        try (var bytes = Objects.requireNonNull(Scenarios.class.getResourceAsStream(resource), resource)) {
            return ScenarioFile.read(id + ".yaml", new InputStreamReader(bytes, UTF_8));
        } catch (IOException unreadable) {
            throw new BadScenarioException(id, 0, "cannot be read: " + unreadable.getMessage());
        }
    }

    private static Scenario file(String name) throws BadScenarioException {
        Path path = Path.of(name);
        if (!Files.isRegularFile(path)) {
            throw new BadScenarioException(
                    name, 0, "no scenario and no file is called so; there are " + String.join(", ", IDS));
        }
        try (var reader = Files.newBufferedReader(path, UTF_8)) {
            return ScenarioFile.read(name, reader);
        } catch (IOException unreadable) {
            throw new BadScenarioException(name, 0, "cannot be read: " + unreadable.getMessage());
        }
    }

    private Scenarios() {}
}
