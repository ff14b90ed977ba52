package firedrill.dashboard.cli.option;

import firedrill.dashboard.ledger.LedgerEntry.Tariff;
import firedrill.dashboard.runtime.UserFacingException;
import firedrill.ingest.exchange.ExchangeParameters;
import firedrill.ingest.scenario.BadScenarioException;
import firedrill.ingest.scenario.Scenario;
import firedrill.ingest.scenario.ScenarioCatalogue;
import picocli.CommandLine.Option;

/** Which world is simulated, as options. */
public final class SimulationOptions {

    private static final int MAX_USERS = 1_000_000;

    @Option(
            names = "--scenario",
            paramLabel = "ID|FILE",
            defaultValue = "quiet",
            description = "A scenario by its id, or a file (${DEFAULT-VALUE}).")
    private String scenario = "quiet";

    @Option(names = "--seed", defaultValue = "7", description = "Of every random draw (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--users", defaultValue = "10000", description = "Accounts at the start (${DEFAULT-VALUE}).")
    private int users;

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
        if (users < 100 || users > MAX_USERS) {
            throw new UserFacingException("--users must be from 100 to 1000000, was " + users + ".");
        }
        return users;
    }

    public static Tariff tariff() {
        ExchangeParameters exchange = ExchangeParameters.DEFAULT;
        return new Tariff(
                exchange.economics().orderFeeBps(), exchange.economics().recoveryShare(), exchange.reviewCostCents());
    }
}
