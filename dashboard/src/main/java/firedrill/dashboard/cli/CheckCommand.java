package firedrill.dashboard.cli;

import firedrill.dashboard.lab.Audit;
import firedrill.dashboard.lab.Check;
import firedrill.dashboard.lab.SanityChecks;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.incident.BadScenarioException;
import firedrill.ingest.incident.Scenario;
import firedrill.ingest.incident.Scenarios;
import firedrill.scoring.rule.RuleSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What an expert would ask of a simulator, with the figures and their bounds. */
@Command(
        name = "check",
        description = "Measure what an expert would look at before believing the world; fails if a bound is broken.")
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private Console console = new Console();

    @Option(names = "--seeds", defaultValue = "20", description = "How many (${DEFAULT-VALUE}).")
    private int seeds;

    @Option(names = "--first-seed", paramLabel = "N", defaultValue = "1", description = "The first (${DEFAULT-VALUE}).")
    private long firstSeed;

    @Option(names = "--users", defaultValue = "10000", description = "Accounts at the start (${DEFAULT-VALUE}).")
    private int users;

    @Override
    public Integer call() throws CliFailure {
        if (seeds < 2 || seeds > 1_000) {
            throw new CliFailure("--seeds must be from 2 to 1000, was " + seeds + ".");
        }
        if (users < 1_000 || users > 1_000_000) {
            throw new CliFailure("--users must be from 1000 to 1000000, was " + users + ".");
        }
        var lab = LabCommand.shipped(users);
        var audit = new Audit(ExchangeSettings.DEFAULT.withUsers(users), RuleSet.shipped());
        var checks = new SanityChecks(
                        lab,
                        LabCommand.unprepared(users),
                        audit,
                        scenario("quiet"),
                        scenario("crash-day"),
                        console::say)
                .run(LongStream.range(firstSeed, firstSeed + seeds).boxed().toList());
        if (console.isJson()) {
            console.printJson(new Result(firstSeed, seeds, checks));
        } else {
            checks.forEach(check -> console.print(inWords(check)));
        }
        return checks.stream().allMatch(Check::pass) ? 0 : 1;
    }

    private static String inWords(Check check) {
        return "%-4s %-4s %s: %.4g, believable: %s"
                .formatted(check.pass() ? "ok" : "FAIL", check.id(), check.name(), check.value(), check.bound());
    }

    private static Scenario scenario(String id) throws CliFailure {
        try {
            return Scenarios.named(id);
        } catch (BadScenarioException broken) {
            throw new CliFailure("A shipped scenario is broken: " + broken.getMessage() + ".", broken);
        }
    }

    private record Result(long firstSeed, int seeds, List<Check> checks) {}
}
