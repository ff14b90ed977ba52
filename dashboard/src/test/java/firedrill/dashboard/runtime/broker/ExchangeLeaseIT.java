package firedrill.dashboard.runtime.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import firedrill.dashboard.runtime.WorkFolder;
import firedrill.ingest.kafka.BrokerException;
import firedrill.ingest.kafka.ExchangeLease;
import firedrill.ingest.kafka.KafkaSettings;
import firedrill.ingest.kafka.TopicSetup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class ExchangeLeaseIT {

    private static final String OWN_NAME = "process " + ProcessHandle.current().pid() + " at 127.0.0.1";

    @TempDir
    Path folder = Path.of("");

    private AutoCloseable resources = () -> {};
    private KafkaSettings kafka = KafkaSettings.at("unknown");

    @BeforeEach
    void startBroker() throws Exception {
        var work = WorkFolder.open(folder);
        var broker = BrokerProcess.start(work, false, line -> {});
        resources = () -> {
            broker.close();
            work.close();
        };
        kafka = KafkaSettings.at(broker.bootstrap());
        TopicSetup.create(kafka, 1, Duration.ofSeconds(30));
    }

    @AfterEach
    void close() throws Exception {
        resources.close();
    }

    @Test
    void anotherExchangeIsRefusedUntilTheLeaseIsGivenBack() throws Exception {
        try (var lease = ExchangeLease.acquire(kafka)) {
            for (int attempt = 0; attempt < 3; attempt++) {
                assertThatThrownBy(() -> ExchangeLease.acquire(kafka))
                        .isInstanceOf(BrokerException.class)
                        .hasMessage("Another exchange (" + OWN_NAME + ") publishes on " + kafka
                                + ": two of them would mix their figures. End it, or name another Kafka with"
                                + " --bootstrap HOST:PORT.");
            }
            assertThat(lease.rival()).isEmpty();
        }
        ExchangeLease.acquire(kafka).close();
    }

    @Test
    void ofTwoThatStartTogetherOneIsRefused() {
        var together = new CountDownLatch(1);
        var attempts = Stream.generate(() -> CompletableFuture.supplyAsync(() -> acquire(together)))
                .limit(2)
                .toList();
        together.countDown();
        var results = attempts.stream().map(CompletableFuture::join).toList();
        assertThat(results).containsOnlyOnce("held");
    }

    private String acquire(CountDownLatch together) {
        try {
            together.await();
            // Held until the broker ends.
            return ExchangeLease.acquire(kafka).rival() + "held";
        } catch (BrokerException | InterruptedException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    @Test
    void aKilledExchangeDoesNotBlockTheNextOne() throws Exception {
        var holder = startHolder();
        holder.destroyForcibly().waitFor();
        ExchangeLease.acquire(kafka).close();
    }

    @Test
    void anExchangeThatStoodStillLearnsThatItsLeaseIsTaken() throws Exception {
        var holder = startHolder();
        signal("-STOP", holder);
        try (var lease = ExchangeLease.acquire(kafka)) {
            signal("-CONT", holder);
            try (var said = output(holder)) {
                assertThat(said.readLine()).isEqualTo("taken by " + OWN_NAME);
            }
            assertThat(holder.waitFor()).isZero();
            assertThat(lease.rival()).isEmpty();
        } finally {
            holder.destroyForcibly();
        }
    }

    private Process startHolder() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var holder = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        LeaseHolder.class.getName(),
                        kafka.bootstrapServers())
                .redirectError(Redirect.DISCARD)
                .start();
        assertThat(output(holder).readLine()).isEqualTo("held");
        return holder;
    }

    private static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    private static void signal(String name, Process process) throws InterruptedException {
        try {
            int code = new ProcessBuilder("kill", name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            assumeTrue(code == 0, "signals cannot be sent here");
        } catch (IOException absent) {
            throw new TestAbortedException("there is no kill here", absent);
        }
    }
}
