package firedrill.ingest.kafka;

import firedrill.ingest.event.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates the project's missing topics and waits until each has a leader. */
public final class TopicSetup {

    /** The largest model record with the overhead of its batch. */
    private static final int MAX_MODEL_BATCH_BYTES = Topics.MAX_MODEL_BYTES + 1024;

    /** Interval between two checks of the leaders of new topics. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private static final String APPEND_TIME = "LogAppendTime";
    private static final AlterConfigOp APPEND_TIME_OP = new AlterConfigOp(
            new ConfigEntry(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, APPEND_TIME), AlterConfigOp.OpType.SET);

    /** Topics whose records are ordered as a whole. */
    private static final Set<String> SINGLE_PARTITION = Set.of(Topics.CONTROL, Topics.MODELS);

    private final KafkaSettings kafka;
    private final Duration timeout;

    private TopicSetup(KafkaSettings kafka, Duration timeout) {
        this.kafka = kafka;
        this.timeout = timeout;
    }

    /**
     * Makes every topic of {@link Topics} usable.
     *
     * @param partitions of the topics keyed by user; existing topics keep theirs
     * @param timeout for each answer of the broker
     * @throws BrokerException if the broker cannot be reached in time, refuses, or holds the control or the models topic
     *     in more than one partition: the order of its records is the order of the commands
     */
    public static void create(KafkaSettings kafka, int partitions, Duration timeout)
            throws BrokerException, InterruptedException {
        new TopicSetup(kafka, timeout).create(topics(partitions));
    }

    private void create(List<NewTopic> wanted) throws BrokerException, InterruptedException {
        try (Admin admin = kafka.admin(timeout)) {
            Set<String> existing = await(admin.listTopics().names());
            List<NewTopic> missing = wanted.stream()
                    .filter(topic -> !existing.contains(topic.name()))
                    .toList();
            for (KafkaFuture<Void> creation :
                    admin.createTopics(missing).values().values()) {
                awaitCreation(creation);
            }
            awaitLeaders(admin, wanted.stream().map(NewTopic::name).toList());
            requireAppendTime(admin);
        }
    }

    /** Topics of earlier versions have the sender's time. */
    private void requireAppendTime(Admin admin) throws BrokerException, InterruptedException {
        List<ConfigResource> topics = SINGLE_PARTITION.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                .toList();
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        await(admin.describeConfigs(topics).all()).forEach((topic, config) -> {
            ConfigEntry entry = config.get(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG);
            if (entry == null || !APPEND_TIME.equals(entry.value())) {
                changes.put(topic, List.of(APPEND_TIME_OP));
            }
        });
        if (!changes.isEmpty()) {
            await(admin.incrementalAlterConfigs(changes).all());
        }
    }

    static List<NewTopic> topics(int partitions) {
        return List.of(
                topic(Topics.EVENTS, partitions, retained(Topics.MAX_RECORD_BYTES)),
                topic(Topics.OUTCOMES, partitions, retained(Topics.MAX_RECORD_BYTES)),
                topic(Topics.TRUTH, partitions, retained(Topics.MAX_RECORD_BYTES)),
                topic(Topics.DECISIONS, partitions, retained(Topics.MAX_RECORD_BYTES)),
                topic(Topics.SHADOW, partitions, retained(Topics.MAX_RECORD_BYTES)),
                topic(Topics.SIGNALS, 1, retained(Topics.MAX_RECORD_BYTES)),
                topic(Topics.CONTROL, 1, compacted(Topics.MAX_RECORD_BYTES)),
                topic(Topics.MODELS, 1, compacted(MAX_MODEL_BATCH_BYTES)),
                topic(Topics.DEADLETTER, 1, retained(Topics.MAX_DEAD_LETTER_BYTES)));
    }

    private static NewTopic topic(String name, int partitions, Map<String, String> configs) {
        return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(configs);
    }

    private static Map<String, String> retained(int maxRecordBytes) {
        Map<String, String> configs = bounded(maxRecordBytes);
        configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
        configs.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(TimeUnit.DAYS.toMillis(1)));
        configs.put(TopicConfig.RETENTION_BYTES_CONFIG, Long.toString(1L << 30));
        return configs;
    }

    private static Map<String, String> compacted(int maxRecordBytes) {
        Map<String, String> configs = bounded(maxRecordBytes);
        configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        return configs;
    }

    /**
     * Uncompressed, so that the limit bounds the memory of a reader and not the compressed size; with the broker's time of
     * each record: a producer can set its own, and an order is void that was appended after its validity ended.
     */
    private static Map<String, String> bounded(int maxRecordBytes) {
        Map<String, String> configs = new HashMap<>();
        configs.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(maxRecordBytes));
        configs.put(TopicConfig.COMPRESSION_TYPE_CONFIG, "uncompressed");
        configs.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, APPEND_TIME);
        return configs;
    }

    private void awaitLeaders(Admin admin, List<String> names) throws BrokerException, InterruptedException {
        for (long checks = timeout.dividedBy(PAUSE); checks >= 0; checks--) {
            Map<String, KafkaFuture<TopicDescription>> described =
                    admin.describeTopics(names).topicNameValues();
            boolean ready = true;
            for (KafkaFuture<TopicDescription> description : described.values()) {
                ready &= isReady(description);
            }
            if (ready) {
                return;
            }
            // A broker announces no election of leaders.
            Thread.sleep(PAUSE.toMillis());
        }
        throw new BrokerException(
                kafka + " has topics without a leader after " + seconds() + " s: is the broker still starting?");
    }

    private boolean isReady(KafkaFuture<TopicDescription> description) throws BrokerException, InterruptedException {
        try {
            TopicDescription topic = description.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (SINGLE_PARTITION.contains(topic.name()) && topic.partitions().size() != 1) {
                throw new BrokerException("topic " + topic.name() + " must have one partition, it has "
                        + topic.partitions().size() + ": delete it and start again");
            }
            return topic.partitions().stream().allMatch(TopicSetup::hasLeader);
        } catch (ExecutionException notYet) {
            if (notYet.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw refusal(notYet);
        } catch (TimeoutException late) {
            throw noAnswer(late);
        }
    }

    private static boolean hasLeader(TopicPartitionInfo partition) {
        return partition.leader() != null && !partition.leader().isEmpty();
    }

    private void awaitCreation(KafkaFuture<Void> creation) throws BrokerException, InterruptedException {
        try {
            creation.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException refused) {
            // Another process may have created it.
            if (!(refused.getCause() instanceof TopicExistsException)) {
                throw refusal(refused);
            }
        } catch (TimeoutException late) {
            throw noAnswer(late);
        }
    }

    private <T> T await(KafkaFuture<T> answer) throws BrokerException, InterruptedException {
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException refused) {
            throw refusal(refused);
        } catch (TimeoutException late) {
            throw noAnswer(late);
        }
    }

    private BrokerException refusal(ExecutionException refused) {
        if (refused.getCause() instanceof org.apache.kafka.common.errors.TimeoutException) {
            return noAnswer(refused);
        }
        return new BrokerException(kafka + " refuses to set up the topics: " + refused.getCause(), refused);
    }

    private BrokerException noAnswer(Exception late) {
        return new BrokerException(
                kafka + " does not answer within " + seconds() + " s: is the broker running, and is the address right?",
                late);
    }

    private double seconds() {
        return timeout.toMillis() / 1e3;
    }
}
