package firedrill.scoring.job.settings;

import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Everything about the job that may be chosen; the graph and the state are the same for every choice. */
public record JobSettings(KafkaConnection kafka, ExecutionSettings execution, ScoringSettings scoring) {

    /** On a broker, with the rest as it comes. */
    public static JobSettings forBootstrap(String bootstrap) {
        return new JobSettings(new KafkaConnection(bootstrap), ExecutionSettings.DEFAULT, ScoringSettings.DEFAULT);
    }

    public JobSettings with(KafkaConnection chosen) {
        return new JobSettings(chosen, execution, scoring);
    }

    public JobSettings with(ExecutionSettings chosen) {
        return new JobSettings(kafka, chosen, scoring);
    }

    public JobSettings with(ScoringSettings chosen) {
        return new JobSettings(kafka, execution, chosen);
    }

    /**
     * Where events come from and decisions go.
     *
     * @param bootstrap {@code host:port}, several separated by commas
     * @param delivery of decisions; {@code EXACTLY_ONCE} makes them visible only with each checkpoint, which costs about
     *     half the checkpoint interval of latency, so it cannot meet the budget: decisions carry the event's id, and
     *     whoever reads them ignores a repetition
     * @param clientProperties passed through to every client, for example SASL and TLS; never printed
     * @param startingOffsets where to begin on the partitions of the topics of events and of outcomes; empty for their
     *     beginning. A checkpoint overrules it
     */
    public record KafkaConnection(
            String bootstrap,
            DeliveryGuarantee delivery,
            Properties clientProperties,
            Map<TopicPartition, Long> startingOffsets) {

        public KafkaConnection {
            if (bootstrap.isBlank()) {
                throw new IllegalArgumentException("bootstrap must name a broker as host:port, was empty");
            }
            Properties copy = new Properties();
            copy.putAll(clientProperties);
            clientProperties = copy;
            startingOffsets = Map.copyOf(startingOffsets);
        }

        /** The same, but of events only what stands from these offsets on: an earlier run is not decided again. */
        public KafkaConnection withStartingOffsets(Map<TopicPartition, Long> offsets) {
            return new KafkaConnection(bootstrap, delivery, clientProperties, offsets);
        }

        /** From the beginning of the events. */
        public KafkaConnection(String bootstrap, DeliveryGuarantee delivery, Properties extra) {
            this(bootstrap, delivery, extra, Map.of());
        }

        KafkaConnection(String bootstrap) {
            this(bootstrap, DeliveryGuarantee.AT_LEAST_ONCE, new Properties(), Map.of());
        }

        /** Without {@link #clientProperties()}, which may hold secrets. */
        @Override
        public String toString() {
            return "Kafka[" + bootstrap + ", " + delivery + "]";
        }
    }

    /**
     * How Flink runs the graph.
     *
     * @param parallelism of every operator but the monitor and the control reader, which are single
     * @param bufferTimeout how long a hop may hold an event back to send it with others; 0 sends each at once, which
     *     costs throughput at saturation and nothing below it
     * @param checkpointUri folder as a URI; null switches checkpoints off, and a restart then begins without state
     * @param checkpointInterval how often the state is saved
     */
    public record ExecutionSettings(
            int parallelism,
            Duration bufferTimeout,
            @Nullable String checkpointUri,
            Duration checkpointInterval) {

        /** Key groups; fixed, because saved state is divided by it. */
        public static final int MAX_PARALLELISM = 128;

        public static final ExecutionSettings DEFAULT =
                new ExecutionSettings(1, Duration.ZERO, null, Duration.ofSeconds(5));

        public ExecutionSettings {
            if (parallelism < 1 || parallelism > MAX_PARALLELISM) {
                throw new IllegalArgumentException(
                        "parallelism must be from 1 to " + MAX_PARALLELISM + ", was " + parallelism);
            }
            if (bufferTimeout.isNegative() || checkpointInterval.toMillis() < 10) {
                throw new IllegalArgumentException("bufferTimeout must not be negative and checkpointEvery at least"
                        + " 10 ms, were " + bufferTimeout + ", " + checkpointInterval);
            }
        }

        public ExecutionSettings withCheckpoints(@Nullable String folder) {
            return new ExecutionSettings(parallelism, bufferTimeout, folder, checkpointInterval);
        }

        public ExecutionSettings withParallelism(int chosen) {
            return new ExecutionSettings(chosen, bufferTimeout, checkpointUri, checkpointInterval);
        }
    }

    /**
     * How decisions are made.
     *
     * @param modelFile what the job begins with, and version one of an empty registry; read where the operator runs; null
     *     for the shipped model
     * @param rulesFile read where the operator runs; null for the shipped rules
     * @param latencyBudget an event that is older than this when it reaches the deciding operator is decided by the rules
     * @param clock the wall clock that publishers use too
     */
    public record ScoringSettings(
            @Nullable String modelFile, @Nullable String rulesFile, Duration latencyBudget, Clock clock)
            implements Serializable {

        public static final ScoringSettings DEFAULT =
                new ScoringSettings(null, null, Duration.ofMillis(40), Clock.systemUTC());

        public ScoringSettings withClock(Clock chosen) {
            return new ScoringSettings(modelFile, rulesFile, latencyBudget, chosen);
        }
    }
}
