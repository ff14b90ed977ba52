package firedrill.dashboard.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class FailureCauseTest {

    @Test
    void theSystemsReasonIsFoundInTheMiddleOfALog() {
        var log = """
                2026-11-29 10:00:00,000 ERROR LogDirFailureChannel: Error while appending records to exchange.events-0 in dir /w
                java.io.IOException: No space left on device
                	at java.base/sun.nio.ch.UnixFileDispatcherImpl.write0(Native Method)
                	at org.apache.kafka.storage.internals.log.UnifiedLog.maybeHandleIOException(UnifiedLog.java:1)
                2026-11-29 10:00:01,000 ERROR ReplicaManager: Shutdown broker because all log dirs in /w have failed
                	at org.apache.kafka.storage.internals.log.UnifiedLog.maybeHandleIOException(UnifiedLog.java:2)
                """;
        assertThat(FailureCause.ofText(log)).isEqualTo("No space left on device");
    }

    @Test
    void ofATraceTheInnermostMessageIsTold() {
        var trace = """
                java.lang.RuntimeException: outer
                	at a.B.c(B.java:1)
                Caused by: org.apache.kafka.common.errors.RecordTooLargeException: The record is too large.
                	at a.B.c(B.java:2)
                	... 12 more
                """;
        assertThat(FailureCause.ofText(trace)).isEqualTo("The record is too large.");
    }

    @Test
    void theMessageOfAnExceptionThatEndedAThreadIsTold() {
        assertThat(FailureCause.ofText(
                        "Exception in thread \"main\" java.lang.RuntimeException: Invalid cluster.id in: data"))
                .isEqualTo("Invalid cluster.id in: data");
    }

    @Test
    void anExceptionWithoutAMessageIsNamed() {
        assertThat(FailureCause.ofText("java.lang.StackOverflowError\n\tat a.B.c(B.java:1)\n"))
                .isEqualTo("StackOverflowError");
        assertThat(FailureCause.of(new IllegalStateException())).isEqualTo("IllegalStateException");
    }

    @Test
    void ofALogWithoutExceptionsTheLastErrorIsTold() {
        var log = """
                2026-11-29 10:00:00,000 ERROR Exit: Invalid cluster.id in: /w/meta.properties
                2026-11-29 10:00:00,000 INFO  Kafka: bye
                """;
        assertThat(FailureCause.ofText(log)).isEqualTo("Invalid cluster.id in: /w/meta.properties");
        assertThat(FailureCause.ofText("killed\n")).isEqualTo("killed");
        assertThat(FailureCause.ofText("")).isEmpty();
    }

    @Test
    void ofAnExceptionTheSystemsReasonIsTold() {
        var full = new UncheckedIOException(new IOException("No space left on device"));
        assertThat(FailureCause.of(new ExecutionException(full))).isEqualTo("No space left on device");
        assertThat(FailureCause.of(new NoSuchFileException("/w/x"))).isEqualTo("no such file: /w/x");
        assertThat(FailureCause.of(new RuntimeException("outer", new IllegalStateException("inner\nmore"))))
                .isEqualTo("inner");
    }
}
