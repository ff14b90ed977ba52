package firedrill.dashboard.runtime.flink;

import firedrill.dashboard.runtime.UserFacingException;
import firedrill.dashboard.runtime.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.configuration.ConfigurationUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of one cluster's temporary files. */
final class TemporaryFolder {

    private static final Logger LOG = LoggerFactory.getLogger(TemporaryFolder.class);

    /** Flink unpacks its RPC system (24 MB) and spills channel state. */
    private static final long NEEDED_BYTES = 100L << 20;

    /** Makes the folder anew, and refuses it when it is full or Flink would take it for several. */
    static void prepare(Path folder) throws UserFacingException {
        if (ConfigurationUtils.splitPaths(folder.toString()).length != 1) {
            throw new UserFacingException(folder + " cannot hold Flink's temporary files, because Flink splits paths"
                    + " at commas and colons: set another folder for such files with -Djava.io.tmpdir=FOLDER.");
        }
        try {
            WorkFolder.deleteRecursively(folder);
            // Refused if somebody else has made it meanwhile: Flink loads code from there.
            Files.createDirectory(folder);
            requireSpace(folder, Files.getFileStore(folder).getUsableSpace());
        } catch (IOException refused) {
            throw new UserFacingException(
                    "Cannot write temporary files in " + folder + " (" + WorkFolder.describe(refused)
                            + "): make it writable, or choose another folder with --work FOLDER.",
                    refused);
        }
    }

    static void requireSpace(Path folder, long freeBytes) throws UserFacingException {
        if (freeBytes < NEEDED_BYTES) {
            throw new UserFacingException("Only " + (freeBytes >> 20) + " MB are free in " + folder
                    + ", where Flink keeps temporary files, and " + (NEEDED_BYTES >> 20)
                    + " are needed: make room, or choose another folder with --work FOLDER.");
        }
    }

    /** Deletes it with what is left in it; what cannot be deleted stays for the next start. */
    static void delete(Path folder) {
        try {
            WorkFolder.deleteRecursively(folder);
        } catch (IOException inUse) {
            LOG.debug("{} is left for the next start", folder, inUse);
        }
    }

    private TemporaryFolder() {}
}
