package firedrill.scoring.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import firedrill.scoring.job.settings.JobSettings;
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
                "--kafka-properties", file.toString());
        assertThat(settings)
                .isEqualTo(new JobSettings(
                        new JobSettings.KafkaConnection("a:1,b:2", DeliveryGuarantee.EXACTLY_ONCE, extra),
                        new JobSettings.ExecutionSettings(
                                4, Duration.ofMillis(1), "s3://bucket/firedrill", Duration.ofSeconds(1)),
                        new JobSettings.ScoringSettings(
                                "/models/m.tribuo", "/rules/r.yaml", Duration.ofMillis(30), Clock.systemUTC())));
    }

    @Test
    void aPlainFolderBecomesAUri(@TempDir Path folder) {
        JobSettings settings = JobOptions.parse("--bootstrap", "a:1", "--checkpoints", folder.toString());
        assertThat(settings.execution().checkpointUri())
                .isEqualTo(folder.toUri().toString());
    }

    @Test
    void aMistakeIsOneSentenceAndTheUsage() {
        refused("--bootstrap is required", "--checkpoints", "none");
        refused("--checkpoints is required", "--bootstrap", "a:1");
        refused("--bootstrap is given twice", "--bootstrap", "a:1", "--bootstrap", "a:1");
        refused("--bootstrap needs a value", "--bootstrap");
        refused(
                "--parallelism must be a whole number, was two",
                "--bootstrap",
                "a:1",
                "--checkpoints",
                "none",
                "--parallelism",
                "two");
        refused(
                "parallelism must be from 1 to 128, was 0",
                "--bootstrap",
                "a:1",
                "--checkpoints",
                "none",
                "--parallelism",
                "0");
        refused(
                "--delivery must be at-least-once or exactly-once, was twice",
                "--bootstrap",
                "a:1",
                "--checkpoints",
                "none",
                "--delivery",
                "twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JobOptions.parse("--bootstap", "a:1"))
                .withMessageStartingWith("unknown option --bootstap, there are [bootstrap, budget-millis,");
    }

    @Test
    void passwordsAreNotPrinted() {
        Properties extra = new Properties();
        extra.put("sasl.jaas.config", "secret");
        assertThat(new JobSettings.KafkaConnection("a:1", DeliveryGuarantee.AT_LEAST_ONCE, extra).toString())
                .doesNotContain("secret");
    }

    private static void refused(String sentence, String... arguments) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JobOptions.parse(arguments))
                .withMessage(sentence + "\n" + JobOptions.USAGE);
    }
}
