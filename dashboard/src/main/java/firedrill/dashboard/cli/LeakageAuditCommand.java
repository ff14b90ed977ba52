package firedrill.dashboard.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import firedrill.dashboard.cli.option.OptionRange;
import firedrill.dashboard.cli.option.SimulationOptions;
import firedrill.dashboard.cli.output.Console;
import firedrill.dashboard.lab.LeakageAuditRunner;
import firedrill.dashboard.runtime.UserFacingException;
import firedrill.ingest.parameters.ParameterIdentity;
import firedrill.scoring.evaluation.leakage.LeakageReport;
import firedrill.scoring.rule.RuleSet;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code firedrill lab audit}: fails if one feature or a depth-2 tree separates fraud too well. */
@Command(
        name = "audit",
        description =
                "Label-leakage audit: AUC of the best single feature and of a depth-2 tree per typology, on held-out seeds.")
final class LeakageAuditCommand implements Callable<Integer> {

    @Mixin
    private Console console = new Console();

    @Mixin
    private SimulationOptions world = new SimulationOptions();

    @Option(
            names = "--seeds",
            defaultValue = "20",
            description = "Number of seeds, from --seed on; half are held out (${DEFAULT-VALUE}).")
    private int seeds;

    @Option(
            names = "--hours",
            paramLabel = "N",
            defaultValue = "24",
            description = "Simulated hours per seed (${DEFAULT-VALUE}).")
    private int hours;

    @Override
    public Integer call() throws UserFacingException {
        OptionRange.require("--seeds", seeds, 2, 1_000);
        if (hours < 1 || hours > 24 * 365) {
            throw new UserFacingException("--hours must be from 1 to a year, was " + hours + ".");
        }
        var settings = world.settings();
        var parameters = settings.world().set().identity();
        var audit = new LeakageAuditRunner(settings, RuleSet.defaultRules());
        var chosen =
                LongStream.range(world.seed(), world.seed() + seeds).boxed().toList();
        var report =
                audit.run(world.scenario(), chosen, Duration.ofHours(hours), seed -> console.progress("seed " + seed));
        if (console.isJson()) {
            console.printJson(new LeakageAuditResult(report, parameters));
        } else {
            print(report);
            console.printOverrides(parameters);
        }
        return report.passes() ? 0 : 1;
    }

    private void print(LeakageReport report) {
        for (var typology : report.typologies()) {
            console.print("%-20s %-10s %5d frauds: %s %s, two features %s, bound %.2f: %s"
                    .formatted(
                            typology.name(),
                            typology.kind(),
                            typology.frauds(),
                            typology.bestSingleFeature() == null ? "no feature" : typology.bestSingleFeature(),
                            known(typology.singleFeatureAuc()),
                            known(typology.depth2Auc()),
                            typology.bound(),
                            verdict(typology)));
            if (typology.depth2Tree() != null) {
                console.print("    " + typology.depth2Tree());
            }
        }
        var control = report.control();
        console.print("shuffled labels: area %.3f, average precision %.4f at a base rate of %.4f: %s"
                .formatted(
                        control.depth2Auc(), control.averagePrecision(), control.baseRate(), verdict(control.pass())));
        for (var rule : report.rules()) {
            console.print("rule %-32s %-8s false-positive rate %.2f %%, recall %.1f %%, precision %s"
                    .formatted(
                            rule.name(),
                            rule.action(),
                            100 * rule.falsePositiveRate(),
                            100 * rule.recall(),
                            known(rule.precision())));
        }
    }

    private static String known(@Nullable Double figure) {
        return figure == null ? "not available" : "%.3f".formatted(figure);
    }

    private static String verdict(LeakageReport.TypologyLeakage typology) {
        return typology.pass() == null ? "insufficient data" : verdict(typology.pass());
    }

    private static String verdict(boolean pass) {
        return pass ? "passes" : "FAILS";
    }

    private record LeakageAuditResult(@JsonUnwrapped LeakageReport report, ParameterIdentity parameters) {}
}
