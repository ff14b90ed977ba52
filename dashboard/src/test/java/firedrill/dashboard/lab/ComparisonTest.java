package firedrill.dashboard.lab;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.dashboard.lab.Comparison.OperatorSummary;
import firedrill.dashboard.lab.Operator.Baseline;
import firedrill.dashboard.ledger.Ledger;
import firedrill.dashboard.ledger.LedgerEntry.Tariff;
import firedrill.ingest.event.DepartureRisk;
import firedrill.ingest.event.Outcome.Churn;
import firedrill.ingest.exchange.ExchangeSettings;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Tariff TARIFF = new Tariff(10, 0.03, 900, 0.05);

    /** Seeds differ by thousands of dollars; on each of them block-all costs 100 more than do-nothing. */
    private final Map<Operator, List<Arm>> arms = Map.of(
            Baseline.DO_NOTHING,
            List.of(arm(1_000, 900), arm(9_000, 8_000), arm(5_000, 4_000)),
            Baseline.ALLOW_ALL,
            List.of(arm(0, 0), arm(0, 0), arm(0, 0)),
            Baseline.BLOCK_ALL,
            List.of(arm(1_100, 950), arm(9_100, 8_040), arm(5_100, 4_060)));

    @Test
    void whatAllSeedsHaveInCommonFallsOutOfThePairedDifference() {
        var difference = Objects.requireNonNull(row(Baseline.BLOCK_ALL).againstDoNothing());

        assertThat(difference.netCostUsd()).isEqualTo(new ConfidenceInterval(100, 100.0, 100.0));
        assertThat(difference.expectedNetCostUsd()).isEqualTo(ConfidenceInterval.of(new double[] {50, 40, 60}));
        assertThat(difference.expectedNetCostCappedUsd()).isEqualTo(difference.expectedNetCostUsd());
    }

    @Test
    void anOperatorIsNotHeldAgainstItself() {
        assertThat(row(Baseline.DO_NOTHING).againstDoNothing()).isNull();
        assertThat(row(Baseline.ALLOW_ALL).againstAllowAll()).isNull();
        assertThat(row(Baseline.DO_NOTHING).againstAllowAll()).isNotNull();
    }

    @Test
    void aRowCountsTheSeedsOnWhichAnOperatorIsCheaper() {
        assertThat(row(Baseline.ALLOW_ALL).cheaperThanDoNothing()).isEqualTo(3);
        assertThat(row(Baseline.BLOCK_ALL).cheaperThanDoNothing()).isZero();
    }

    private OperatorSummary row(Operator operator) {
        return Comparison.rows(arms).stream()
                .filter(row -> row.operator().equals(operator.label()))
                .findFirst()
                .orElseThrow();
    }

    private static Arm arm(long lostUsd, long expectedUsd) {
        var ledger = new Ledger(TARIFF, 0);
        ledger.recordOutcome(new Churn(7, 10, 1, 0, lostUsd * 100, 0, 0));
        ledger.recordDepartureRisk(new DepartureRisk(7, 5, 1, 0.5, expectedUsd * 100, false));
        return new Arm(
                "quiet",
                "of " + lostUsd,
                1,
                60,
                0,
                ExchangeSettings.DEFAULT.world().set().identity(),
                ExchangeSettings.DEFAULT.fraudDensity(),
                ledger.bill(),
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
