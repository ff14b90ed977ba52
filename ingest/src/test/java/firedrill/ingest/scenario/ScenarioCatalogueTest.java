package firedrill.ingest.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firedrill.ingest.scenario.Incident.PriceFall;
import firedrill.ingest.scenario.Incident.PriceRise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioCatalogueTest {

    @Test
    void everyShippedScenarioCanBePlayedUnderItsId() throws BadScenarioException {
        for (String id : ScenarioCatalogue.ids()) {
            assertThat(ScenarioCatalogue.load(id).id()).isEqualTo(id);
        }
    }

    @Test
    void theQuietScenarioHasNoIncidents() throws BadScenarioException {
        assertThat(ScenarioCatalogue.load("quiet").timeline()).isEmpty();
        assertThat(ScenarioCatalogue.load("quiet").length()).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void theCrashDayHasOnePriceFall() throws BadScenarioException {
        assertThat(ScenarioCatalogue.load("crash-day").timeline())
                .containsExactly(
                        new ScheduledIncident(new PriceFall(12), Duration.ofMinutes(40), Duration.ofMinutes(30)));
    }

    @Test
    void anyFourDaysOfMarketSwingsHoldAFallARiseAndCalm() throws BadScenarioException {
        Scenario swings = ScenarioCatalogue.load("market-swings");
        Duration window = Duration.ofDays(4);
        Duration lastStart = swings.length().minus(window);

        for (Duration from = Duration.ZERO; from.compareTo(lastStart) <= 0; from = from.plusHours(1)) {
            List<ScheduledIncident> within = within(swings, from, from.plus(window));
            assertThat(within).anyMatch(swing -> swing.incident() instanceof PriceFall);
            assertThat(within).anyMatch(swing -> swing.incident() instanceof PriceRise);
            assertThat(within).hasSizeLessThan(5);
        }
    }

    @Test
    void marketSwingsComeAtEveryHourOfTheDayAndBothWaysAlike() throws BadScenarioException {
        List<ScheduledIncident> swings = ScenarioCatalogue.load("market-swings").timeline();

        assertThat(swings.stream().map(swing -> swing.start().toHoursPart()).distinct())
                .hasSize(24);
        assertThat(swings)
                .filteredOn(swing -> swing.incident() instanceof PriceFall)
                .hasSize(12);
        assertThat(swings).allSatisfy(swing -> {
            assertThat(swing.duration()).isBetween(Duration.ofMinutes(10), Duration.ofHours(3));
            assertThat(percentOf(swing.incident())).isBetween(3.0, 15.0);
        });
    }

    private static double percentOf(Incident incident) {
        return incident.<Double>match(PriceFall::percent, PriceRise::percent);
    }

    private static List<ScheduledIncident> within(Scenario scenario, Duration from, Duration until) {
        return scenario.timeline().stream()
                .filter(swing ->
                        swing.start().compareTo(from) >= 0 && swing.end().compareTo(until) <= 0)
                .toList();
    }

    @Test
    void aScenarioIsFittedToTheLengthOfTheRecording() throws BadScenarioException {
        Scenario quiet = ScenarioCatalogue.load("quiet");
        Scenario crash = ScenarioCatalogue.load("crash-day");

        assertThat(quiet.fitToRecord(Duration.ofHours(24)).length()).isEqualTo(Duration.ofHours(24));
        assertThat(quiet.fitToRecord(Duration.ofDays(400)).length()).isEqualTo(Duration.ofDays(30));
        assertThat(crash.fitToRecord(Duration.ofHours(24))).isEqualTo(crash);
        assertThat(crash.fitToRecord(Duration.ofMinutes(50)).timeline())
                .containsExactly(
                        new ScheduledIncident(new PriceFall(12), Duration.ofMinutes(40), Duration.ofMinutes(10)));
        assertThat(crash.fitToRecord(Duration.ofMinutes(40)).timeline()).isEmpty();
    }

    @Test
    void aFileCanBePlayedToo(@TempDir Path folder) throws IOException, BadScenarioException {
        Path file = Files.writeString(
                folder.resolve("own.yaml"), "id: own\ntitle: t\nbriefing: b\nlength: 1h\ntimeline: []\n");

        assertThat(ScenarioCatalogue.load(file.toString()).id()).isEqualTo("own");
    }

    @Test
    void anUnknownNameIsRefusedWithTheKnownIds(@TempDir Path folder) throws IOException {
        Path binary = Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xC3, 0x28, 0});

        assertThatThrownBy(() -> ScenarioCatalogue.load("crash-dya"))
                .isInstanceOf(BadScenarioException.class)
                .hasMessage("crash-dya: neither the id of a scenario (quiet, crash-day, market-swings) nor a file");
        assertThatThrownBy(() -> ScenarioCatalogue.load("\0")).isInstanceOf(BadScenarioException.class);
        assertThatThrownBy(() -> ScenarioCatalogue.load(folder.toString())).isInstanceOf(BadScenarioException.class);
        assertThatThrownBy(() -> ScenarioCatalogue.load(binary.toString()))
                .isInstanceOf(BadScenarioException.class)
                .hasMessageStartingWith("binary.yaml");
    }
}
