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
            description = {
                "Where a run keeps its files (.firedrill beside the launcher). A run deletes what earlier runs left there;",
                "a folder with other files is refused."
            })
    void folder(Path chosen) {
        folder = chosen.toAbsolutePath().normalize();
        if (isOwn(folder)) {
            setLogFolder(folder);
        }
    }

    private static boolean isOwn(Path folder) {
        try {
            WorkFolder.requireOwn(folder);
            return true;
        } catch (UserFacingException foreign) {
            return false;
        }
    }

    public Path folder() {
        return folder;
    }

    /** Throws unless a run may use the folder; changes nothing. */
    public void requireOwn() throws UserFacingException {
        WorkFolder.requireOwn(folder);
    }

    /** Opens the folder for a run. */
    public WorkFolder open() throws UserFacingException {
        return WorkFolder.open(folder);
    }

    /** Opens a folder below it. */
    public WorkFolder open(String below) throws UserFacingException {
        var opened = WorkFolder.openBelow(folder, below);
        setLogFolder(opened.path());
        return opened;
    }

    /** Sends what libraries log to a file in a folder; log4j2.xml reads this when the first of them logs. */
    public static void setLogFolder(Path folder) {
        var file = folder.resolve("firedrill.log").toString();
        System.setProperty("firedrill.log", file);
        // The name of an older log is a pattern.
        System.setProperty("firedrill.log.rolled", file.replace("%", "%%"));
    }
}
