package firedrill.dashboard.lab;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.ExchangeEvent.Login;
import firedrill.ingest.event.Market;
import org.junit.jupiter.api.Test;

class SwingsTest {

    private static final long START_MILLIS = 1_000_000_000_000L;

    private final Swings swings = new Swings(START_MILLIS);

    @Test
    void whereThePriceStandsEveryMinuteIsCalm() {
        tell(10, 2.9);

        assertThat(swings.calmMinutes(60)).isEqualTo(60);
        assertThat(swings.begun()).isZero();
    }

    @Test
    void aSwingLastsUntilTheMonitorNoLongerLooksBackOnIt() {
        tell(10, -3.1);
        tell(20, 4);

        assertThat(swings.isCalm(at(9))).isTrue();
        assertThat(swings.isCalm(at(10))).isFalse();
        assertThat(swings.isCalm(at(35))).isFalse();
        assertThat(swings.isCalm(at(36))).isTrue();
        assertThat(swings.calmMinutes(60)).isEqualTo(60 - 26);
        assertThat(swings.begun()).isEqualTo(1);
    }

    @Test
    void aSwingAfterCalmIsAnotherOne() {
        tell(0, -5);
        tell(40, -5);

        assertThat(swings.begun()).isEqualTo(2);
    }

    @Test
    void whatWasBeforeTheStoryBeganIsNotCounted() {
        tell(-1, -5);

        assertThat(swings.calmMinutes(60)).isEqualTo(60);
    }

    private void tell(int minute, double returnZ) {
        swings.event(new Login(1, 2, at(minute), new Market(0, returnZ, 6_000_000), 3), null);
    }

    private static long at(int minute) {
        return START_MILLIS + minute * 60_000L;
    }
}
