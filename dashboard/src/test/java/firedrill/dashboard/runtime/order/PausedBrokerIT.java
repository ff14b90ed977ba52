package firedrill.dashboard.runtime.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import firedrill.dashboard.monitor.OrderFates.OrderFate;
import firedrill.dashboard.monitor.RegistryFeed;
import firedrill.dashboard.monitor.RegistryHistory;
import firedrill.dashboard.runtime.WorkFolder;
import firedrill.dashboard.runtime.broker.BrokerProcess;
import firedrill.dashboard.runtime.order.OrderDelivery.NotWritten;
import firedrill.dashboard.runtime.order.OrderDelivery.Uncertain;
import firedrill.dashboard.runtime.order.OrderDelivery.Written;
import firedrill.ingest.kafka.KafkaSettings;
import firedrill.ingest.kafka.TopicSetup;
import firedrill.scoring.decision.ControlCommand.OperatorMode;
import firedrill.scoring.drift.Mode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Orders to a broker that stands still, as a full disk or an overloaded machine makes it. */
@DisabledOnOs(OS.WINDOWS)
class PausedBrokerIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path folder = Path.of("");

    @Test
    void anOrderThatWasNotConfirmedIsNeverCarriedOutAfterItsValidityAndTheNextOneIs() throws Exception {
        try (var work = WorkFolder.open(folder.resolve("work"));
                var broker = BrokerProcess.start(work, false, line -> {})) {
            var kafka = KafkaSettings.at(broker.bootstrap());
            TopicSetup.create(kafka, 1, PATIENCE);
            try (var registry = new RegistryFeed(kafka, System::currentTimeMillis);
                    var orders = new OrderChannel(kafka, registry.history().fates(), System::currentTimeMillis)) {
                registry.start();
                assertThat(orders.send(pin(Mode.MODEL))).isInstanceOf(Written.class);
                awaitPinned(registry.history(), Mode.MODEL);

                var unconfirmed = sendToPausedBroker(broker.pid(), orders);
                var fates = registry.history().fates();
                await().atMost(PATIENCE)
                        .until(() -> fates.fate(unconfirmed.orderId()).orElseThrow() != OrderFate.OPEN);
                assertThat(fates.fate(unconfirmed.orderId()))
                        .hasValueSatisfying(fate -> assertThat(fate).isIn(OrderFate.VOID, OrderFate.NEVER_WRITTEN));
                assertThat(registry.history().control().pinnedMode()).contains(Mode.MODEL);

                assertThat(orders.send(pin(Mode.RULES))).isInstanceOf(Written.class);
                awaitPinned(registry.history(), Mode.RULES);
            }
        }
    }

    /** Sends an order while the process stands still, and lets the process go on after the end of the order's validity. */
    private static Uncertain sendToPausedBroker(long broker, OrderChannel orders) throws Exception {
        long startMillis = System.currentTimeMillis();
        signal("STOP", broker);
        try {
            var unconfirmed = (Uncertain) orders.send(pin(Mode.RULES));
            assertThat(orders.send(pin(Mode.RULES))).isInstanceOf(NotWritten.class);
            long validMillis = OrderBounds.COMMAND.validity().toMillis();
            Thread.sleep(Math.max(0, startMillis + validMillis + 1_000 - System.currentTimeMillis()));
            return unconfirmed;
        } finally {
            signal("CONT", broker);
        }
    }

    private static OperatorMode pin(Mode mode) {
        return new OperatorMode(0, 5, "operator", "a test", Optional.of(mode));
    }

    private static void awaitPinned(RegistryHistory history, Mode mode) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(history.control().pinnedMode()).contains(mode));
    }

    private static void signal(String signal, long pid) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                        .start()
                        .waitFor())
                .isZero();
    }
}
