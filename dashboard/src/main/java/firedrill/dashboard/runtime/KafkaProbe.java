package firedrill.dashboard.runtime;

import firedrill.ingest.kafka.KafkaSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;

/** Checks whether a Kafka responds. */
public final class KafkaProbe {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final KafkaSettings kafka;

    public KafkaProbe(KafkaSettings kafka) {
        this.kafka = kafka;
    }

    /** Waits for a starting Kafka at a single address, while {@code isAlive}. */
    public boolean awaitReachable(Duration timeout, BooleanSupplier isAlive) throws InterruptedException {
        long endNanos = System.nanoTime() + timeout.toNanos();
        while (isAlive.getAsBoolean() && System.nanoTime() < endNanos) {
            // A client logs each refused connection; a plain socket does not.
            if (acceptsConnection()
                    && isReachable(Duration.ofNanos(Math.max(1_000_000, endNanos - System.nanoTime())))) {
                return true;
            }
            // A port that begins to listen announces nothing.
            Thread.sleep(PAUSE.toMillis());
        }
        return false;
    }

    private boolean acceptsConnection() {
        var bootstrap = kafka.bootstrapServers();
        int colon = bootstrap.lastIndexOf(':');
        var address =
                new InetSocketAddress(bootstrap.substring(0, colon), Integer.parseInt(bootstrap.substring(colon + 1)));
        try (var socket = new Socket()) {
            socket.connect(address, (int) PAUSE.toMillis());
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Whether a Kafka responds within {@code timeout}. */
    boolean isReachable(Duration timeout) throws InterruptedException {
        var properties = new Properties();
        properties.putAll(kafka.clientProperties());
        var millis = Long.toString(Math.max(1, timeout.toMillis()));
        properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        properties.put(AdminClientConfig.CLIENT_ID_CONFIG, "firedrill-probe");
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
        try (var admin = Admin.create(properties)) {
            return !admin.describeCluster()
                    .nodes()
                    .get(timeout.toMillis(), TimeUnit.MILLISECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException | KafkaException silent) {
            return false;
        }
    }
}
