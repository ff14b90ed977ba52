package firedrill.dashboard.cli;

import firedrill.dashboard.cli.option.AuditTrailOptions;
import firedrill.dashboard.cli.option.ConnectionOptions;
import firedrill.dashboard.cli.output.Console;
import firedrill.dashboard.monitor.VersionRow;
import firedrill.dashboard.runtime.ModelRegistryClient;
import firedrill.dashboard.runtime.Preflight;
import firedrill.dashboard.runtime.UserFacingException;
import firedrill.ingest.kafka.KafkaSettings;
import firedrill.scoring.model.artifact.ModelAnnouncement;
import firedrill.scoring.model.artifact.ModelArtifact;
import firedrill.scoring.model.artifact.ModelFile;
import firedrill.scoring.model.artifact.ModelRefusedException;
import firedrill.scoring.registry.ModelOrder;
import firedrill.scoring.registry.ModelOrder.Promote;
import firedrill.scoring.registry.ModelOrder.Retire;
import firedrill.scoring.registry.ModelOrder.RollBack;
import firedrill.scoring.registry.ModelOrder.Shadow;
import firedrill.scoring.registry.ModelOrder.Stage;
import firedrill.scoring.registry.ModelOrder.Unshadow;
import firedrill.scoring.registry.ModelOrder.Unstage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code firedrill model}: the registry of models of a running scorer. */
@Command(
        name = "model",
        description = "Model registry of a running scorer: add, promote, roll back, stage, shadow, retire, release.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ModelProvenanceCommand.class, ModelCompareCommand.class})
final class ModelRegistryCommand {

    private static final String VERSION = "Version id or a unique prefix of it.";
    private static final Duration ADMISSION_TIMEOUT = Duration.ofSeconds(20);

    /** An action on the registry; exceptions of Kafka become messages. */
    interface RegistryAction {
        void run(ModelRegistryClient registry) throws UserFacingException, InterruptedException;
    }

    static int withRegistry(KafkaSettings settings, RegistryAction action)
            throws UserFacingException, InterruptedException {
        Preflight.requireReachable(settings);
        try (var registry = new ModelRegistryClient(settings)) {
            action.run(registry);
            return 0;
        } catch (KafkaException lost) {
            throw new UserFacingException(
                    settings + " does not serve the registry topics (" + lost.getMessage()
                            + "): is it the Kafka that ./firedrill up uses?",
                    lost);
        }
    }

    @Command(name = "list", description = "List versions with status, actor and reason.")
    int list(@Mixin ConnectionOptions where, @Mixin Console console) throws UserFacingException, InterruptedException {
        return withRegistry(where.settings(), registry -> print(registry, console));
    }

    @Command(name = "add", description = "Register a model; it stays inactive until it is promoted.")
    int add(
            @Parameters(paramLabel = "FILE", description = "Model file NAME.tribuo, with its sidecar NAME.json.")
                    Path file,
            @Mixin AuditTrailOptions audit,
            @Mixin ConnectionOptions where,
            @Mixin Console console)
            throws UserFacingException, InterruptedException {
        var note = audit.note();
        var packed = readArtifact(file);
        return withRegistry(where.settings(), registry -> {
            announce(registry.createAnnouncement(packed, note), registry, console);
        });
    }

    @Command(name = "release", description = "Have a model in quarantine loaded once more.")
    int release(
            @Parameters(paramLabel = "ID", description = VERSION) String id,
            @Mixin AuditTrailOptions audit,
            @Mixin ConnectionOptions where,
            @Mixin Console console)
            throws UserFacingException, InterruptedException {
        var note = audit.note();
        return withRegistry(
                where.settings(), registry -> announce(registry.createRelease(id, note), registry, console));
    }

    private static void announce(ModelAnnouncement announcement, ModelRegistryClient registry, Console console)
            throws UserFacingException, InterruptedException {
        switch (registry.announce(announcement, ADMISSION_TIMEOUT)) {
            case ADMITTED -> {
                console.progress(announcement.modelHash() + " is in the registry.");
                print(registry, console);
            }
            case REFUSED ->
                throw new UserFacingException("The scorer refused " + announcement.modelHash() + ": "
                        + registry.refusalReason(announcement) + ".");
            case NO_RESPONSE ->
                throw new UserFacingException(announcement.modelHash()
                        + " was announced; no scorer responded within " + ADMISSION_TIMEOUT.toSeconds()
                        + " s. Is the job running?");
        }
    }

    @Command(name = "promote", description = "Make a version the champion.")
    int promote(
            @Parameters(paramLabel = "ID", description = VERSION) String id,
            @Mixin AuditTrailOptions audit,
            @Mixin ConnectionOptions where,
            @Mixin Console console)
            throws UserFacingException, InterruptedException {
        return order(registry -> new Promote(registry.resolve(id)), audit, where, console);
    }

    @Command(name = "rollback", description = "Restore the previous champion.")
    int rollback(@Mixin AuditTrailOptions audit, @Mixin ConnectionOptions where, @Mixin Console console)
            throws UserFacingException, InterruptedException {
        return order(registry -> new RollBack(), audit, where, console);
    }

    @Command(name = "stage", description = "Staged rollout: route a fixed share of the users to a version.")
    int stage(
            @Parameters(paramLabel = "ID", description = VERSION) String id,
            @Option(
                            names = "--share",
                            paramLabel = "S",
                            required = true,
                            description = "Share of the users, 0 to 1; 0 ends the rollout.")
                    double share,
            @Mixin AuditTrailOptions audit,
            @Mixin ConnectionOptions where,
            @Mixin Console console)
            throws UserFacingException, InterruptedException {
        if (!(share >= 0 && share <= 1)) {
            throw new UserFacingException("--share must be from 0 to 1, was " + share + ".");
        }
        return order(
                registry -> share == 0
                        ? unstageOrder(registry, registry.resolve(id))
                        : new Stage(registry.resolve(id), share),
                audit,
                where,
                console);
    }

    private static ModelOrder unstageOrder(ModelRegistryClient registry, String model) throws UserFacingException {
        if (registry.history()
                .control()
                .registry()
                .stagedRollout()
                .filter(staged -> staged.model().equals(model))
                .isEmpty()) {
            throw new UserFacingException("Nothing was changed: " + model + " is not staged.");
        }
        return new Unstage();
    }

    @Command(name = "shadow", description = "Score in shadow, without deciding.")
    int shadow(
            @Parameters(paramLabel = "ID", description = VERSION) String id,
            @Option(names = "--off", description = "End shadow scoring.") boolean off,
            @Mixin AuditTrailOptions audit,
            @Mixin ConnectionOptions where,
            @Mixin Console console)
            throws UserFacingException, InterruptedException {
        return order(
                registry -> off ? new Unshadow(registry.resolve(id)) : new Shadow(registry.resolve(id)),
                audit,
                where,
                console);
    }

    @Command(name = "retire", description = "Retire a version permanently.")
    int retire(
            @Parameters(paramLabel = "ID", description = VERSION) String id,
            @Mixin AuditTrailOptions audit,
            @Mixin ConnectionOptions where,
            @Mixin Console console)
            throws UserFacingException, InterruptedException {
        return order(registry -> new Retire(registry.resolve(id)), audit, where, console);
    }

    @Command(name = "history", description = "All registry orders and refusals.")
    int history(@Mixin ConnectionOptions where, @Mixin Console console)
            throws UserFacingException, InterruptedException {
        return withRegistry(where.settings(), registry -> {
            var history = registry.history().orders();
            var refusals = registry.history().refusals();
            if (console.isJson()) {
                console.printJson(Map.of("orders", history, "refusals", refusals));
                return;
            }
            history.forEach(line -> console.print("%5d  %-40s by %s: %s%s"
                    .formatted(
                            line.version(),
                            line.order(),
                            line.actor(),
                            line.reason(),
                            line.refusalReason() == null ? "" : " [refused: " + line.refusalReason() + "]")));
            refusals.forEach(refusal -> console.print(
                    "refused: %s by %s: %s".formatted(refusal.subject(), refusal.actor(), refusal.reason())));
        });
    }

    /** Creates an order from the versions in the registry. */
    private interface OrderFactory {
        ModelOrder create(ModelRegistryClient registry) throws UserFacingException;
    }

    private static int order(OrderFactory choice, AuditTrailOptions audit, ConnectionOptions where, Console console)
            throws UserFacingException, InterruptedException {
        var note = audit.note();
        return withRegistry(where.settings(), registry -> {
            registry.submit(choice.create(registry), note);
            print(registry, console);
        });
    }

    private static ModelArtifact readArtifact(Path file) throws UserFacingException {
        try {
            return ModelFile.readArtifact(file);
        } catch (ModelRefusedException refused) {
            throw new UserFacingException("The model was refused: " + refused.getMessage() + ".", refused);
        } catch (IllegalArgumentException e) {
            throw new UserFacingException(String.valueOf(e.getMessage()) + ".", e);
        }
    }

    private static void print(ModelRegistryClient registry, Console console) {
        var rows = VersionRow.of(registry.history());
        var quarantines = registry.history().quarantines();
        if (console.isJson()) {
            console.printJson(Map.of("versions", rows, "quarantines", quarantines));
            return;
        }
        if (rows.isEmpty()) {
            console.print("Registry empty: the scorer uses its seed model.");
        }
        rows.forEach(row -> console.print("%s  %-9s %-24s by %s: %s"
                .formatted(row.model(), format(row), row.name(), row.assignedBy(), row.assignedReason())));
        quarantines.forEach((model, reason) ->
                console.print("%s  is in quarantine and is not loaded: %s (./firedrill model release %s)."
                        .formatted(model, reason, model)));
    }

    private static String format(VersionRow row) {
        String status = row.status().name().toLowerCase(Locale.ROOT);
        return row.share() == null ? status : status + " " + Math.round(100 * row.share()) + " %";
    }
}
