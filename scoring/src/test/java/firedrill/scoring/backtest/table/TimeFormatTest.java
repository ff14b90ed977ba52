package firedrill.scoring.backtest.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeFormatTest {

    @Test
    void withoutAFormatATimeIsWrittenAsMostProgramsWriteIt() {
        assertThat(iso("2018-07-25")).isEqualTo("2018-07-25T00:00:00Z");
        assertThat(iso("2018-07-25 14:03:59")).isEqualTo("2018-07-25T14:03:59Z");
        assertThat(iso("2018-07-25T14:03")).isEqualTo("2018-07-25T14:03:00Z");
        assertThat(iso("2018-07-25 14:03:59.125")).isEqualTo("2018-07-25T14:03:59.125Z");
        assertThat(iso("2018-07-25T14:03:59Z")).isEqualTo("2018-07-25T14:03:59Z");
        assertThat(iso("2018-07-25 01:00:00+02:00")).isEqualTo("2018-07-24T23:00:00Z");
    }

    @Test
    void aPatternMayPutTheDayFirst() {
        assertThat(Instant.ofEpochMilli(
                        TimeFormat.PatternFormat.of("dd/MM/yyyy HH:mm").millis("25/07/2018 14:03")))
                .isEqualTo("2018-07-25T14:03:00Z");
        assertThat(Instant.ofEpochMilli(TimeFormat.PatternFormat.of("yyyyMMdd").millis("20180725")))
                .isEqualTo("2018-07-25T00:00:00Z");
    }

    @Test
    void secondsAndMillisecondsSince1970AreCounted() {
        assertThat(TimeFormat.EpochFormat.SECONDS.millis("1532527439")).isEqualTo(1_532_527_439_000L);
        assertThat(TimeFormat.EpochFormat.MILLIS.millis("1532527439125")).isEqualTo(1_532_527_439_125L);
    }

    @Test
    void aDayThatDoesNotExistIsNoTime() {
        assertThatThrownBy(() -> iso("2018-02-29")).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> TimeFormat.PatternFormat.of("dd/MM/yyyy").millis("31/04/2018"))
                .isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> iso("yesterday")).isInstanceOf(DateTimeException.class);
    }

    private static Instant iso(String text) {
        return Instant.ofEpochMilli(TimeFormat.PatternFormat.ISO.millis(text));
    }
}
