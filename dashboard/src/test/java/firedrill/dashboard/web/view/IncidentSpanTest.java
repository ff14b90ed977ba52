package firedrill.dashboard.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.scenario.Incident;
import firedrill.ingest.scenario.Incident.PriceFall;
import firedrill.ingest.scenario.Incident.PriceRise;
import firedrill.ingest.scenario.ScheduledIncident;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class IncidentSpanTest {

    @Test
    void theDirectionOfThePriceIsAnnouncedInWords() {
        assertThat(span(new PriceFall(12))).isEqualTo(new IncidentSpan("the price falls 12 %", 61_000, 91_000));
        assertThat(span(new PriceRise(7))).isEqualTo(new IncidentSpan("the price rises 7 %", 61_000, 91_000));
    }

    private static IncidentSpan span(Incident incident) {
        return IncidentSpan.of(new ScheduledIncident(incident, Duration.ofMinutes(1), Duration.ofSeconds(30)), 1_000);
    }
}
