package firedrill.dashboard.runtime.order;

import static java.nio.charset.StandardCharsets.UTF_8;

import firedrill.dashboard.monitor.OrderFates;
import firedrill.ingest.event.Topics;
import firedrill.ingest.kafka.KafkaSettings;
import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.wire.ControlCodec;
import firedrill.scoring.decision.wire.ModelAnnouncementCodec;
import firedrill.scoring.model.artifact.ModelAnnouncement;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The operator's way to the scorer. Orders go one at a time, and none while the fate of an earlier one is unknown: a second
 * roll-back after a first that counted after all would go back twice.
 */
public final class OrderChannel implements AutoCloseable {

    private static final long TURN_SECONDS = 2;

    private final OrderProducer commands;
    private final KafkaSettings kafka;
    private final OrderFates fates;
    private final LongSupplier epochMillis;
    private final ReentrantLock turn = new ReentrantLock();

    /**
     * A channel whose uncertain orders {@code fates} settles.
     *
     * @param epochMillis wall clock, shared with the broker
     */
    public OrderChannel(KafkaSettings kafka, OrderFates fates, LongSupplier epochMillis) {
        this(
                OrderProducer.open(kafka, "firedrill-control", OrderBounds.COMMAND, epochMillis),
                kafka,
                fates,
                epochMillis);
    }

    OrderChannel(OrderProducer commands, KafkaSettings kafka, OrderFates fates, LongSupplier epochMillis) {
        this.commands = commands;
        this.kafka = kafka;
        this.fates = fates;
        this.epochMillis = epochMillis;
    }

    /** Sends a command; its position on the topic determines its version. */
    public OrderDelivery send(ControlCommand command) throws InterruptedException {
        String orderId = command.modelCommand()
                .map(ControlCommand.ModelCommand::id)
                .orElseGet(() -> UUID.randomUUID().toString());
        return inTurn(() -> deliver(
                commands,
                new ProducerRecord<>(Topics.CONTROL, key(command, orderId), ControlCodec.encode(command)),
                orderId));
    }

    /** A key of its own, so that compaction lets no void record replace a valid one. */
    private static byte[] key(ControlCommand command, String orderId) {
        String kind = new String(ControlCodec.key(command), UTF_8);
        return (command.modelCommand().isPresent() ? kind : kind + "/" + orderId).getBytes(UTF_8);
    }

    /** Sends the announcement of a model that is not in the registry. */
    public OrderDelivery announce(ModelAnnouncement announcement) throws InterruptedException {
        try (OrderProducer models = OrderProducer.open(kafka, "firedrill-models", OrderBounds.MODEL, epochMillis)) {
            return inTurn(() -> deliver(
                    models,
                    new ProducerRecord<>(
                            Topics.MODELS,
                            ModelAnnouncementCodec.key(announcement),
                            ModelAnnouncementCodec.encode(announcement)),
                    UUID.randomUUID().toString()));
        }
    }

    private OrderDelivery deliver(OrderProducer producer, ProducerRecord<byte[], byte[]> message, String orderId) {
        long validUntilMillis = producer.validUntilMillis();
        OrderDelivery delivery = producer.send(message, orderId, validUntilMillis);
        boolean isOpen = delivery.match(written -> false, notWritten -> false, uncertain -> true);
        if (isOpen) {
            fates.open(orderId, validUntilMillis);
        }
        return delivery;
    }

    private OrderDelivery inTurn(Supplier<OrderDelivery> attempt) throws InterruptedException {
        if (!turn.tryLock(TURN_SECONDS, TimeUnit.SECONDS)) {
            return new OrderDelivery.NotWritten(
                    "Nothing was changed: another order is on its way to Kafka. Retry when it is answered.");
        }
        try {
            Optional<String> open = fates.openOrder();
            return open.isPresent()
                    ? new OrderDelivery.NotWritten("Nothing was changed: it is not known yet whether order "
                            + open.get() + " counts. Retry when it is.")
                    : attempt.get();
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void close() {
        commands.close();
    }
}
