package firedrill.dashboard.cli;

import firedrill.dashboard.cli.option.AuditTrailOptions;
import firedrill.dashboard.cli.option.ConnectionOptions;
import firedrill.dashboard.cli.output.Console;
import firedrill.dashboard.monitor.VersionRow;
import firedrill.dashboard.runtime.ModelRegistryClient;
import firedrill.dashboard.runtime.Preflight;
import firedrill.dashboard.runtime.UserFacingException;
import firedrill.ingest.kafka.KafkaSettings;
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
        description = "The models of a running scorer: bring one in, promote it, roll back, stage it, let it watch.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ModelProvenanceCommand.class, ModelCompareCommand.class})
final class ModelRegistryCommand {

    private static final Duration ADMISSION_TIMEOUT = Duration.ofSeconds(20);

    /** What is done at a desk; whatever Kafka throws becomes a sentence. */
    interface RegistryAction {
        void run(ModelRegistryClient desk) throws UserFacingException, InterruptedException;
    }

    static int withRegistry(KafkaSettings settings, RegistryAction acting)
            throws UserFacingException, InterruptedException {
        Preflight.requireReachable(settings);
        try (var desk = new ModelRegistryClient(settings)) {
            acting.run(desk);
            return 0;
        } catch (KafkaException lost) {
            throw new UserFacingException(
                    settings + " cannot be asked about models (" + lost.getMessage()
                            + "): is it the Kafka that ./firedrill up uses?",
                    lost);
        }
    }

    @Command(name = "list", description = "Versions, what each is for, and who made it so.")
    int list(@Mixin ConnectionOptions where, @Mixin Console console) throws UserFacingException, InterruptedException {
        return withRegistry(where.settings(), desk -> print(desk, console));
    }

    @Command(name = "add", description = "Bring a model into the registry; it decides nothing until it is promoted.")
    int add(
            @Parameters(paramLabel = "FILE", description = "NAME.tribuo, with NAME.json beside it.") Path file,
            @Mixin AuditTrailOptions audit,
            @Mixin ConnectionOptions where,
            @Mixin Console console)
            throws UserFacingException, InterruptedException {
        var packed = readArtifact(file);
        return withRegistry(where.settings(), desk -> {
            var announcement = desk.createAnnouncement(packed, audit.actor(), audit.reason());
            switch (desk.announce(announcement, ADMISSION_TIMEOUT)) {
                case ADMITTED -> {
                    console.progress(announcement.modelHash() + " is in the registry.");
                    print(desk, console);
                }
                case REFUSED ->
                    throw new UserFacingException("The scorer refused " + announcement.modelHash() + ": "
                            + desk.lastRefusal().reason() + ".");
                case NO_RESPONSE ->
                    throw new UserFacingException(announcement.modelHash() + " is announced, and after "
                            + ADMISSION_TIMEOUT.toSeconds() + " s no scorer has checked it: does the job run?");
            }
        });
    }

    @Command(name = "promote", description = "From now on it decides.")
    int promote(
            @Parameters(paramLabel = "ID", description = "Of the version; its beginning is enough.") String id,
            @Mixin AuditTrailOptions audit,
            @Mixin ConnectionOptions where,
            @Mixin Console console)
            throws UserFacingException, InterruptedException {
        return order(desk -> new Promote(desk.resolve(id)), audit, where, console);
    }

    @Command(name = "rollback", description = "The champion before the present one decides again.")
    int rollback(@Mixin AuditTrailOptions audit, @Mixin ConnectionOptions where, @Mixin Console console)
            throws UserFacingException, InterruptedException {
        return order(desk -> new RollBack(), audit, where, console);
    }

    @Command(name = "stage", description = "It decides for a share of the users, always the same ones.")
    int stage(
            @Parameters(paramLabel = "ID", description = "Of the version; its beginning is enough.") String id,
            @Option(
                            names = "--share",
                            paramLabel = "S",
                            required = true,
                            description = "Of the users, from 0 to 1; 0 takes it back.")
                    double share,
            @Mixin AuditTrailOptions audit,
            @Mixin ConnectionOptions where,
            @Mixin Console console)
            throws UserFacingException, InterruptedException {
        if (!(share >= 0 && share <= 1)) {
            throw new UserFacingException("--share must be from 0 to 1, was " + share + ".");
        }
        return order(
                desk -> share == 0 ? unstageOrder(desk, desk.resolve(id)) : new Stage(desk.resolve(id), share),
                audit,
                where,
                console);
    }

    private static ModelOrder unstageOrder(ModelRegistryClient desk, String model) throws UserFacingException {
        if (desk.book()
                .control()
                .registry()
                .stagedRollout()
                .filter(one -> one.model().equals(model))
                .isEmpty()) {
            throw new UserFacingException("Nothing was changed: " + model + " is not staged.");
        }
        return new Unstage();
    }

    @Command(name = "shadow", description = "It scores what others decide, and decides nothing.")
    int shadow(
            @Parameters(paramLabel = "ID", description = "Of the version; its beginning is enough.") String id,
            @Option(names = "--off", description = "No longer.") boolean off,
            @Mixin AuditTrailOptions audit,
            @Mixin ConnectionOptions where,
            @Mixin Console console)
            throws UserFacingException, InterruptedException {
        return order(
                desk -> off ? new Unshadow(desk.resolve(id)) : new Shadow(desk.resolve(id)), audit, where, console);
    }

    @Command(name = "retire", description = "It will never decide again.")
    int retire(
            @Parameters(paramLabel = "ID", description = "Of the version; its beginning is enough.") String id,
            @Mixin AuditTrailOptions audit,
            @Mixin ConnectionOptions where,
            @Mixin Console console)
            throws UserFacingException, InterruptedException {
        return order(desk -> new Retire(desk.resolve(id)), audit, where, console);
    }

    @Command(name = "history", description = "Every order about models, and every refusal.")
    int history(@Mixin ConnectionOptions where, @Mixin Console console)
            throws UserFacingException, InterruptedException {
        return withRegistry(where.settings(), desk -> {
            var history = desk.book().orders();
            var refusals = desk.book().refusals();
            if (console.isJson()) {
                console.printJson(Map.of("history", history, "refusals", refusals));
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

    /** Which order, once it is known which versions there are. */
    private interface OrderFactory {
        ModelOrder create(ModelRegistryClient desk) throws UserFacingException;
    }

    private static int order(OrderFactory choice, AuditTrailOptions audit, ConnectionOptions where, Console console)
            throws UserFacingException, InterruptedException {
        return withRegistry(where.settings(), desk -> {
            desk.submit(choice.create(desk), audit.actor(), audit.reason());
            print(desk, console);
        });
    }

    private static ModelArtifact readArtifact(Path file) throws UserFacingException {
        try {
            return ModelFile.readArtifact(file);
        } catch (ModelRefusedException refused) {
            throw new UserFacingException("The model was refused: " + refused.getMessage() + ".", refused);
        } catch (IllegalArgumentException misnamed) {
            throw new UserFacingException(String.valueOf(misnamed.getMessage()) + ".", misnamed);
        }
    }

    private static void print(ModelRegistryClient desk, Console console) {
        var rows = VersionRow.of(desk.book());
        if (console.isJson()) {
            console.printJson(Map.of("versions", rows));
            return;
        }
        if (rows.isEmpty()) {
            console.print("No version is in the registry yet: the scorer decides with the model it was started with.");
        }
        rows.forEach(row -> console.print(
                "%s  %-9s %-24s by %s: %s".formatted(row.model(), format(row), row.name(), row.assignedBy(), row.assignedReason())));
    }

    private static String format(VersionRow row) {
        String duty = row.status().name().toLowerCase(Locale.ROOT);
        return row.share() == null ? duty : duty + " " + Math.round(100 * row.share()) + " %";
    }
}
