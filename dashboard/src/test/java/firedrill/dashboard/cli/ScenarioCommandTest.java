package firedrill.dashboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.scenario.ScenarioCatalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioCommandTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void listPrintsOneIdALineFirst() {
        var run = CommandLineRun.of("scenario", "list");
        assertThat(run.code()).isZero();
        assertThat(run.out().lines().map(line -> line.split(" ", 2)[0])).isEqualTo(ScenarioCatalogue.ids());
    }

    @Test
    void everyListedScenarioCanBeShown() {
        for (var id : ScenarioCatalogue.ids()) {
            assertThat(CommandLineRun.of("scenario", "show", id).out()).startsWith(id + ": ");
        }
    }

    @Test
    void asJsonAnIncidentCarriesItsTimesInSeconds() {
        assertThat(CommandLineRun.of("scenario", "show", "crash-day", "--json").out())
                .contains("\"lengthSeconds\":18000")
                .endsWith("\"timeline\":[{\"incident\":\"price-fall\",\"atSeconds\":2400,\"forSeconds\":1800,"
                        + "\"percent\":12.0}]}\n");
    }

    @Test
    void aRiseIsShownAsARise() throws Exception {
        var file = Files.writeString(folder.resolve("rally.yaml"), """
                id: rally
                title: Up
                briefing: Look.
                length: 90m
                timeline:
                  - {at: 5m, for: 1h, incident: price-rise, percent: 7.5}
                """);
        assertThat(CommandLineRun.of("scenario", "show", file.toString()).out())
                .endsWith("Incidents:\n  after 5m, for 1h: price-rise of 7.5 %\n");
    }

    @Test
    void aGoodFilePasses() throws Exception {
        var file = Files.writeString(
                folder.resolve("mine.yaml"), "id: mine\ntitle: Mine\nbriefing: Look.\nlength: 90m\ntimeline: []\n");
        assertThat(CommandLineRun.of("scenario", "check", file.toString()))
                .isEqualTo(new CommandLineRun(0, file + " is valid: Mine, 1h30m, 0 incident(s).\n", ""));
    }

    @Test
    void aBadFileIsRefusedWithTheLineAndTheReason() throws Exception {
        var file = Files.writeString(folder.resolve("mine.yaml"), "id: mine\ntitel: Mine\n");
        var run = CommandLineRun.of("scenario", "check", file.toString(), "--json");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("mine.yaml, line 2: unknown key 'titel'")
                .hasLineCount(1);
    }
}
