package firedrill.dashboard.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.dashboard.ledger.LedgerEntry.Tariff;
import firedrill.dashboard.ledger.SampleShadowScores;
import firedrill.ingest.event.Action;
import org.junit.jupiter.api.Test;

class ModelMetricsTest {

    @Test
    void bothDirectionsOfDisagreementAreExported() {
        LiveRun run = new LiveRun(new Tariff(10, 0.03, 500, 0.05), 0);
        run.onShadowScore(SampleShadowScores.of("b", Action.BLOCK, Action.ALLOW, 12_550));
        run.onShadowScore(SampleShadowScores.of("b", Action.ALLOW, Action.HOLD, -40_000));
        run.onShadowScore(SampleShadowScores.of("b", Action.ALLOW, Action.ALLOW, 0));
        assertThat(run.metrics().scrape())
                .contains("firedrill_shadow_difference_usd_total{direction=\"lenient\"} 125.5")
                .contains("firedrill_shadow_difference_usd_total{direction=\"strict\"} 400.0")
                .contains("firedrill_shadow_decisions_total{agrees=\"true\"} 1.0")
                .contains("firedrill_shadow_decisions_total{agrees=\"false\"} 2.0")
                .contains("firedrill_champion_changes_total 0.0")
                .contains("firedrill_registry_refusals_total 0.0")
                .contains("firedrill_staged_decisions_total 0.0")
                .contains("firedrill_staged_traffic_ratio 0.0");
        assertThat(run.snapshot(1).shadows()).hasSize(1);
    }
}
