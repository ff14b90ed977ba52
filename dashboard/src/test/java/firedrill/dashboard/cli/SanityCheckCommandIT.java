package firedrill.dashboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The whole of {@code lab check}, on a world too small for its bounds to mean much. */
class SanityCheckCommandIT {

    @Test
    void everyCheckIsReportedAndTheExitCodeIsZeroIfAllPass() throws Exception {
        var run = CommandLineRun.of("lab", "check", "--seeds", "2", "--users", "1000", "--json");

        var report = new ObjectMapper().readTree(run.out());
        var checks = report.get("checks");
        assertThat(StreamSupport.stream(checks.spliterator(), false)
                        .map(check -> check.get("id").asText())
                        .map(id -> id.replaceAll("[a-z]", ""))
                        .distinct())
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "9", "10", "11");
        assertThat(checks).allSatisfy(check -> {
            assertThat(check.fieldNames()).toIterable().containsExactly("id", "name", "value", "bound", "pass");
            // In so small a world some things do not happen; what is not known does not pass.
            assertThat(check.get("value").isNumber() || !check.get("pass").asBoolean())
                    .isTrue();
        });
        assertThat(report.get("beliefs"))
                .isNotEmpty()
                .allSatisfy(belief -> assertThat(belief.fieldNames())
                        .toIterable()
                        .contains(
                                "market", "kind", "action", "tier", "requests", "believedUsd", "realisedUsd", "ratio"));
        boolean allPass = StreamSupport.stream(checks.spliterator(), false)
                .allMatch(check -> check.get("pass").asBoolean());
        assertThat(run.code()).isEqualTo(allPass ? 0 : 1);
    }

    @Test
    void oneSeedIsTooFewForAHoldOut() {
        assertThat(CommandLineRun.of("lab", "check", "--seeds", "1"))
                .isEqualTo(new CommandLineRun(1, "", "--seeds must be from 2 to 1000, was 1.\n"));
    }
}
