package firedrill.dashboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** The bench with a number of users that fits into any process; no figure is asserted. */
class BenchFeaturesIT {

    @Test
    void costAndGrowthAreOneJsonObject() throws Exception {
        var run = CommandLineRun.of("bench", "features", "--keys", "5000", "--json");
        assertThat(run.err()).contains("turn 7 of 7");
        assertThat(run.code()).isZero();
        assertThat(run.out().lines()).hasSize(1);
        var json = new ObjectMapper().readTree(run.out());
        assertThat(json.get("maxKeys").intValue()).isEqualTo(5_000);
        for (var figure : new String[] {"nanosPerEvent", "growthDensity", "growthKeys"}) {
            assertThat(json.get(figure).doubleValue()).as(figure).isPositive();
        }
    }

    @Test
    void aNumberOfUsersOutOfRangeIsRefused() {
        assertThat(CommandLineRun.of("bench", "features", "--keys", "10"))
                .isEqualTo(new CommandLineRun(1, "", "--keys must be from 1000 to 10000000, was 10.\n"));
    }
}
