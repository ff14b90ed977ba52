package firedrill.ingest.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import firedrill.ingest.incident.Incident.PriceFall;
import firedrill.ingest.incident.Incident.Scheduled;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenarioFileTest {

    private static final String GOOD = """
            id: my-crash
            title: Mine
            briefing: Something happens.
            length: 2h
            timeline:
              - {at: 40m, for: 90s, incident: price-fall, percent: 12.5}
            """;

    @Test
    void aGoodFileIsReadWhole() throws BadScenarioException {
        assertThat(ScenarioFile.read("my.yaml", new StringReader(GOOD)))
                .isEqualTo(new Scenario(
                        "my-crash",
                        "Mine",
                        "Something happens.",
                        Duration.ofHours(2),
                        List.of(new Scheduled(new PriceFall(12.5), Duration.ofMinutes(40), Duration.ofSeconds(90)))));
    }

    @Test
    void everyShippedScenarioCanBeRead() throws BadScenarioException {
        for (var id : Scenarios.ids()) {
            assertThat(Scenarios.named(id).id()).isEqualTo(id);
        }
    }

    @Test
    void aBadFileIsRefusedWithTheLineAndTheReason() {
        assertThat(refusal("title: Mine", "titel: Mine"))
                .isEqualTo("my.yaml, line 2: unknown key 'titel'; known are briefing, id, length, timeline, title");
        assertThat(refusal("id: my-crash", "")).isEqualTo("my.yaml, line 1: id is missing");
        assertThat(refusal("length: 2h", "length: soon"))
                .isEqualTo("my.yaml, line 4: 'soon' is not a duration such as 90s, 40m, 5h or 2d");
        assertThat(refusal("at: 40m", "at: -40m")).contains("line 6", "-40m");
        assertThat(refusal("percent: 12.5", "percent: much")).isEqualTo("my.yaml, line 6: 'much' is not a number");
        assertThat(refusal("percent: 12.5", "percent: 120"))
                .isEqualTo("my.yaml, line 6: percent must be in (0, 100), was 120.0");
        assertThat(refusal("price-fall", "price-rise"))
                .isEqualTo("my.yaml, line 6: no incident is called 'price-rise'; there is price-fall");
        assertThat(refusal("title: Mine", "title: \"Mine"))
                .startsWith("my.yaml, line ")
                .contains("not YAML");
        assertThat(refusal(GOOD, "- just a list")).contains("line 1");
        assertThat(refusal(GOOD, "")).contains("my.yaml");
    }

    @Test
    void aNameThatIsNeitherScenarioNorFileIsRefusedWithThoseThatExist() {
        assertThatExceptionOfType(BadScenarioException.class)
                .isThrownBy(() -> Scenarios.named("crash"))
                .withMessage("crash: no scenario and no file is called so; there are quiet, crash-day");
    }

    private static String refusal(String part, String instead) {
        var refused = catchThrowableOfType(
                BadScenarioException.class,
                () -> ScenarioFile.read("my.yaml", new StringReader(GOOD.replace(part, instead))));
        return String.valueOf(refused.getMessage());
    }
}
