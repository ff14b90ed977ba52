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
    }

    Path folder() {
        return folder;
    }

    /** Opens the folder for a run, and sends what libraries log to a file in it. */
    WorkFolder open() throws CliFailure {
        return opened(folder);
    }

    /** Opens a folder below it. */
    WorkFolder open(String below) throws CliFailure {
        return opened(folder.resolve(below));
    }

    private static WorkFolder opened(Path chosen) throws CliFailure {
        var work = WorkFolder.open(chosen);
        // Read by log4j2.xml when the first library logs.
        System.setProperty("firedrill.log", chosen.resolve("firedrill.log").toString());
        return work;
    }
}
