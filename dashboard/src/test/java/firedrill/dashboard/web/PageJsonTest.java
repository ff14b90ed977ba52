package firedrill.dashboard.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import firedrill.dashboard.ledger.Bill.TheftFigures;
import firedrill.dashboard.web.view.MinutePoint;
import firedrill.dashboard.web.view.ModeChangeRow;
import firedrill.dashboard.web.view.PageState;
import firedrill.dashboard.web.view.QualityFigures;
import firedrill.scoring.decision.Signal.ModeChange;
import firedrill.scoring.drift.DriftReading;
import firedrill.scoring.drift.Mode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageJsonTest {

    @Test
    void anUnavailableFigureIsNullAndNeverZero() {
        assertThat(json(new QualityFigures(null, Double.NaN, 0.0, 1, 2, 3, 4, new TheftFigures(5, 1, 2, 0))))
                .isEqualTo("{\"precision\":null,\"recall\":null,\"falsePositiveRate\":0.0,\"truePositives\":1,"
                        + "\"falsePositives\":2,\"falseNegatives\":3,\"trueNegatives\":4,"
                        + "\"thefts\":{\"attempted\":5,\"stopped\":1,\"missed\":2,\"slippedThrough\":0}}");
    }

    @Test
    void infinityIsNoFigure() {
        assertThat(json(new MinutePoint(1, 0, Double.POSITIVE_INFINITY, null, 2.5, null, null, null)))
                .isEqualTo("{\"timeMillis\":1,\"withdrawals\":0,\"stoppedPercent\":null,\"fraudPercent\":null,"
                        + "\"priceUsd\":2.5,\"p50Millis\":null,\"p99Millis\":null,\"psi\":null}");
    }

    @Test
    void figuresHaveFourDecimals() {
        assertThat(json(new QualityFigures(1 / 3.0, 2 / 3.0, 1e-9, 0, 0, 0, 0, new TheftFigures(0, 0, 0, 0))))
                .startsWith("{\"precision\":0.3333,\"recall\":0.6667,\"falsePositiveRate\":0.0,");
    }

    @Test
    void anEvidenceThatIsMissingIsNull() {
        ModeChange change = new ModeChange(5, Mode.MODEL, Mode.RULES, "operator", "because", Optional.empty());
        assertThat(json(ModeChangeRow.of(change)))
                .isEqualTo("{\"timeMillis\":5,\"from\":\"MODEL\",\"to\":\"RULES\",\"actor\":\"operator\","
                        + "\"reason\":\"because\",\"evidence\":null}");
    }

    @Test
    void evidenceIsTheMonitorsReading() {
        DriftReading reading = new DriftReading(5, 0.31, 0.07, 640, 50_000);
        assertThat(json(ModeChangeRow.of(
                        new ModeChange(5, Mode.MODEL, Mode.RULES, "monitor", "moved", Optional.of(reading)))))
                .as("the components of the record and no further key")
                .endsWith("\"evidence\":{\"timeMillis\":5,\"psi\":0.31,\"criticalValue\":0.07,\"sampleSize\":640,"
                        + "\"referenceSampleSize\":50000}}");
    }

    @Test
    void chartsAndTableAreBounded() {
        PageState bounded = new SampleRun().at(1_000).state();
        assertThat(bounded.minutes()).hasSize(PageState.MAX_MINUTES);
        assertThat(bounded.minutes().get(PageState.MAX_MINUTES - 1).timeMillis())
                .isEqualTo(SampleFigures.at(999));
        assertThat(bounded.decisions()).hasSize(PageState.MAX_DECISIONS);
        assertThat(PageJson.write(bounded)).hasSizeLessThan(100_000);
    }

    private static String json(Object value) {
        return new String(PageJson.write(value), UTF_8);
    }
}
