package firedrill.scoring.job.settings;

import java.nio.file.Path;

/** Local folders as Flink reads them from text: with a scheme, and unescaped, because it takes {@code %20} for a name. */
public final class FlinkFolder {

    private FlinkFolder() {}

    /** The text by which Flink finds a folder or file of this machine. */
    public static String text(Path local) {
        return org.apache.flink.core.fs.Path.fromLocalFile(
                        local.toAbsolutePath().toFile())
                .toString();
    }
}
