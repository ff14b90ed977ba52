package firedrill.dashboard.lab.check;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.dashboard.ledger.DecisionFixtures;
import firedrill.ingest.event.Account;
import firedrill.ingest.event.Account.Jurisdiction;
import firedrill.ingest.event.Account.Tier;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.MarketSnapshot;
import firedrill.scoring.drift.DriftSettings;
import firedrill.scoring.feature.Feature;
import org.junit.jupiter.api.Test;

class VolatilityEpisodesTest {

    private static final long START_MILLIS = 1_000_000_000_000L;

    private final VolatilityEpisodes swings = new VolatilityEpisodes(DriftSettings.DEFAULT, START_MILLIS);

    @Test
    void whereThePriceStandsEveryMinuteIsCalm() {
        observe(10, 2.9, 2.9);

        assertThat(swings.calmMinutes(60)).isEqualTo(60);
    }

    @Test
    void sixHoursFromASwingOnNoMinuteIsCalm() {
        observe(10, -3.1, 0);
        observe(20, 0, 4);

        assertThat(swings.isCalm(at(10)))
                .as("its minute may begin with a reading of the calm before")
                .isTrue();
        assertThat(swings.isCalm(at(11))).isFalse();
        assertThat(swings.isCalm(at(379))).isFalse();
        assertThat(swings.isCalm(at(380))).isTrue();
        assertThat(swings.calmMinutes(400)).isEqualTo(11 + 20);
    }

    @Test
    void eventsThatAreNotDecidedAreNotAskedForTheirMarket() {
        swings.onEvent(withdrawal(at(10)), null);

        assertThat(swings.calmMinutes(60)).isEqualTo(60);
    }

    private void observe(int minute, double returnZ, double volatilityZ) {
        double[] features = new double[Feature.COUNT];
        features[Feature.RETURN_Z.ordinal()] = returnZ;
        features[Feature.VOLATILITY_Z.ordinal()] = volatilityZ;
        swings.onEvent(withdrawal(at(minute)), DecisionFixtures.of(1, at(minute), Action.ALLOW, 0.1, features));
    }

    private static Withdrawal withdrawal(long timeMillis) {
        return new Withdrawal(
                1,
                5,
                timeMillis,
                new MarketSnapshot(0, -9, 6_000_000),
                new Account(Tier.RETAIL, Jurisdiction.EU, 0),
                4,
                6,
                "BTC",
                100_000,
                200_000,
                false,
                0,
                true);
    }

    private static long at(int minute) {
        return START_MILLIS + minute * 60_000L;
    }
}
