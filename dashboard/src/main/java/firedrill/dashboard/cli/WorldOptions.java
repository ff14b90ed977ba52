package firedrill.dashboard.cli;

import firedrill.dashboard.ledger.Entry.Tariff;
import firedrill.ingest.exchange.Economics;
import firedrill.ingest.incident.BadScenarioException;
import firedrill.ingest.incident.Scenario;
import firedrill.ingest.incident.Scenarios;
import picocli.CommandLine.Option;

/** Which world is simulated, as options. */
final class WorldOptions {

    private static final int MOST_USERS = 1_000_000;

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

    Scenario scenario() throws CliFailure {
        try {
            return Scenarios.named(scenario);
        } catch (BadScenarioException bad) {
            throw new CliFailure("The scenario cannot be used: " + bad.getMessage() + ".", bad);
        }
    }

    long seed() {
        return seed;
    }

    int users() throws CliFailure {
        if (users < 100 || users > MOST_USERS) {
            throw new CliFailure("--users must be from 100 to 1000000, was " + users + ".");
        }
        return users;
    }

    static Tariff tariff() {
        return new Tariff(Economics.ORDER_FEE_BPS, Economics.RECOVERED_SHARE, Economics.REVIEW_CENTS);
    }
}
