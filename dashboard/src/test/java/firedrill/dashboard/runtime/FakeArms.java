package firedrill.dashboard.runtime;

import firedrill.dashboard.lab.Arm;
import firedrill.dashboard.lab.Operator;
import firedrill.dashboard.ledger.LedgerEntry.Tariff;
import firedrill.dashboard.monitor.LiveRun;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.scenario.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Arms with empty bills; it records what it was asked to run, and fails on request. */
final class FakeArms implements BaselineRunner.ArmRunner {

    final List<String> runs = new ArrayList<>();
    boolean isFailing;

    @Override
    public synchronized Arm run(Scenario scenario, Operator operator, long seed, Duration length) {
        if (isFailing) {
            throw new IllegalStateException("no memory");
        }
        runs.add("%s %s %d %d s".formatted(scenario.id(), operator.label(), seed, length.toSeconds()));
        var bill = new LiveRun(new Tariff(10, 0, 500, 0.05), 0).bill();
        return new Arm(
                scenario.id(),
                operator.label(),
                seed,
                length.toSeconds(),
                0,
                ExchangeSettings.DEFAULT.world().set().identity(),
                ExchangeSettings.DEFAULT.fraudDensity(),
                bill,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
