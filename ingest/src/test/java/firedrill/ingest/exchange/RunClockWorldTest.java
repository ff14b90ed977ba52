package firedrill.ingest.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.RunClocks;
import firedrill.ingest.event.Truth;
import firedrill.ingest.scenario.ScenarioCatalogue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The run's clock refuses nothing that an exchange says, however small the exchange and whatever its speed. */
class RunClockWorldTest {

    private static final Duration LENGTH = Duration.ofHours(6);

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 60", "2, 60", "3, 3600", "7, 60", "20, 3600", "50, 60", "200, 60", "2000, 60"})
    void nothingOfAnHonestRunIsRefused(int users, double speed) throws Exception {
        for (long seed = 1; seed <= (users < 100 ? 20 : 2); seed++) {
            ClockedListener listener = new ClockedListener(speed);
            Exchange exchange = AllowAllExchange.create(
                    ExchangeSettings.DEFAULT.withUsers(users), ScenarioCatalogue.load("quiet"), seed, listener);
            exchange.publishHistory();
            listener.warmUp(exchange);
            exchange.runUntil(exchange.nowMillis() + LENGTH.toMillis());
            assertThat(listener.refusals).as("seed " + seed).isEmpty();
        }
    }

    /** Reads at the pace of a live exchange: history and the time up to the first request pass at once. */
    private static final class ClockedListener implements ExchangeListener {

        private static final long WARMUP_STEP_MILLIS = 100;

        private final double speed;
        private final RunClocks clocks = new RunClocks(Optional.of(ExchangeSettings.DEFAULT.startMillis()));
        private final List<String> refusals = new ArrayList<>();
        private boolean isRequested;
        private long liveMillis = Long.MAX_VALUE;

        ClockedListener(double speed) {
            this.speed = speed;
        }

        void warmUp(Exchange exchange) {
            long end = exchange.nowMillis() + Duration.ofDays(2).toMillis();
            while (!isRequested && exchange.nowMillis() < end) {
                exchange.runUntil(exchange.nowMillis() + WARMUP_STEP_MILLIS);
            }
            liveMillis = exchange.nowMillis();
        }

        @Override
        public void onEvent(ExchangeEvent event) {
            isRequested |= event.requiresDecision();
            observe("events", event.timeMillis());
        }

        @Override
        public void onOutcome(Outcome outcome) {
            observe("outcomes", outcome.timeMillis());
        }

        @Override
        public void onTruth(Truth truth) {
            observe("truth", truth.timeMillis());
        }

        private void observe(String topic, long timeMillis) {
            long appended = (long) (Math.max(0, timeMillis - liveMillis) / speed);
            clocks.observe(topic, 0, timeMillis, appended).ifPresent(refusals::add);
        }
    }
}
