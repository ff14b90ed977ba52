package firedrill.dashboard.cli;

import firedrill.dashboard.cli.option.OptionRange;
import firedrill.dashboard.cli.option.ParameterOptions;
import firedrill.dashboard.cli.output.BeliefText;
import firedrill.dashboard.cli.output.Console;
import firedrill.dashboard.lab.LeakageAuditRunner;
import firedrill.dashboard.lab.check.Belief;
import firedrill.dashboard.lab.check.SanityCheck;
import firedrill.dashboard.lab.check.SanityChecks;
import firedrill.dashboard.runtime.UserFacingException;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.parameters.ParameterIdentity;
import firedrill.ingest.scenario.BadScenarioException;
import firedrill.ingest.scenario.Scenario;
import firedrill.ingest.scenario.ScenarioCatalogue;
import firedrill.scoring.rule.RuleSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code firedrill lab check}: sanity checks of the simulator. */
@Command(
        name = "check",
        description = "Simulation sanity checks against expert bounds; exit code 1 if one is violated.")
final class SanityCheckCommand implements Callable<Integer> {

    @Mixin
    private Console console = new Console();

    @Option(names = "--seeds", defaultValue = "20", description = "Number of seeds (${DEFAULT-VALUE}).")
    private int seeds;

    @Option(
            names = "--first-seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "First seed (${DEFAULT-VALUE}).")
    private long firstSeed;

    @Option(names = "--users", defaultValue = "10000", description = "Accounts at the start (${DEFAULT-VALUE}).")
    private int users;

    @Mixin
    private ParameterOptions parameters = new ParameterOptions();

    @Override
    public Integer call() throws UserFacingException {
        OptionRange.require("--seeds", seeds, 2, 1_000);
        OptionRange.require("--users", users, 1_000, 1_000_000);
        var settings = ExchangeSettings.DEFAULT.withUsers(users).withWorld(parameters.worldParameters());
        var lab = LabCommand.defaultLab(settings);
        var audit = new LeakageAuditRunner(settings, RuleSet.defaultRules());
        var results = new SanityChecks(
                        lab,
                        LabCommand.marketBlindLab(settings),
                        audit,
                        scenario("quiet"),
                        scenario("crash-day"),
                        console::progress)
                .run(LongStream.range(firstSeed, firstSeed + seeds).boxed().toList());
        if (console.isJson()) {
            console.printJson(new SanityCheckReport(
                    firstSeed, seeds, settings.world().set().identity(), results.checks(), results.beliefs()));
        } else {
            results.checks().forEach(check -> console.print(format(check)));
            BeliefText.lines(results.beliefs()).forEach(console::print);
            console.printOverrides(settings.world().set().identity());
        }
        return results.checks().stream().allMatch(SanityCheck::pass) ? 0 : 1;
    }

    private static String format(SanityCheck check) {
        return "%-4s %-4s %s: %.4g, bound %s"
                .formatted(check.pass() ? "ok" : "FAIL", check.id(), check.name(), check.value(), check.bound());
    }

    private static Scenario scenario(String id) throws UserFacingException {
        try {
            return ScenarioCatalogue.load(id);
        } catch (BadScenarioException e) {
            throw new UserFacingException("A bundled scenario is invalid: " + e.getMessage() + ".", e);
        }
    }

    private record SanityCheckReport(
            long firstSeed, int seeds, ParameterIdentity parameters, List<SanityCheck> checks, List<Belief> beliefs) {}
}
