package firedrill.dashboard.cli;

import firedrill.dashboard.feed.VersionRow;
import firedrill.ingest.publish.KafkaSettings;
import firedrill.scoring.decision.ModelOrder;
import firedrill.scoring.decision.ModelOrder.Promote;
import firedrill.scoring.decision.ModelOrder.Retire;
import firedrill.scoring.decision.ModelOrder.RollBack;
import firedrill.scoring.decision.ModelOrder.Shadow;
import firedrill.scoring.decision.ModelOrder.Stage;
import firedrill.scoring.decision.ModelOrder.Unshadow;
import firedrill.scoring.decision.ModelOrder.Unstage;
import firedrill.scoring.model.ModelFile;
import firedrill.scoring.model.ModelRefusedException;
import firedrill.scoring.model.PackedModel;
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
        subcommands = {WhichCommand.class, CompareCommand.class})
final class RegistryCommand {

    private static final Duration CHECKING = Duration.ofSeconds(20);

    /** What is done at a desk; whatever Kafka throws becomes a sentence. */
    interface AtDesk {
        void act(ModelDesk desk) throws CliFailure, InterruptedException;
    }

    static int at(KafkaSettings settings, AtDesk acting) throws CliFailure, InterruptedException {
        Preflight.requireAnswer(settings);
        try (var desk = new ModelDesk(settings)) {
            acting.act(desk);
            return 0;
        } catch (KafkaException lost) {
            throw new CliFailure(
                    settings + " cannot be asked about models (" + lost.getMessage()
                            + "): is it the Kafka that ./firedrill up uses?",
                    lost);
        }
    }

    @Command(name = "list", description = "Versions, what each is for, and who made it so.")
    int list(@Mixin Where where, @Mixin Console console) throws CliFailure, InterruptedException {
        return at(where.kafka(), desk -> print(desk, console));
    }

    @Command(name = "add", description = "Bring a model into the registry; it decides nothing until it is promoted.")
    int add(
            @Parameters(paramLabel = "FILE", description = "NAME.tribuo, with NAME.json beside it.") Path file,
            @Mixin AuditOptions audit,
            @Mixin Where where,
            @Mixin Console console)
            throws CliFailure, InterruptedException {
        var packed = packed(file);
        return at(where.kafka(), desk -> {
            var announcement = desk.announcement(packed, audit.by(), audit.why());
            switch (desk.announce(announcement, CHECKING)) {
                case ADMITTED -> {
                    console.say(announcement.model() + " is in the registry.");
                    print(desk, console);
                }
                case REFUSED ->
                    throw new CliFailure("The scorer refused " + announcement.model() + ": "
                            + desk.lastRefusal().why() + ".");
                case UNHEARD ->
                    throw new CliFailure(announcement.model() + " is announced, and after " + CHECKING.toSeconds()
                            + " s no scorer has checked it: does the job run?");
            }
        });
    }

    @Command(name = "promote", description = "From now on it decides.")
    int promote(
            @Parameters(paramLabel = "ID", description = "Of the version; its beginning is enough.") String id,
            @Mixin AuditOptions audit,
            @Mixin Where where,
            @Mixin Console console)
            throws CliFailure, InterruptedException {
        return order(desk -> new Promote(desk.named(id)), audit, where, console);
    }

    @Command(name = "rollback", description = "The champion before the present one decides again.")
    int rollback(@Mixin AuditOptions audit, @Mixin Where where, @Mixin Console console)
            throws CliFailure, InterruptedException {
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
            @Mixin AuditOptions audit,
            @Mixin Where where,
            @Mixin Console console)
            throws CliFailure, InterruptedException {
        if (!(share >= 0 && share <= 1)) {
            throw new CliFailure("--share must be from 0 to 1, was " + share + ".");
        }
        return order(
                desk -> share == 0 ? unstaged(desk, desk.named(id)) : new Stage(desk.named(id), share),
                audit,
                where,
                console);
    }

    private static ModelOrder unstaged(ModelDesk desk, String model) throws CliFailure {
        if (desk.book()
                .control()
                .roster()
                .staged()
                .filter(one -> one.model().equals(model))
                .isEmpty()) {
            throw new CliFailure("Nothing was changed: " + model + " is not staged.");
        }
        return new Unstage();
    }

    @Command(name = "shadow", description = "It scores what others decide, and decides nothing.")
    int shadow(
            @Parameters(paramLabel = "ID", description = "Of the version; its beginning is enough.") String id,
            @Option(names = "--off", description = "No longer.") boolean off,
            @Mixin AuditOptions audit,
            @Mixin Where where,
            @Mixin Console console)
            throws CliFailure, InterruptedException {
        return order(desk -> off ? new Unshadow(desk.named(id)) : new Shadow(desk.named(id)), audit, where, console);
    }

    @Command(name = "retire", description = "It will never decide again.")
    int retire(
            @Parameters(paramLabel = "ID", description = "Of the version; its beginning is enough.") String id,
            @Mixin AuditOptions audit,
            @Mixin Where where,
            @Mixin Console console)
            throws CliFailure, InterruptedException {
        return order(desk -> new Retire(desk.named(id)), audit, where, console);
    }

    @Command(name = "history", description = "Every order about models, and every refusal.")
    int history(@Mixin Where where, @Mixin Console console) throws CliFailure, InterruptedException {
        return at(where.kafka(), desk -> {
            var history = desk.book().history();
            var refusals = desk.book().refusals();
            if (console.isJson()) {
                console.printJson(Map.of("history", history, "refusals", refusals));
                return;
            }
            history.forEach(line -> console.print("%5d  %-40s by %s: %s%s"
                    .formatted(
                            line.version(),
                            line.order(),
                            line.by(),
                            line.why(),
                            line.refusedBecause() == null ? "" : " [refused: " + line.refusedBecause() + "]")));
            refusals.forEach(refusal ->
                    console.print("refused: %s by %s: %s".formatted(refusal.what(), refusal.by(), refusal.why())));
        });
    }

    /** Which order, once it is known which versions there are. */
    private interface Choice {
        ModelOrder at(ModelDesk desk) throws CliFailure;
    }

    private static int order(Choice choice, AuditOptions audit, Where where, Console console)
            throws CliFailure, InterruptedException {
        return at(where.kafka(), desk -> {
            desk.order(choice.at(desk), audit.by(), audit.why());
            print(desk, console);
        });
    }

    private static PackedModel packed(Path file) throws CliFailure {
        try {
            return ModelFile.readPacked(file);
        } catch (ModelRefusedException refused) {
            throw new CliFailure("The model was refused: " + refused.getMessage() + ".", refused);
        } catch (IllegalArgumentException misnamed) {
            throw new CliFailure(String.valueOf(misnamed.getMessage()) + ".", misnamed);
        }
    }

    private static void print(ModelDesk desk, Console console) {
        var rows = VersionRow.of(desk.book());
        if (console.isJson()) {
            console.printJson(Map.of("versions", rows));
            return;
        }
        if (rows.isEmpty()) {
            console.print("No version is in the registry yet: the scorer decides with the model it was started with.");
        }
        rows.forEach(row -> console.print(
                "%s  %-9s %-24s by %s: %s".formatted(row.model(), inWords(row), row.name(), row.by(), row.why())));
    }

    private static String inWords(VersionRow row) {
        String duty = row.duty().name().toLowerCase(Locale.ROOT);
        return row.share() == null ? duty : duty + " " + Math.round(100 * row.share()) + " %";
    }
}
