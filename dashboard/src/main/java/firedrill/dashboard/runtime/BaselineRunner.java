package firedrill.dashboard.runtime;

import firedrill.dashboard.lab.Arm;
import firedrill.dashboard.lab.Operator;
import firedrill.dashboard.ledger.Bill;
import firedrill.dashboard.monitor.BillComparison;
import firedrill.ingest.scenario.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Computes the bill of a finished run and those of the baseline operators on the same seed and length. */
public final class BaselineRunner {

    /** Runs one operator in the lab. */
    @FunctionalInterface
    public interface ArmRunner {
        Arm run(Scenario scenario, Operator operator, long seed, Duration length);
    }

    private final ArmRunner lab;

    public BaselineRunner(ArmRunner lab) {
        this.lab = lab;
    }

    /** The complete comparison; {@code progress} receives the arms so far before each baseline. */
    BillComparison compare(RunSession ended, Consumer<BillComparison> progress) {
        var plan = ended.plan();
        var length = Duration.ofMillis(
                Math.max(0, ended.health().simulatedMillis() - plan.settings().startMillis()));
        var arms = new ArrayList<BillComparison.ArmSummary>();
        arms.add(summary(BillComparison.THIS_RUN, ended.run().bill()));
        for (var operator : Operator.Baseline.values()) {
            progress.accept(new BillComparison(BillComparison.BillStatus.COMPUTING, List.copyOf(arms), null));
            Arm arm = lab.run(plan.scenario(), operator, plan.seed(), length);
            arms.add(summary(arm.operator(), arm.bill()));
        }
        return new BillComparison(BillComparison.BillStatus.READY, arms, null);
    }

    private static BillComparison.ArmSummary summary(String operator, Bill bill) {
        return new BillComparison.ArmSummary(
                operator,
                bill.costs().netCostUsd(),
                bill.costs().fraudLossUsd(),
                bill.costs().ltvLostUsd(),
                bill.users().usersLost(),
                bill.quality().precision(),
                bill.quality().recall().trueValue());
    }
}
