package firedrill.dashboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterOptionsTest {

    @TempDir
    private Path folder;

    @Test
    void anOverrideChangesTheRunAndIsNamedInItsIdentity() throws IOException {
        JsonNode usual = smallRun("--operator", "block-all");
        JsonNode dear = smallRun("--operator", "block-all", "--set", "exchange.economics.orderFeeBps=20");

        assertThat(usual.at("/parameters").toString()).isEqualTo("{\"hash\":\"default\",\"overrides\":{}}");
        assertThat(dear.at("/parameters/hash").asText()).hasSize(12);
        assertThat(dear.at("/parameters/overrides").toString()).isEqualTo("{\"exchange.economics.orderFeeBps\":20.0}");
        assertThat(dear.get("feeLossUsd").asDouble())
                .isGreaterThan(1.5 * usual.get("feeLossUsd").asDouble());
    }

    @Test
    void morePeopleToldMeansMoreUsersLostToWordOfMouth() throws IOException {
        int usual = 0;
        int told = 0;
        for (String seed : new String[] {"1", "2", "3"}) {
            String[] run = {"--operator", "block-all", "--hours", "12", "--users", "1500", "--seed", seed};
            usual += run(run).get("usersLostToWordOfMouth").asInt();
            JsonNode arm = run(Stream.concat(Stream.of(run), Stream.of("--set", "customer.churn.peopleTold=20"))
                    .toArray(String[]::new));
            told += arm.get("usersLostToWordOfMouth").asInt();
            assertThat(arm.at("/parameters/overrides").toString()).isEqualTo("{\"customer.churn.peopleTold\":20.0}");
        }
        assertThat(told).isGreaterThan(usual);
    }

    @Test
    void aParameterOfThePolicyChangesDecisions() throws IOException {
        JsonNode usual = smallRun();
        JsonNode harsh = smallRun("--set", "policy.friction.leaving.stepUp=0.001");

        assertThat(harsh.at("/parameters/overrides/policy.friction.leaving.stepUp")
                        .asDouble())
                .isEqualTo(0.001);
        assertThat(harsh.at("/byAction/STEP_UP").asLong())
                .isGreaterThan(usual.at("/byAction/STEP_UP").asLong());
    }

    @Test
    void theCommandLineGoesBeforeTheFileAndTheFileBeforeTheScenario() throws IOException {
        Path scenario = write("mine.yaml", """
                id: mine
                title: Mine
                briefing: Mine.
                length: 1h
                timeline: []
                parameters:
                  exchange.economics.orderFeeBps: 30
                  exchange.economics.recoveryShare: 0.5
                  exchange.review.minutes: 5
                """);
        Path file = write("p.yaml", "exchange:\n  economics: {orderFeeBps: 20, recoveryShare: 0.25}\n");

        JsonNode arm = smallRun(
                "--scenario", scenario.toString(),
                "--parameters", file.toString(),
                "--set", "exchange.economics.orderFeeBps=10.0");

        assertThat(arm.at("/parameters/overrides").toString())
                .isEqualTo("{\"exchange.economics.recoveryShare\":0.25,\"exchange.review.minutes\":5}");
    }

    @Test
    void theTextOfARunNamesWhatDiffers() {
        var run =
                CommandLineRun.of("lab", "run", "--users", "600", "--hours", "1", "--set", "exchange.review.minutes=5");

        assertThat(run.out()).endsWith("Parameters that differ from the default: exchange.review.minutes = 5.\n");
    }

    @Test
    void theAuditNamesWhatDiffersInTextAndInJson() throws IOException {
        String[] audit = {
            "lab", "audit", "--users", "600", "--hours", "1", "--seeds", "2", "--set", "exchange.review.minutes=5"
        };
        var text = CommandLineRun.of(audit);
        var json = CommandLineRun.of(
                Stream.concat(Stream.of(audit), Stream.of("--json")).toArray(String[]::new));

        assertThat(text.out()).endsWith("Parameters that differ from the default: exchange.review.minutes = 5.\n");
        JsonNode report = new ObjectMapper().readTree(json.out());
        assertThat(report.at("/parameters/overrides").toString()).isEqualTo("{\"exchange.review.minutes\":5}");
        assertThat(report.fieldNames()).toIterable().contains("typologies", "control", "rules");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no.such=1 | --set no.such=1 is refused: there is no parameter 'no.such'; the nearest is ",
                "exchange.review.sensitivty=1 | --set exchange.review.sensitivty=1 is refused: there is no parameter "
                        + "'exchange.review.sensitivty'; the nearest is exchange.review.sensitivity.",
                "exchange.review.sensitivity=-1 | --set exchange.review.sensitivity=-1 is refused: "
                        + "exchange.review.sensitivity must lie in [0, 1] (share), was -1.",
                "exchange.review.minutes=1.5 | --set exchange.review.minutes=1.5 is refused: "
                        + "exchange.review.minutes must be a whole number, was '1.5'.",
                "customer.churn.peopleTold=-1 | --set customer.churn.peopleTold=-1 is refused: "
                        + "customer.churn.peopleTold must lie in [0, 1000] (persons), was -1.",
                "nonsense | --set takes NAME=VALUE, was 'nonsense'.",
            })
    void whatCannotBeSetIsRefusedInOneSentence(String assignment, String sentence) {
        for (String command :
                new String[] {"lab run", "lab compare", "lab check", "lab audit", "train", "up", "evaluate"}) {
            var run = CommandLineRun.of(Stream.concat(Stream.of(command.split(" ")), Stream.of("--set", assignment))
                    .toArray(String[]::new));

            assertThat(run.code()).as(command).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).startsWith(sentence).hasLineCount(1);
        }
    }

    @Test
    void aFileThatCannotBeUsedIsRefusedWithItsLine() throws IOException {
        Path file = write("p.yaml", "exchange:\n  economics:\n    orderFeeBsp: 20\n");

        var run = CommandLineRun.of("lab", "run", "--parameters", file.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("--parameters is refused: " + file + ", line 3: there is no parameter "
                        + "'exchange.economics.orderFeeBsp'; the nearest is exchange.economics.orderFeeBps.\n");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** A run of one hour with few users. */
    private static JsonNode smallRun(String... options) throws IOException {
        return run(Stream.concat(Stream.of("--users", "600", "--hours", "1"), Stream.of(options))
                .toArray(String[]::new));
    }

    private static JsonNode run(String... options) throws IOException {
        var run = CommandLineRun.of(Stream.concat(Stream.of("lab", "run", "--json"), Stream.of(options))
                .toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        return new ObjectMapper().readTree(run.out());
    }
}
