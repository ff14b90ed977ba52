package firedrill.dashboard.bench;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.wire.EventCodec;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.scenario.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EventRecordingTest {

    private static final Scenario QUIET = new Scenario("quiet", "Quiet", "Quiet.", Duration.ofHours(1), List.of());

    private final EventRecording recording = EventRecording.of(ExchangeSettings.DEFAULT.withUsers(500), QUIET, 7, 1);

    @Test
    void roundAfterRoundTheIdsAreFreshAndTimeGoesOn() throws Exception {
        long previousMillis = 0;
        for (long n = 0; n < 3L * recording.size(); n++) {
            var event = recording.eventAt(n);
            assertThat(event.id()).isEqualTo(n + 1);
            assertThat(event.timeMillis()).isGreaterThanOrEqualTo(previousMillis);
            assertThat(EventCodec.decode(EventCodec.encode(event))).isEqualTo(event);
            previousMillis = event.timeMillis();
        }
    }

    @Test
    void aRecordingMixesRequestsAndEvidence() {
        long asking = LongStream.range(0, recording.size())
                .mapToObj(recording::eventAt)
                .filter(ExchangeEvent::requiresDecision)
                .count();
        assertThat(recording.requestShare())
                .isEqualTo((double) asking / recording.size())
                .isBetween(0.1, 0.95);
    }
}
