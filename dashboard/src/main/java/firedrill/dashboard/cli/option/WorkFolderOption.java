package firedrill.dashboard.cli.option;

import firedrill.dashboard.runtime.UserFacingException;
import firedrill.dashboard.runtime.WorkFolder;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The work folder, as an option. */
public final class WorkFolderOption {

    private Path folder = WorkFolder.defaultPath();

    @Option(
            names = "--work",
            paramLabel = "FOLDER",
            description = "Where a run keeps its files (.firedrill beside the launcher).")
    void folder(Path chosen) {
        folder = chosen.toAbsolutePath().normalize();
        setLogFolder(folder);
    }

    public Path folder() {
        return folder;
    }

    /** Opens the folder for a run. */
    public WorkFolder open() throws UserFacingException {
        return WorkFolder.open(folder);
    }

    /** Opens a folder below it. */
    public WorkFolder open(String below) throws UserFacingException {
        var chosen = folder.resolve(below);
        setLogFolder(chosen);
        return WorkFolder.open(chosen);
    }

    /** Sends what libraries log to a file in a folder; log4j2.xml reads this when the first of them logs. */
    public static void setLogFolder(Path folder) {
        System.setProperty("firedrill.log", folder.resolve("firedrill.log").toString());
    }
}
