package firedrill.ingest.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firedrill.ingest.scenario.Incident.PriceFall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
                .hasMessage("crash-dya: neither the id of a scenario (quiet, crash-day) nor a file");
        assertThatThrownBy(() -> ScenarioCatalogue.load("\0")).isInstanceOf(BadScenarioException.class);
        assertThatThrownBy(() -> ScenarioCatalogue.load(folder.toString())).isInstanceOf(BadScenarioException.class);
        assertThatThrownBy(() -> ScenarioCatalogue.load(binary.toString()))
                .isInstanceOf(BadScenarioException.class)
                .hasMessageStartingWith("binary.yaml");
    }
}
