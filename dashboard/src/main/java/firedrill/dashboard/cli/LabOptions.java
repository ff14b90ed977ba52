package firedrill.dashboard.cli;

import firedrill.dashboard.cli.option.BehaviourOptions;
import firedrill.dashboard.cli.option.MarketOption;
import firedrill.dashboard.cli.option.ModelOption;
import firedrill.dashboard.cli.option.SimulationOptions;
import firedrill.dashboard.lab.Lab;
import firedrill.dashboard.runtime.UserFacingException;
import firedrill.ingest.scenario.DurationParser;
import firedrill.ingest.scenario.Scenario;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The simulation of a lab run, as options: world, behaviour, market, length, aftermath and model. */
final class LabOptions {

    private static final Duration MAX_AFTERMATH = Duration.ofDays(30);

    @Mixin
    private SimulationOptions world = new SimulationOptions();

    @Mixin
    private BehaviourOptions people = new BehaviourOptions();

    @Mixin
    private MarketOption market = new MarketOption();

    @Mixin
    private ModelOption model = new ModelOption();

    @Option(
            names = "--hours",
            paramLabel = "N",
            description = "Simulated hours; by default the length of the scenario.")
    private @Nullable Double hours;

    @Option(
            names = "--aftermath",
            paramLabel = "TIME",
            defaultValue = "72h",
            description = {
                "How long the run goes on without new requests, so that holds, reviews, reports and departures settle",
                "and the bill is complete: a duration such as 90m, 72h or 1d12h; 0h for none (${DEFAULT-VALUE})."
            })
    private String aftermath = "72h";

    @Option(
            names = "--market-blind",
            description = "Feed the model constant calm-market features (ablation of the market features).")
    private boolean isMarketBlind;

    Lab lab() throws UserFacingException {
        var settings = market.applyTo(people.applyTo(world.settings()));
        return LabCommand.lab(settings, model.load(), isMarketBlind).withAftermath(aftermath());
    }

    Scenario scenario() throws UserFacingException {
        return market.applyTo(world.scenario());
    }

    long seed() {
        return world.seed();
    }

    /** Length of a run, no longer than a recorded market. */
    Duration length() throws UserFacingException {
        return market.limit(hours == null ? scenario().length() : length(hours));
    }

    /** The aftermath, which ends with a recorded market at the latest. */
    private Duration aftermath() throws UserFacingException {
        var wanted = DurationParser.parse(aftermath)
                .filter(time -> !time.isNegative() && time.compareTo(MAX_AFTERMATH) <= 0)
                .orElseThrow(() -> new UserFacingException(
                        "--aftermath must be a duration from 0h to 30d such as 72h, was '" + aftermath + "'."));
        var length = length();
        return market.limit(length.plus(wanted)).minus(length);
    }

    private static Duration length(double hours) throws UserFacingException {
        if (!(hours > 0 && hours <= 24 * 365)) {
            throw new UserFacingException("--hours must be above 0 and at most a year, was " + hours + ".");
        }
        return Duration.ofSeconds(Math.round(hours * 3_600));
    }
}
