package firedrill.dashboard.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The work folder, as an option. */
final class WorkOption {

    private Path folder = WorkFolder.standard();

    @Option(
            names = "--work",
            paramLabel = "FOLDER",
            description = "Where a run keeps its files (.firedrill beside the launcher).")
    void folder(Path chosen) {
        folder = chosen.toAbsolutePath().normalize();
        logIn(folder);
    }

    Path folder() {
        return folder;
    }

    /** Opens the folder for a run. */
    WorkFolder open() throws CliFailure {
        return WorkFolder.open(folder);
    }

    /** Opens a folder below it. */
    WorkFolder open(String below) throws CliFailure {
        var chosen = folder.resolve(below);
        logIn(chosen);
        return WorkFolder.open(chosen);
    }

    /** Sends what libraries log to a file in a folder; log4j2.xml reads this when the first of them logs. */
    static void logIn(Path folder) {
        System.setProperty("firedrill.log", folder.resolve("firedrill.log").toString());
    }
}
