package firedrill.dashboard.cli;

import firedrill.dashboard.lab.Arm;
import firedrill.dashboard.lab.Comparison;
import firedrill.dashboard.lab.Interval;
import firedrill.dashboard.lab.Lab;
import firedrill.dashboard.lab.Operator;
import firedrill.dashboard.lab.ThresholdCurve;
import firedrill.dashboard.lab.Witness;
import firedrill.dashboard.ledger.Posting;
import firedrill.ingest.exchange.ExchangeSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The exchange and the scorer in one thread, deterministic, without Kafka and Flink. */
@Command(
        name = "lab",
        description = "The same world without Kafka and Flink: one thread, deterministic, fast.",
        subcommands = {
            LabCommand.RunCommand.class,
            LabCommand.CompareCommand.class,
            CheckCommand.class,
            AuditCommand.class
        })
final class LabCommand {

    private LabCommand() {}

    /** One arm. */
    @Command(name = "run", description = "Play one operator on one seed, and print the ledger.")
    static final class RunCommand implements Callable<Integer> {

        @Mixin
        private Console console = new Console();

        @Mixin
        private WorldOptions world = new WorldOptions();

        @Mixin
        private PeopleOptions people = new PeopleOptions();

        @Mixin
        private MarketOption market = new MarketOption();

        @Mixin
        private LengthOption length = new LengthOption();

        @Option(
                names = "--operator",
                paramLabel = "NAME",
                defaultValue = "do-nothing",
                description = {
                    "do-nothing, allow-all, block-all, or threshold-P: refuses what the model finds at least that likely",
                    "to be fraud, as in threshold-0.05 (${DEFAULT-VALUE})."
                })
        private String operator = "do-nothing";

        @Option(names = "--unprepared", description = "The model is shown a calm market, whatever the market does.")
        private boolean isUnprepared;

        @Option(
                names = "--ledger",
                paramLabel = "FILE",
                description = "Write each amount, and the event that it traces to, as CSV: its sums are the bill.")
        private @Nullable Path ledger;

        @Override
        public Integer call() throws CliFailure {
            var arm = ledger == null ? arm(posting -> {}) : arm(ledger);
            if (console.isJson()) {
                console.printJson(arm);
            } else {
                console.print(inWords(arm));
            }
            return 0;
        }

        private Arm arm(Path file) throws CliFailure {
            try (var journal = Journal.at(file)) {
                var arm = arm(journal);
                journal.finish();
                return arm;
            } catch (IOException | UncheckedIOException refused) {
                throw new CliFailure("The ledger cannot be written to " + file + ": " + refused.getMessage(), refused);
            }
        }

        private Arm arm(Consumer<Posting> journal) throws CliFailure {
            var scenario = market.scenario(world.scenario());
            var settings = market.settings(people.settings(ExchangeSettings.DEFAULT.withUsers(world.users())));
            return lab(settings, isUnprepared)
                    .run(
                            scenario,
                            operator(operator),
                            world.seed(),
                            market.length(length.of(scenario.length())),
                            Witness.NOBODY,
                            journal);
        }
    }

    /** All operators on the same seeds. */
    @Command(name = "compare", description = "Play all operators on the same seeds, side by side.")
    static final class CompareCommand implements Callable<Integer> {

        @Mixin
        private Console console = new Console();

        @Mixin
        private WorldOptions world = new WorldOptions();

        @Mixin
        private PeopleOptions people = new PeopleOptions();

        @Mixin
        private MarketOption market = new MarketOption();

        @Mixin
        private LengthOption length = new LengthOption();

        @Option(names = "--seeds", defaultValue = "5", description = "How many, from --seed on (${DEFAULT-VALUE}).")
        private int seeds;

        @Option(names = "--unprepared", description = "The model is shown a calm market, whatever the market does.")
        private boolean isUnprepared;

        @Override
        public Integer call() throws CliFailure {
            if (seeds < 1 || seeds > 1_000) {
                throw new CliFailure("--seeds must be from 1 to 1000, was " + seeds + ".");
            }
            var scenario = market.scenario(world.scenario());
            var settings = market.settings(people.settings(ExchangeSettings.DEFAULT.withUsers(world.users())));
            var comparison = lab(settings, isUnprepared)
                    .compare(
                            scenario,
                            LongStream.range(world.seed(), world.seed() + seeds)
                                    .boxed()
                                    .toList(),
                            market.length(length.of(scenario.length())),
                            operator -> console.say(operator.label() + " on " + seeds + " seeds"));
            if (console.isJson()) {
                console.printJson(comparison);
            } else {
                comparison.arms().forEach(row -> console.print(inWords(row)));
                console.print(inWords(Objects.requireNonNull(comparison.thresholds())));
            }
            return 0;
        }
    }

    /** How long a run is, as an option. */
    static final class LengthOption {

        @Option(names = "--hours", paramLabel = "N", description = "Simulated; as long as the scenario by default.")
        private @Nullable Double hours;

        Duration of(Duration scenario) throws CliFailure {
            if (hours == null) {
                return scenario;
            }
            if (!(hours > 0 && hours <= 24 * 365)) {
                throw new CliFailure("--hours must be above 0 and at most a year, was " + hours + ".");
            }
            return Duration.ofSeconds(Math.round(hours * 3_600));
        }
    }

    /** The usual exchange of that size under what is shipped. */
    static Lab shipped(int users) {
        return lab(ExchangeSettings.DEFAULT.withUsers(users), false);
    }

    /** The same, but that the champion does not see the market. */
    static Lab unprepared(int users) {
        return lab(ExchangeSettings.DEFAULT.withUsers(users), true);
    }

    private static Lab lab(ExchangeSettings settings, boolean isUnprepared) {
        var scorers = Scorers.shipped();
        return new Lab(
                settings,
                isUnprepared ? scorers::unprepared : scorers::decider,
                scorers.model().reference(),
                WorldOptions.tariff());
    }

    /** By its name in options. */
    static Operator operator(String name) throws CliFailure {
        try {
            return Operator.named(name);
        } catch (IllegalArgumentException unknown) {
            throw new CliFailure(unknown.getMessage() + ".", unknown);
        }
    }

    private static String inWords(Arm arm) {
        var bill = arm.bill();
        return "%s, %s, seed %d: net cost $%,.0f (fraud lost $%,.0f, lifetime value lost $%,.0f, fees lost $%,.0f); %d users left; precision %s, recall %s"
                .formatted(
                        arm.scenario(),
                        arm.operator(),
                        arm.seed(),
                        bill.money().netCostUsd(),
                        bill.money().fraudLossUsd(),
                        bill.money().ltvLostUsd(),
                        bill.money().feeLossUsd(),
                        bill.people().usersLost(),
                        known(bill.quality().precision()),
                        known(bill.quality().recall().trueValue()));
    }

    private static String inWords(Comparison.Row row) {
        return "%-12s net cost %s".formatted(row.operator(), inWords(row.netCostUsd()));
    }

    private static String inWords(ThresholdCurve curve) {
        return "One threshold for everything is cheapest at %s; at %s if a false positive cost %.0f times as much."
                .formatted(curve.cheapest(), curve.cheapestWhenFalsePositivesCostMore(), curve.falsePositiveFactor());
    }

    private static String inWords(Interval interval) {
        return interval.low() == null || interval.high() == null
                ? "$%,.0f".formatted(interval.mean())
                : "$%,.0f (95 %% interval $%,.0f to $%,.0f)"
                        .formatted(interval.mean(), interval.low(), interval.high());
    }

    private static String known(@Nullable Double share) {
        return share == null ? "not available" : "%.2f".formatted(share);
    }
}
