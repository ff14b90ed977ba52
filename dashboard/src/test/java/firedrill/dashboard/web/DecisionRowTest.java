package firedrill.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.dashboard.web.DecisionRow.Kind;
import firedrill.ingest.event.Account;
import firedrill.ingest.event.Account.Jurisdiction;
import firedrill.ingest.event.Account.Tier;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Market;
import firedrill.scoring.decision.DecidedBy;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.Mode;
import firedrill.scoring.decision.Role;
import firedrill.scoring.decision.Timing;
import firedrill.scoring.decision.Versions;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.feature.FeatureVector;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionRowTest {

    private static final Withdrawal ASKED = new Withdrawal(
            7,
            3,
            5_000,
            new Market(0, 0, 1),
            new Account(Tier.VIP, Jurisdiction.EU, 0),
            11,
            12,
            "BTC",
            4_050,
            9_000,
            false);

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
                        Kind.WITHDRAWAL,
                        "BTC",
                        40.5,
                        0.5,
                        Action.BLOCK,
                        0,
                        List.of("moves $41", "account of tier 0 of 0 to 3"),
                        List.of("This is unusual for your account.", "We check some requests before they go through."),
                        DecidedBy.MODEL,
                        "model",
                        Role.CHAMPION,
                        2.5));
    }

    @Test
    void whoIsLetThroughIsToldNothing() {
        assertThat(DecisionRow.of(ASKED, decision(Action.ALLOW), null).toldCustomer())
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
                new Versions("model", "features", "rules", "policy"),
                FeatureVector.of(features),
                Timing.NONE);
    }
}
