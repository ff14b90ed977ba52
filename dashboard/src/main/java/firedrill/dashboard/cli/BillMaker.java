package firedrill.dashboard.cli;

import firedrill.dashboard.lab.Arm;
import firedrill.dashboard.lab.Lab;
import firedrill.dashboard.lab.Operator;
import firedrill.dashboard.web.Bill;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What a finished run cost, beside what doing nothing, allowing all and blocking all would have cost on its seed. */
final class BillMaker {

    private final Lab lab;

    BillMaker(Lab lab) {
        this.lab = lab;
    }

    /** The whole bill; {@code progress} is told each time an arm has been added. */
    Bill make(Session ended, Consumer<Bill> progress) {
        var plan = ended.plan();
        var length = Duration.ofMillis(
                Math.max(0, ended.health().simulatedMillis() - plan.settings().startMillis()));
        var arms = new ArrayList<Bill.Arm>();
        arms.add(arm(Bill.THIS_RUN, ended.run().bill()));
        for (var operator : Operator.Standing.values()) {
            progress.accept(new Bill(Bill.Stage.COMPUTING, List.copyOf(arms), null));
            Arm arm = lab.run(plan.scenario(), operator, plan.seed(), length);
            arms.add(arm(arm.operator(), arm.bill()));
        }
        return new Bill(Bill.Stage.READY, arms, null);
    }

    private static Bill.Arm arm(String operator, firedrill.dashboard.ledger.Bill bill) {
        return new Bill.Arm(
                operator,
                bill.money().netCostUsd(),
                bill.money().fraudLossUsd(),
                bill.money().ltvLostUsd(),
                bill.people().usersLost(),
                bill.quality().precision(),
                bill.quality().recall().trueValue());
    }
}
