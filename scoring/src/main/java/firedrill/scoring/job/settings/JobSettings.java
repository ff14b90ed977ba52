package firedrill.scoring.job.settings;

import firedrill.scoring.engine.ScoringParameters;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Settings of the job; graph and state are the same for all of them. */
public record JobSettings(KafkaConnection kafka, ExecutionSettings execution, ScoringSettings scoring) {

    /** Defaults on a broker. */
    public static JobSettings forBootstrap(String bootstrap) {
        return new JobSettings(new KafkaConnection(bootstrap), ExecutionSettings.DEFAULT, ScoringSettings.DEFAULT);
    }

    public JobSettings with(KafkaConnection other) {
        return new JobSettings(other, execution, scoring);
    }

    public JobSettings with(ExecutionSettings other) {
        return new JobSettings(kafka, other, scoring);
    }

    public JobSettings with(ScoringSettings other) {
        return new JobSettings(kafka, execution, other);
    }

    /**
     * The Kafka cluster of events and decisions.
     *
     * @param bootstrap {@code host:port}, several separated by commas
     * @param delivery of decisions; {@code EXACTLY_ONCE} makes them visible only with each checkpoint, which costs
     *     about half the checkpoint interval of latency and breaks the budget: decisions carry the event's id, and
     *     readers ignore a repetition
     * @param clientProperties passed through to every client, for example SASL and TLS; never printed
     * @param startingOffsets first offsets to read of events and outcomes, by partition; empty for the beginning. A
     *     checkpoint overrides them
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

        /** The same from these offsets on, so that an earlier run is not decided again. */
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
     * Execution of the graph by Flink.
     *
     * @param parallelism of every operator but the monitor and the control reader, which are single
     * @param bufferTimeout network buffer timeout of each operator; 0 sends each event at once, which costs throughput
     *     at saturation only
     * @param checkpointUri folder as Flink reads it, see {@link FlinkFolder}; null switches checkpoints off, and a restart then begins without state
     * @param checkpointInterval at least 10 ms
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
                throw new IllegalArgumentException("bufferTimeout must not be negative and checkpointInterval at least"
                        + " 10 ms, were " + bufferTimeout + ", " + checkpointInterval);
            }
        }

        public ExecutionSettings withCheckpoints(@Nullable String folder) {
            return new ExecutionSettings(parallelism, bufferTimeout, folder, checkpointInterval);
        }

        public ExecutionSettings withParallelism(int other) {
            return new ExecutionSettings(other, bufferTimeout, checkpointUri, checkpointInterval);
        }
    }

    /**
     * The scorer.
     *
     * @param modelFile seed model, read where the operator runs; null for the bundled model
     * @param rulesFile read where the operator runs; null for the bundled rules
     * @param latencyBudget age from which the rules decide an event that reaches the deciding operator
     * @param clock the wall clock, which the publishers share
     * @param parameters of the policy and the drift monitor
     * @param runStartMillis simulated start of the run, which bounds the times of its first records; null if it is not
     *     known, and then the first records are believed
     * @param loadJournalFolder where each process notes the models that it is loading, local to the machine; null to
     *     load models without a journal
     */
    public record ScoringSettings(
            @Nullable String modelFile,
            @Nullable String rulesFile,
            Duration latencyBudget,
            Clock clock,
            ScoringParameters parameters,
            @Nullable Long runStartMillis,
            @Nullable String loadJournalFolder)
            implements Serializable {

        public static final ScoringSettings DEFAULT = new ScoringSettings(
                null, null, Duration.ofMillis(40), Clock.systemUTC(), ScoringParameters.DEFAULT, null, null);

        public ScoringSettings withClock(Clock other) {
            return new ScoringSettings(
                    modelFile, rulesFile, latencyBudget, other, parameters, runStartMillis, loadJournalFolder);
        }

        public ScoringSettings withLatencyBudget(Duration other) {
            return new ScoringSettings(
                    modelFile, rulesFile, other, clock, parameters, runStartMillis, loadJournalFolder);
        }

        public ScoringSettings withParameters(ScoringParameters other) {
            return new ScoringSettings(
                    modelFile, rulesFile, latencyBudget, clock, other, runStartMillis, loadJournalFolder);
        }

        /** The same for a run that starts at this simulated time. */
        public ScoringSettings withRunStart(long millis) {
            return new ScoringSettings(
                    modelFile, rulesFile, latencyBudget, clock, parameters, millis, loadJournalFolder);
        }

        /** The same with a journal of model loads in this folder. */
        public ScoringSettings withLoadJournal(String folder) {
            return new ScoringSettings(modelFile, rulesFile, latencyBudget, clock, parameters, runStartMillis, folder);
        }
    }
}
