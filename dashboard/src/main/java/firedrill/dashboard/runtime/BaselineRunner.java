package firedrill.dashboard.runtime;

import firedrill.dashboard.lab.Arm;
import firedrill.dashboard.lab.Lab;
import firedrill.dashboard.lab.Operator;
import firedrill.dashboard.monitor.BillComparison;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What a finished run cost, beside what doing nothing, allowing all and blocking all would have cost on its seed. */
final class BaselineRunner {

    private final Lab lab;

    BaselineRunner(Lab lab) {
        this.lab = lab;
    }

    /** The whole bill; {@code progress} is told each time an arm has been added. */
    BillComparison compare(RunSession ended, Consumer<BillComparison> progress) {
        var plan = ended.plan();
        var length = Duration.ofMillis(
                Math.max(0, ended.health().simulatedMillis() - plan.settings().startMillis()));
        var arms = new ArrayList<BillComparison.ArmSummary>();
        arms.add(arm(BillComparison.THIS_RUN, ended.run().bill()));
        for (var operator : Operator.Baseline.values()) {
            progress.accept(new BillComparison(BillComparison.BillStatus.COMPUTING, List.copyOf(arms), null));
            Arm arm = lab.run(plan.scenario(), operator, plan.seed(), length);
            arms.add(arm(arm.operator(), arm.bill()));
        }
        return new BillComparison(BillComparison.BillStatus.READY, arms, null);
    }

    private static BillComparison.ArmSummary arm(String operator, firedrill.dashboard.ledger.Bill bill) {
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
