package firedrill.dashboard.cli.option;

import firedrill.dashboard.runtime.UserFacingException;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.scenario.BadScenarioException;
import firedrill.ingest.scenario.Scenario;
import firedrill.ingest.scenario.ScenarioCatalogue;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The simulated world: scenario, seed, users and parameters, as options. */
public final class SimulationOptions {

    private static final int MAX_USERS = 1_000_000;

    @Option(
            names = "--scenario",
            paramLabel = "ID|FILE",
            description = "A scenario by its id, or a file (${DEFAULT-VALUE}).")
    private String scenario;

    @Option(names = "--seed", defaultValue = "7", description = "Seed of every random draw (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--users", defaultValue = "10000", description = "Accounts at the start (${DEFAULT-VALUE}).")
    private int users;

    @Mixin
    private ParameterOptions parameters = new ParameterOptions();

    public SimulationOptions() {
        this("quiet");
    }

    /** Options with another scenario as the default. */
    public SimulationOptions(String scenario) {
        this.scenario = scenario;
    }

    public Scenario scenario() throws UserFacingException {
        try {
            return ScenarioCatalogue.load(scenario);
        } catch (BadScenarioException bad) {
            throw new UserFacingException("The scenario cannot be used: " + bad.getMessage() + ".", bad);
        }
    }

    public long seed() {
        return seed;
    }

    public int users() throws UserFacingException {
        OptionRange.require("--users", users, 100, MAX_USERS);
        return users;
    }

    /** The default exchange with these users and parameters, and those of the scenario. */
    public ExchangeSettings settings() throws UserFacingException {
        var settings = ExchangeSettings.DEFAULT.withUsers(users()).withWorld(parameters.worldParameters());
        try {
            return settings.withParametersOf(scenario());
        } catch (IllegalArgumentException e) {
            throw UserFacingException.ofInput("The parameters do not fit each other: " + e.getMessage() + ".", e);
        }
    }
}
