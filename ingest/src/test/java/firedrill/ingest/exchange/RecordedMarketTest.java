package firedrill.ingest.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.fraud.FraudSettings;
import firedrill.ingest.market.kline.BadKlineFileException;
import firedrill.ingest.market.kline.Klines;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The exchange on a crash day that is on record: the fall is from the second hour on. */
class RecordedMarketTest {

    private static final int USERS = 5_000;
    private static final ExchangeRun PLAY = play().runUntilHour(4);

    @Test
    void theRunBeginsWithTheRecording() {
        assertThat(PLAY.exchange.startMillis()).isEqualTo(record().startMillis());
        assertThatThrownBy(() -> new ExchangeSettings(
                        USERS,
                        record().startMillis() + 60_000,
                        0,
                        FraudSettings.DEFAULT,
                        WorldParameters.DEFAULT,
                        Optional.of(record())))
                .hasMessageStartingWith("startMillis must equal that of the recorded market");
    }

    @Test
    void inTheCrashDepositsWithdrawalsAndOrdersRise() {
        assertThat(perMinute(Withdrawal.class, 125, 185)).isGreaterThan(2 * perMinute(Withdrawal.class, 30, 110));
        assertThat(perMinute(Deposit.class, 125, 185)).isGreaterThan(1.3 * perMinute(Deposit.class, 30, 110));
        assertThat(perMinute(Order.class, 125, 185)).isGreaterThan(2 * perMinute(Order.class, 30, 110));
    }

    @Test
    void savedAddressesDominateWithdrawalsInTheCrash() {
        Set<String> known = new HashSet<>();
        var history = play();
        history.exchange.publishHistory();
        history.eventsOf(Withdrawal.class).forEach(past -> known.add(past.userId() + " " + past.addressId()));
        var flight = PLAY.eventsOf(Withdrawal.class)
                .filter(event -> minute(event) >= 125 && minute(event) < 185)
                .toList();

        assertThat(flight.stream()
                        .filter(event -> known.contains(event.userId() + " " + event.addressId()))
                        .count())
                .isGreaterThan(flight.size() / 2);
    }

    private static ExchangeRun play() {
        return new ExchangeRun(
                "quiet",
                ExchangeSettings.DEFAULT.withUsers(USERS).withRecordedMarket(record()),
                7,
                ExchangeRun.ALLOW_ALL);
    }

    private static Klines record() {
        try {
            return Klines.read(Path.of("src/test/resources/market/crash-day-klines.csv"));
        } catch (BadKlineFileException bad) {
            throw new AssertionError(bad);
        }
    }

    private static double perMinute(Class<? extends ExchangeEvent> kind, int from, int to) {
        return (double) PLAY.eventsOf(kind)
                        .filter(event -> minute(event) >= from && minute(event) < to)
                        .count()
                / (to - from);
    }

    private static int minute(ExchangeEvent event) {
        return (int) ((event.timeMillis() - PLAY.exchange.startMillis()) / 60_000);
    }
}
