package firedrill.ingest.kafka;

import firedrill.ingest.event.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right of one exchange at a time to publish on a Kafka cluster.
 *
 * <p>It is the assignment of the control topic's one partition in a consumer group. The assignor is sticky: whoever holds
 * the partition keeps it when another joins. The group's coordinator takes it from a process that gives no sign of life
 * for {@link #SESSION_TIMEOUT}, so that a killed exchange does not block the next one.
 */
public final class ExchangeLease implements AutoCloseable {

    /** The group; on a Kafka with access control it needs READ, and DESCRIBE for the name of the holder. */
    static final String GROUP = "firedrill-exchange";

    /** The shortest that brokers accept by default. */
    private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(6);

    /** A dead member may have to expire twice: in its session and in the rebalance. */
    private static final Duration ACQUIRE_TIMEOUT = Duration.ofSeconds(40);

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ADMIN_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(ExchangeLease.class);

    private final KafkaSettings kafka;
    private final Consumer<byte[], byte[]> consumer;
    /** Completed by the first assignment: whether it is ours. */
    private final CompletableFuture<Boolean> acquired = new CompletableFuture<>();

    private final Thread thread = new Thread(this::run, "firedrill-lease");
    private volatile boolean isClosing;
    private volatile boolean isAssigned;
    private volatile String rival = "";

    private ExchangeLease(KafkaSettings kafka) {
        this.kafka = kafka;
        this.consumer =
                new KafkaConsumer<>(properties(kafka), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        thread.setDaemon(true);
    }

    /**
     * Takes the lease of a Kafka whose topics exist.
     *
     * @throws BrokerException if another exchange holds it, or Kafka does not give it
     */
    public static ExchangeLease acquire(KafkaSettings kafka) throws BrokerException, InterruptedException {
        ExchangeLease lease = new ExchangeLease(kafka);
        lease.thread.start();
        try {
            if (lease.acquired.get(ACQUIRE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                return lease;
            }
            lease.close();
            throw new BrokerException(
                    "Another exchange (" + lease.rival + ") publishes on " + kafka
                            + ": two of them would mix their figures. End it, or name another Kafka with --bootstrap HOST:PORT.");
        } catch (ExecutionException refused) {
            lease.close();
            throw new BrokerException(
                    kafka + " does not give the consumer group " + GROUP + ": " + refused.getCause(), refused);
        } catch (TimeoutException late) {
            lease.close();
            throw new BrokerException(
                    kafka + " has not answered the request for the consumer group " + GROUP + " within "
                            + ACQUIRE_TIMEOUT.toSeconds() + " s: is the broker running?",
                    late);
        }
    }

    private static Properties properties(KafkaSettings kafka) {
        Properties properties = kafka.consumerProperties(
                "firedrill-exchange-" + ProcessHandle.current().pid());
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        properties.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
        properties.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, Long.toString(SESSION_TIMEOUT.toMillis()));
        properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, "1000");
        properties.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, "20000");
        return properties;
    }

    /** Another exchange that has taken the lease over while this process stood still, as a phrase; empty while ours. */
    public String rival() {
        return rival;
    }

    private void run() {
        try {
            consumer.subscribe(List.of(Topics.CONTROL), new AssignmentListener());
            while (!isClosing) {
                consumer.poll(POLL);
                if (isAssigned) {
                    inspect();
                }
            }
        } catch (WakeupException closing) {
            // close() asked for it.
        } catch (RuntimeException refused) {
            LOG.warn("the lease of {} is not renewed any more", kafka, refused);
            acquired.completeExceptionally(refused);
        } finally {
            consumer.close(CloseOptions.timeout(CLOSE_TIMEOUT));
        }
    }

    private void inspect() {
        if (!consumer.assignment().isEmpty()) {
            rival = "";
            acquired.complete(true);
        } else if (rival.isEmpty()) {
            // Without a holder the topic has no partition at the moment, and the lease is nobody's.
            holder().ifPresent(other -> {
                rival = other;
                acquired.complete(false);
            });
        }
    }

    /** Pauses the partition, whose records are of no interest here. */
    private final class AssignmentListener implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> added) {
            consumer.pause(added);
            isAssigned = true;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> revoked) {}

        @Override
        public void onPartitionsLost(Collection<TopicPartition> lost) {
            isAssigned = false;
        }
    }

    private Optional<String> holder() {
        try (Admin admin = kafka.admin(ADMIN_TIMEOUT)) {
            return admin.describeConsumerGroups(List.of(GROUP)).all().get().values().stream()
                    .flatMap(group -> group.members().stream())
                    .filter(member -> !member.assignment().topicPartitions().isEmpty())
                    .findFirst()
                    .map(ExchangeLease::describe);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | KafkaException silent) {
            return Optional.empty();
        }
    }

    private static String describe(MemberDescription member) {
        String process = member.clientId().substring(member.clientId().lastIndexOf('-') + 1);
        return "process " + process + " at " + member.host().replace("/", "");
    }

    /** Gives the lease back. */
    @Override
    public void close() {
        isClosing = true;
        consumer.wakeup();
        try {
            thread.join(2 * CLOSE_TIMEOUT.toMillis());
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
