package firedrill.dashboard.cli;

import firedrill.dashboard.cli.output.Console;
import firedrill.dashboard.cli.output.JsonOutput;
import firedrill.dashboard.runtime.UserFacingException;
import firedrill.scoring.job.migration.SavepointMigration;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code firedrill savepoint}: saved state of the scoring job. */
@Command(
        name = "savepoint",
        description = "The scoring job's saved state, on a cluster of your own.",
        synopsisSubcommandLabel = "COMMAND")
final class SavepointCommand {

    @Command(
            name = "migrate",
            description = "Write a copy of a savepoint or checkpoint that this version of the job can be started from,"
                    + " if an earlier version wrote it.")
    int migrate(
            @Parameters(
                            paramLabel = "FOLDER",
                            description = "The savepoint's folder, with _metadata in it; not changed.")
                    Path source,
            @Parameters(paramLabel = "COPY", description = "Folder to create.") Path target,
            @Mixin Console console)
            throws UserFacingException {
        boolean isMigrated = migrate(source, target);
        if (console.isJson()) {
            console.printJson(JsonOutput.newObject()
                    .put("migrated", isMigrated)
                    .put("savepoint", String.valueOf(isMigrated ? target : source)));
        } else {
            console.print(
                    isMigrated
                            ? "Start the job from " + target + "."
                            : source + " has the present layout: start the job from it.");
        }
        return 0;
    }

    private static boolean migrate(Path source, Path target) throws UserFacingException {
        try {
            return SavepointMigration.migrate(source, target);
        } catch (IOException e) {
            throw new UserFacingException("Cannot migrate " + source + " to " + target + " (" + e + ").", e);
        }
    }
}
