package firedrill.ingest.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firedrill.ingest.incident.Incident.PriceFall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenariosTest {

    @Test
    void everyShippedScenarioCanBePlayedUnderItsId() throws BadScenarioException {
        for (String id : Scenarios.ids()) {
            assertThat(Scenarios.named(id).id()).isEqualTo(id);
        }
    }

    @Test
    void nothingHappensOnAQuietDay() throws BadScenarioException {
        assertThat(Scenarios.named("quiet").timeline()).isEmpty();
        assertThat(Scenarios.named("quiet").length()).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void onCrashDayOnlyThePriceFalls() throws BadScenarioException {
        assertThat(Scenarios.named("crash-day").timeline())
                .containsExactly(new Scheduled(new PriceFall(12), Duration.ofMinutes(40), Duration.ofMinutes(30)));
    }

    @Test
    void onARecordAQuietDayLastsAsLongAsTheRecordAndAnotherNoLongerThanItself() throws BadScenarioException {
        Scenario quiet = Scenarios.named("quiet");
        Scenario crash = Scenarios.named("crash-day");

        assertThat(quiet.onRecordOf(Duration.ofHours(24)).length()).isEqualTo(Duration.ofHours(24));
        assertThat(quiet.onRecordOf(Duration.ofDays(400)).length()).isEqualTo(Duration.ofDays(30));
        assertThat(crash.onRecordOf(Duration.ofHours(24))).isEqualTo(crash);
        assertThat(crash.onRecordOf(Duration.ofMinutes(50)).timeline())
                .containsExactly(new Scheduled(new PriceFall(12), Duration.ofMinutes(40), Duration.ofMinutes(10)));
        assertThat(crash.onRecordOf(Duration.ofMinutes(40)).timeline()).isEmpty();
    }

    @Test
    void aFileCanBePlayedToo(@TempDir Path folder) throws IOException, BadScenarioException {
        Path file = Files.writeString(
                folder.resolve("own.yaml"), "id: own\ntitle: t\nbriefing: b\nlength: 1h\ntimeline: []\n");

        assertThat(Scenarios.named(file.toString()).id()).isEqualTo("own");
    }

    @Test
    void whatIsNeitherAnIdNorAFileIsRefusedWithWhatThereIs(@TempDir Path folder) throws IOException {
        Path binary = Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xC3, 0x28, 0});

        assertThatThrownBy(() -> Scenarios.named("crash-dya"))
                .isInstanceOf(BadScenarioException.class)
                .hasMessage("crash-dya: neither the id of a scenario (quiet, crash-day) nor a file");
        assertThatThrownBy(() -> Scenarios.named("\0")).isInstanceOf(BadScenarioException.class);
        assertThatThrownBy(() -> Scenarios.named(folder.toString())).isInstanceOf(BadScenarioException.class);
        assertThatThrownBy(() -> Scenarios.named(binary.toString()))
                .isInstanceOf(BadScenarioException.class)
                .hasMessageStartingWith("binary.yaml");
    }
}
