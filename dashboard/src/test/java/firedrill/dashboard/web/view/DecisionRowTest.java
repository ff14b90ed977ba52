package firedrill.dashboard.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.dashboard.web.view.DecisionRow.RequestKind;
import firedrill.ingest.event.Account;
import firedrill.ingest.event.Account.Jurisdiction;
import firedrill.ingest.event.Account.Tier;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.MarketSnapshot;
import firedrill.scoring.decision.ArtifactVersions;
import firedrill.scoring.decision.DecidedBy;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.StageTimings;
import firedrill.scoring.drift.Mode;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.feature.FeatureVector;
import firedrill.scoring.registry.ModelRole;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionRowTest {

    private static final Withdrawal ASKED = new Withdrawal(
            7,
            3,
            5_000,
            new MarketSnapshot(0, 0, 1),
            new Account(Tier.VIP, Jurisdiction.EU, 0),
            11,
            12,
            "BTC",
            4_050,
            9_000,
            false,
            0,
            true);

    @Test
    void aStoppedEventHasBothTextsTheCustomersWithoutANumber() {
        DecisionRow row =
                DecisionRow.of(ASKED, decision(Action.BLOCK, "moves $41", "account of tier 0 of 0 to 3"), 2.5);
        assertThat(row)
                .isEqualTo(new DecisionRow(
                        7,
                        5_000,
                        3,
                        Tier.VIP,
                        Jurisdiction.EU,
                        RequestKind.WITHDRAWAL,
                        "BTC",
                        40.5,
                        0.5,
                        Action.BLOCK,
                        0,
                        List.of("moves $41", "account of tier 0 of 0 to 3"),
                        List.of("This is unusual for your account.", "We check some requests before they go through."),
                        DecidedBy.MODEL,
                        "model",
                        ModelRole.CHAMPION,
                        2.5));
    }

    @Test
    void anAllowedRequestHasNoReason() {
        assertThat(DecisionRow.of(ASKED, decision(Action.ALLOW), null).customerReasons())
                .isEmpty();
    }

    private static Decision decision(Action action, String... reasons) {
        double[] features = new double[Feature.COUNT];
        features[Feature.AMOUNT_USD.ordinal()] = 40.6;
        return new Decision(
                Answer.of(7, action),
                3,
                5_000,
                0.5,
                DecidedBy.MODEL,
                Mode.MODEL,
                0,
                List.of(reasons),
                List.of(),
                new ArtifactVersions("model", "features", "rules", "policy"),
                FeatureVector.of(features),
                StageTimings.NONE);
    }
}
