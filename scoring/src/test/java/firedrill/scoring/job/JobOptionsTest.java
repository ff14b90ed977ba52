package firedrill.scoring.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import firedrill.scoring.engine.ScoringParameters;
import firedrill.scoring.job.settings.JobSettings;
import firedrill.scoring.policy.Policy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobOptionsTest {

    @Test
    void whatIsNotGivenIsAsTheDefaultsSay() {
        assertThat(JobOptions.parse("--bootstrap", "kafka:9092", "--checkpoints", "none"))
                .isEqualTo(JobSettings.forBootstrap("kafka:9092"));
    }

    @Test
    void everythingCanBeGiven(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("kafka.properties"), "security.protocol=SSL\n");
        Properties extra = new Properties();
        extra.put("security.protocol", "SSL");
        JobSettings settings = JobOptions.parse(
                "--bootstrap", "a:1,b:2",
                "--checkpoints", "s3://bucket/firedrill",
                "--checkpoint-every-millis", "1000",
                "--parallelism", "4",
                "--buffer-timeout-millis", "1",
                "--budget-millis", "30",
                "--delivery", "exactly-once",
                "--model", "/models/m.tribuo",
                "--rules", "/rules/r.yaml",
                "--run-start", "2026-01-05T00:00:00Z",
                "--load-journal", "/var/loads",
                "--kafka-properties", file.toString());
        assertThat(settings)
                .isEqualTo(new JobSettings(
                        new JobSettings.KafkaConnection("a:1,b:2", DeliveryGuarantee.EXACTLY_ONCE, extra),
                        new JobSettings.ExecutionSettings(
                                4, Duration.ofMillis(1), "s3://bucket/firedrill", Duration.ofSeconds(1)),
                        new JobSettings.ScoringSettings(
                                "/models/m.tribuo",
                                "/rules/r.yaml",
                                Duration.ofMillis(30),
                                Clock.systemUTC(),
                                ScoringParameters.DEFAULT,
                                1_767_571_200_000L,
                                "/var/loads")));
    }

    @Test
    void aPlainFolderBecomesAUriWithoutEscapes(@TempDir Path folder) {
        Path blank = folder.resolve("a blank");
        JobSettings settings = JobOptions.parse("--bootstrap", "a:1", "--checkpoints", blank.toString());
        assertThat(settings.execution().checkpointUri()).isEqualTo("file:" + blank);
    }

    @Test
    void aParameterIsSetByItsName() {
        JobSettings settings =
                JobOptions.parse("--bootstrap", "a:1", "--checkpoints", "none", "--set", "drift.windowMinutes=30");
        assertThat(settings.scoring().parameters().drift().windowMinutes()).isEqualTo(30);
        assertThat(settings.scoring().parameters().policy()).isEqualTo(Policy.DEFAULT);
    }

    @Test
    void theFormerNameOfTheCheckpointIntervalStillWorks() {
        JobSettings settings =
                JobOptions.parse("--bootstrap", "a:1", "--checkpoints", "none", "--checkpoint-every-millis", "70");
        assertThat(settings.execution().checkpointInterval()).isEqualTo(Duration.ofMillis(70));
    }

    @Test
    void anInvalidOptionIsReportedInOneSentenceWithTheUsage() {
        refused("Missing required option: '--bootstrap=HOST:PORT'", "--checkpoints", "none");
        refused("Missing required option: '--checkpoints=FOLDER|none'", "--bootstrap", "a:1");
        refused(
                "option '--bootstrap' (HOST:PORT) should be specified only once",
                "--bootstrap",
                "a:1",
                "--bootstrap",
                "a");
        refused("Missing required parameter for option '--bootstrap' (HOST:PORT)", "--bootstrap");
        refusedBeside("Invalid value for option '--parallelism': 'two' is not an int", "--parallelism", "two");
        refusedBeside("parallelism must be from 1 to 128, was 0", "--parallelism", "0");
        refusedBeside(
                "--run-start must be a time such as 2026-01-05T00:00:00Z, was tomorrow", "--run-start", "tomorrow");
        refusedBeside("--delivery must be at-least-once or exactly-once, was twice", "--delivery", "twice");
        refusedBeside("Unknown options: '--rulez', 'x'", "--rulez", "x");
        refusedBeside(
                "drift.windowMinutes must lie in [1, 1440] (simulated minutes), was 0",
                "--set",
                "drift.windowMinutes=0");
    }

    @Test
    void passwordsAreNotPrinted() {
        Properties extra = new Properties();
        extra.put("sasl.jaas.config", "secret");
        assertThat(new JobSettings.KafkaConnection("a:1", DeliveryGuarantee.AT_LEAST_ONCE, extra).toString())
                .doesNotContain("secret");
    }

    private static void refusedBeside(String sentence, String option, String value) {
        refused(sentence, "--bootstrap", "a:1", "--checkpoints", "none", option, value);
    }

    private static void refused(String sentence, String... arguments) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JobOptions.parse(arguments))
                .withMessageStartingWith(sentence + "\nUsage: firedrill-job ");
    }
}
