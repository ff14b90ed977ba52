package firedrill.dashboard.web;

import firedrill.dashboard.web.view.DecisionRow;
import firedrill.dashboard.web.view.DecisionRow.RequestKind;
import firedrill.dashboard.web.view.PageState;
import firedrill.ingest.event.Account.Jurisdiction;
import firedrill.ingest.event.Account.Tier;
import firedrill.ingest.event.Action;
import firedrill.scoring.decision.CustomerReason;
import firedrill.scoring.decision.DecidedBy;
import firedrill.scoring.registry.ModelRole;
import java.util.List;
import java.util.stream.IntStream;

/** Rows for the table of {@link SampleRun}: mostly allowed orders, with one of each action now and then. */
final class SampleDecisions {
    private static final Tier[] TIERS = Tier.values();
    private static final Jurisdiction[] JURISDICTIONS = Jurisdiction.values();

    private SampleDecisions() {}

    static List<DecisionRow> at(int minute) {
        return IntStream.range(0, PageState.MAX_DECISIONS)
                .mapToObj(row -> row(minute * 8 - row))
                .toList();
    }

    static List<DecisionRow> stoppedAt(int minute) {
        return IntStream.range(0, 4 * PageState.MAX_DECISIONS)
                .mapToObj(row -> row(minute * 8 - row))
                .filter(row -> row.action().isFriction())
                .toList();
    }

    private static DecisionRow row(int number) {
        int turn = Math.floorMod(number, 9);
        return switch (turn) {
            case 2 ->
                withdrawal(
                        number,
                        Action.BLOCK,
                        0.91,
                        4_870,
                        "two-factor reset 22 minutes ago",
                        "first use of this device",
                        "address shared by 6 accounts");
            case 5 ->
                withdrawal(
                        number, Action.HOLD, 0.34, 12_000, "drains 96 % of the balance", "7 × the user's usual amount");
            case 7 -> withdrawal(number, Action.STEP_UP, 0.17, 310_000, "amount above any before");
            case 4 -> withdrawal(number, Action.ALLOW, 0.02, 220);
            default -> order(number, turn);
        };
    }

    private static DecisionRow withdrawal(
            int number, Action action, double probability, double amountUsd, String... reasons) {
        return new DecisionRow(
                number + 1_000,
                SampleFigures.START + number * 7_500L,
                20_000 + Math.floorMod(number * 7_919, 5_000),
                TIERS[Math.floorMod(number, 3)],
                JURISDICTIONS[Math.floorMod(number * 3, JURISDICTIONS.length)],
                RequestKind.WITHDRAWAL,
                number % 2 == 0 ? "USDC" : "BTC",
                amountUsd,
                probability,
                action,
                action == Action.HOLD ? 1_800_000 : 0,
                List.of(reasons),
                action.isFriction()
                        ? List.of(CustomerReason.IDENTITY.text(), CustomerReason.DESTINATION.text())
                        : List.of(),
                number % 4 == 0 ? DecidedBy.RULES_IN_MODE : DecidedBy.MODEL,
                number % 10 == 0 ? SampleRegistry.STAGED : SampleRegistry.CHAMPION,
                number % 10 == 0 ? ModelRole.STAGED : ModelRole.CHAMPION,
                7 + Math.floorMod(number * 13, 90) / 10.0);
    }

    private static DecisionRow order(int number, int turn) {
        return new DecisionRow(
                number + 1_000,
                SampleFigures.START + number * 7_500L,
                20_000 + Math.floorMod(number * 104_729, 5_000),
                TIERS[Math.floorMod(number * 5, TIERS.length)],
                JURISDICTIONS[Math.floorMod(number, JURISDICTIONS.length)],
                turn % 2 == 0 ? RequestKind.BUY : RequestKind.SELL,
                "BTC-USDT",
                140 + 88_260.0 / (1 + Math.floorMod(number * 31, 40)),
                0.004 + turn / 1_000.0,
                Action.ALLOW,
                0,
                List.of(),
                List.of(),
                DecidedBy.MODEL,
                SampleRegistry.CHAMPION,
                ModelRole.CHAMPION,
                5 + Math.floorMod(number * 17, 60) / 10.0);
    }
}
