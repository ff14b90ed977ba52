package firedrill.dashboard.cli;

import firedrill.dashboard.cli.option.OptionRange;
import firedrill.dashboard.cli.output.ArmJson;
import firedrill.dashboard.cli.output.ComparisonText;
import firedrill.dashboard.cli.output.Console;
import firedrill.dashboard.cli.output.LedgerCsvWriter;
import firedrill.dashboard.lab.Arm;
import firedrill.dashboard.lab.Lab;
import firedrill.dashboard.lab.Operator;
import firedrill.dashboard.lab.RunObserver;
import firedrill.dashboard.ledger.Posting;
import firedrill.dashboard.runtime.ScoringBundle;
import firedrill.dashboard.runtime.UserFacingException;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.scoring.decision.Signal.Refusal;
import firedrill.scoring.engine.ScoringParameters;
import firedrill.scoring.model.artifact.LoadedModel;
import firedrill.scoring.model.artifact.ModelFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code firedrill lab}: exchange and scorer in one thread, without Kafka and Flink. */
@Command(
        name = "lab",
        description = "Simulate without Kafka and Flink: single-threaded, deterministic.",
        subcommands = {
            LabCommand.LabRunCommand.class,
            LabCommand.LabCompareCommand.class,
            SanityCheckCommand.class,
            LeakageAuditCommand.class
        })
final class LabCommand {

    private LabCommand() {}

    /** One arm. */
    @Command(name = "run", description = "Run one operator policy on one seed and print its bill.")
    static final class LabRunCommand implements Callable<Integer> {

        @Mixin
        private Console console = new Console();

        @Mixin
        private LabOptions simulation = new LabOptions();

        @Option(
                names = "--operator",
                paramLabel = "NAME",
                defaultValue = "do-nothing",
                description = {
                    "do-nothing, allow-all, block-all, or threshold-P, which blocks from that fraud probability on,",
                    "for example threshold-0.05 (${DEFAULT-VALUE})."
                })
        private String operator = "do-nothing";

        @Option(
                names = "--ledger",
                paramLabel = "FILE",
                description = "Write all postings with their event ids as CSV; their sums are the bill.")
        private @Nullable Path ledger;

        @Override
        public Integer call() throws UserFacingException {
            var arm = ledger == null ? arm(posting -> {}) : arm(ledger);
            if (console.isJson()) {
                console.printJson(ArmJson.of(arm));
            } else {
                console.print(format(arm));
                arm.refusals().forEach(refusal -> console.print(format(refusal)));
                console.print(arm.fraudDensity().text());
                console.printOverrides(arm.parameters());
            }
            return 0;
        }

        private Arm arm(Path file) throws UserFacingException {
            try (var journal = LedgerCsvWriter.open(file)) {
                var arm = arm(journal);
                journal.commit();
                return arm;
            } catch (IOException | UncheckedIOException refused) {
                throw new UserFacingException(
                        "The ledger cannot be written to " + file + ": " + refused.getMessage(), refused);
            }
        }

        private Arm arm(Consumer<Posting> journal) throws UserFacingException {
            return simulation
                    .lab()
                    .run(
                            simulation.scenario(),
                            parseOperator(operator),
                            simulation.seed(),
                            simulation.length(),
                            RunObserver.NONE,
                            journal);
        }
    }

    /** All operators on the same seeds. */
    @Command(name = "compare", description = "Run all operator policies on the same seeds and compare their bills.")
    static final class LabCompareCommand implements Callable<Integer> {

        @Mixin
        private Console console = new Console();

        @Mixin
        private LabOptions simulation = new LabOptions();

        @Option(
                names = "--seeds",
                defaultValue = "5",
                description = "Number of seeds, from --seed on (${DEFAULT-VALUE}).")
        private int seeds;

        @Override
        public Integer call() throws UserFacingException {
            OptionRange.require("--seeds", seeds, 1, 1_000);
            var comparison = simulation
                    .lab()
                    .compare(
                            simulation.scenario(),
                            LongStream.range(simulation.seed(), simulation.seed() + seeds)
                                    .boxed()
                                    .toList(),
                            simulation.length(),
                            operator -> console.progress(operator.label() + " on " + seeds + " seeds"));
            if (console.isJson()) {
                console.printJson(comparison);
            } else {
                comparison.arms().forEach(row -> console.print(ComparisonText.of(row, comparison.lossCapUsd())));
                console.print(comparison.fraudDensity().text());
                console.printOverrides(comparison.parameters());
                console.print(ComparisonText.of(Objects.requireNonNull(comparison.thresholds())));
            }
            return 0;
        }
    }

    /** A lab with the default exchange and the bundled model, rules and policy. */
    static Lab defaultLab(ExchangeSettings settings) {
        return lab(settings, ModelFile.loadBundled(), false);
    }

    /** The same with a market-blind champion. */
    static Lab marketBlindLab(ExchangeSettings settings) {
        return lab(settings, ModelFile.loadBundled(), true);
    }

    /** A lab with the default exchange, this model, and the bundled rules and policy. */
    static Lab lab(ExchangeSettings settings, LoadedModel model, boolean isMarketBlind) {
        var scorers =
                ScoringBundle.of(model, ScoringParameters.of(settings.world().set()));
        return new Lab(
                settings, isMarketBlind ? scorers::createMarketBlindDecider : scorers::createDecider, scorers.model());
    }

    /** The operator of a label. */
    static Operator parseOperator(String name) throws UserFacingException {
        try {
            return Operator.ofLabel(name);
        } catch (IllegalArgumentException unknown) {
            throw new UserFacingException(unknown.getMessage() + ".", unknown);
        }
    }

    private static String format(Arm arm) {
        var bill = arm.bill();
        return "%s, %s, seed %d, settled for %d h: net cost $%,.0f (fraud lost $%,.0f, lifetime value lost $%,.0f, fees lost $%,.0f, laundering $%,.0f), expected $%,.0f; %d users lost; thefts %d, stopped %d, slipped through %d; reviews %d of %d; precision %s, recall %s"
                .formatted(
                        arm.scenario(),
                        arm.operator(),
                        arm.seed(),
                        TimeUnit.SECONDS.toHours(arm.aftermathSeconds()),
                        bill.costs().netCostUsd(),
                        bill.costs().fraudLossUsd(),
                        bill.costs().ltvLostUsd(),
                        bill.costs().feeLossUsd(),
                        bill.costs().complianceCostUsd(),
                        bill.costs().expectedNetCostUsd(),
                        bill.users().usersLost(),
                        bill.quality().thefts().attempted(),
                        bill.quality().thefts().stopped(),
                        bill.quality().thefts().slippedThrough(),
                        bill.reviews().reviews(),
                        arm.reviewCapacity(),
                        known(bill.quality().precision()),
                        known(bill.quality().recall().trueValue()));
    }

    /** The command that changed nothing, and why. */
    static String format(Refusal refusal) {
        return "Refused at %s of simulated time: %s, by %s: %s."
                .formatted(
                        Instant.ofEpochMilli(refusal.timeMillis()),
                        refusal.subject(),
                        refusal.actor(),
                        refusal.reason());
    }

    private static String known(@Nullable Double share) {
        return share == null ? "not available" : "%.2f".formatted(share);
    }
}
