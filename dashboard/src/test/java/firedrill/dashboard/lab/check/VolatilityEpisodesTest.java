package firedrill.dashboard.lab.check;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.ExchangeEvent.Login;
import firedrill.ingest.event.MarketSnapshot;
import org.junit.jupiter.api.Test;

class VolatilityEpisodesTest {

    private static final long START_MILLIS = 1_000_000_000_000L;

    private final VolatilityEpisodes swings = new VolatilityEpisodes(START_MILLIS);

    @Test
    void whereThePriceStandsEveryMinuteIsCalm() {
        observe(10, 2.9);

        assertThat(swings.calmMinutes(60)).isEqualTo(60);
        assertThat(swings.episodes()).isZero();
    }

    @Test
    void anEpisodeLastsUntilItLeavesTheWindowOfTheMonitor() {
        observe(10, -3.1);
        observe(20, 4);

        assertThat(swings.isCalm(at(9))).isTrue();
        assertThat(swings.isCalm(at(10))).isFalse();
        assertThat(swings.isCalm(at(35))).isFalse();
        assertThat(swings.isCalm(at(36))).isTrue();
        assertThat(swings.calmMinutes(60)).isEqualTo(60 - 26);
        assertThat(swings.episodes()).isEqualTo(1);
    }

    @Test
    void aSwingAfterCalmIsANewEpisode() {
        observe(0, -5);
        observe(40, -5);

        assertThat(swings.episodes()).isEqualTo(2);
    }

    @Test
    void episodesBeforeTheRunAreNotCounted() {
        observe(-1, -5);

        assertThat(swings.calmMinutes(60)).isEqualTo(60);
    }

    private void observe(int minute, double returnZ) {
        swings.onEvent(new Login(1, 2, at(minute), new MarketSnapshot(0, returnZ, 6_000_000), 3), null);
    }

    private static long at(int minute) {
        return START_MILLIS + minute * 60_000L;
    }
}
