package firedrill.dashboard.runtime.broker;

import static java.util.Objects.requireNonNull;

import firedrill.dashboard.runtime.WorkFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract, kept by the broker that {@code firedrill up} starts. */
class LocalBrokerContractIT extends KafkaContract {

    private static @Nullable WorkFolder work;
    private static @Nullable BrokerProcess broker;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        work = WorkFolder.open(folder);
        broker = BrokerProcess.start(work, false, System.err::println);
    }

    @AfterAll
    static void stop() {
        requireNonNull(broker).close();
        requireNonNull(work).close();
    }

    @Override
    String bootstrap() {
        return requireNonNull(broker).bootstrap();
    }
}
