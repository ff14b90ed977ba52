package firedrill.dashboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real broker, the real job and the relay, for as short as they go. */
class BenchCommandIT {

    @TempDir
    Path folder = Path.of("");

    @Test
    void latencyOfPipelineAndRelayIsOneJsonObjectAndNothingIsLost() throws Exception {
        var run = CommandLineRun.of(
                "bench", "latency", "--rate", "300", "--seconds", "12", "--work", folder.toString(), "--json");
        assertThat(run.err()).contains("turn 9 of 9");
        assertThat(run.code()).isZero();
        assertThat(run.out().lines()).hasSize(1);
        var json = new ObjectMapper().readTree(run.out());
        assertThat(json.get("ratePerSecond").intValue()).isEqualTo(300);
        for (var leg : new String[] {"pipeline", "relay"}) {
            assertThat(json.get(leg).get("lost").intValue()).isZero();
            assertThat(json.get(leg).get("p50Millis").doubleValue()).isPositive();
            assertThat(json.get(leg).get("p99Millis").doubleValue())
                    .isGreaterThanOrEqualTo(json.get(leg).get("p50Millis").doubleValue());
        }
        assertThat(json.get("ratioP50").doubleValue()).isPositive();
        assertThat(json.get("ratioP99").doubleValue()).isPositive();
    }

    @Test
    void everyRequestHasOneDecisionByOneModelWhileTheChampionIsReplaced() throws Exception {
        var run = CommandLineRun.of(
                "bench", "swap", "--rate", "300", "--seconds", "24", "--work", folder.toString(), "--json");
        assertThat(run.code()).as(run.err()).isZero();
        var json = new ObjectMapper().readTree(run.out());
        assertThat(json.get("lost").longValue()).isZero();
        assertThat(json.get("duplicates").longValue()).isZero();
        assertThat(json.get("unknownModel").longValue()).isZero();
        assertThat(json.get("decisions").longValue()).isPositive();
        assertThat(json.get("swaps").longValue()).isGreaterThan(100);
        assertThat(json.get("modelChanges").longValue())
                .as("swaps that took place")
                .isPositive();
        assertThat(json.get("ratio").doubleValue()).isPositive();
    }

    @Test
    void everyRequestIsDecidedWhileAChallengerShadows() throws Exception {
        var run = CommandLineRun.of(
                "bench", "shadow", "--rate", "300", "--seconds", "16", "--work", folder.toString(), "--json");
        assertThat(run.code()).as(run.err()).isZero();
        var json = new ObjectMapper().readTree(run.out());
        assertThat(json.get("scored").longValue()).isPositive();
        assertThat(json.get("lost").longValue()).isZero();
        var ratio = json.get("ratioP99");
        assertThat(ratio.get("median").doubleValue())
                .isPositive()
                .isBetween(ratio.get("low").doubleValue(), ratio.get("high").doubleValue());
    }

    @Test
    void compiledModelsScoreAsTribuoDoesAndAllocateNothing() throws Exception {
        var run = CommandLineRun.of("bench", "scorer", "--rows", "2000", "--trees", "4", "--json");
        assertThat(run.code()).isZero();
        assertThat(run.out().lines()).hasSize(1);
        var models = new ObjectMapper().readTree(run.out()).get("models");
        assertThat(models.findValuesAsText("name")).containsExactly("logistic", "cart", "random-forest", "xgboost");
        for (var model : models) {
            boolean single = model.get("name").textValue().equals("xgboost");
            assertThat(model.get("maxAbsDifference").doubleValue()).isBetween(0.0, single ? 0x1p-23 : 0.0);
            assertThat(model.get("bytesPerScore").doubleValue()).isZero();
            assertThat(model.get("tribuoNanos").doubleValue())
                    .isGreaterThan(model.get("compiledNanos").doubleValue());
            assertThat(model.get("speedup").doubleValue()).isGreaterThan(1);
        }
    }

    @Test
    void aRateThatCannotBeIsRefused() {
        assertThat(CommandLineRun.of("bench", "latency", "--rate", "0"))
                .isEqualTo(new CommandLineRun(1, "", "--rate must be from 1 to 1000000, was 0.\n"));
    }
}
