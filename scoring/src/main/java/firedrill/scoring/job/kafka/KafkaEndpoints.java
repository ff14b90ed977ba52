package firedrill.scoring.job.kafka;

import firedrill.ingest.event.Topics;
import firedrill.scoring.job.settings.JobSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;

/** Sources and sinks on Kafka, with clients tuned for latency. */
public final class KafkaEndpoints implements JobEndpoints {

    private final StreamExecutionEnvironment env;
    private final JobSettings.KafkaConnection kafka;

    public KafkaEndpoints(StreamExecutionEnvironment env, JobSettings.KafkaConnection kafka) {
        this.env = env;
        this.kafka = kafka;
    }

    /** From the settings' offsets, history included, unless a checkpoint has later ones. */
    @Override
    public DataStream<RawRecord> events() {
        return source(Topics.EVENTS, startingOffsets(Topics.EVENTS));
    }

    /** From the settings' offsets too, because a label needs the state of its event. */
    @Override
    public DataStream<RawRecord> outcomes() {
        return source(Topics.OUTCOMES, startingOffsets(Topics.OUTCOMES));
    }

    private OffsetsInitializer startingOffsets(String topic) {
        Map<TopicPartition, Long> offsets = new HashMap<>(kafka.startingOffsets());
        offsets.keySet().removeIf(partition -> !partition.topic().equals(topic));
        return offsets.isEmpty() ? OffsetsInitializer.earliest() : OffsetsInitializer.offsets(offsets);
    }

    @Override
    public DataStream<RawRecord> control() {
        return source(Topics.CONTROL, OffsetsInitializer.earliest()).setParallelism(1);
    }

    @Override
    public DataStream<RawRecord> models() {
        return source(Topics.MODELS, OffsetsInitializer.earliest()).setParallelism(1);
    }

    @Override
    public Sink<OutboundRecord> sink(String topic) {
        return KafkaSink.<OutboundRecord>builder()
                .setBootstrapServers(kafka.bootstrap())
                .setKafkaProducerConfig(producerProperties())
                .setRecordSerializer(new OutboundRecordSchema(topic))
                .setDeliveryGuarantee(
                        topic.equals(Topics.DECISIONS) ? kafka.delivery() : DeliveryGuarantee.AT_LEAST_ONCE)
                .setTransactionalIdPrefix("firedrill-scoring-" + topic)
                .build();
    }

    private SingleOutputStreamOperator<RawRecord> source(String topic, OffsetsInitializer from) {
        KafkaSource<RawRecord> source = KafkaSource.<RawRecord>builder()
                .setBootstrapServers(kafka.bootstrap())
                .setTopics(topic)
                .setGroupId("firedrill-scoring")
                .setClientIdPrefix("firedrill-scoring-" + topic)
                .setStartingOffsets(from)
                .setDeserializer(new RawRecordSchema())
                .setProperties(consumerProperties())
                .build();
        return env.fromSource(source, WatermarkStrategy.noWatermarks(), topic).uid("read-" + topic);
    }

    private Properties consumerProperties() {
        Properties properties = new Properties();
        properties.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, "1");
        properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, "20");
        // A longer record is fetched alone, as each model is.
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Integer.toString(1 << 20));
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, Integer.toString(2 * Topics.MAX_MODEL_BYTES));
        properties.putAll(kafka.clientProperties());
        return properties;
    }

    private Properties producerProperties() {
        Properties properties = new Properties();
        properties.put(ProducerConfig.LINGER_MS_CONFIG, "0");
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.toString(Topics.MAX_MODEL_BYTES));
        // The job waits for a broker that is unavailable for up to ten minutes; after that it restarts from its
        // checkpoint.
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, "600000");
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, "600000");
        // Longer than a checkpoint plus a restart, shorter than the broker's cap of 15 minutes.
        properties.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, "600000");
        properties.putAll(kafka.clientProperties());
        return properties;
    }
}
