package firedrill.scoring.job;

import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Everything about the job that may be chosen; the graph and the state are the same for every choice. */
public record JobSettings(Kafka kafka, Execution execution, Judging judging) {

    /** On a broker, with the rest as it comes. */
    public static JobSettings at(String bootstrap) {
        return new JobSettings(new Kafka(bootstrap), Execution.DEFAULT, Judging.DEFAULT);
    }

    public JobSettings with(Kafka chosen) {
        return new JobSettings(chosen, execution, judging);
    }

    public JobSettings with(Execution chosen) {
        return new JobSettings(kafka, chosen, judging);
    }

    public JobSettings with(Judging chosen) {
        return new JobSettings(kafka, execution, chosen);
    }

    /**
     * Where events come from and decisions go.
     *
     * @param bootstrap {@code host:port}, several separated by commas
     * @param delivery of decisions; {@code EXACTLY_ONCE} makes them visible only with each checkpoint, which costs about
     *     half the checkpoint interval of latency, so it cannot meet the budget: decisions carry the event's id, and
     *     whoever reads them ignores a repetition
     * @param extra passed through to every client, for example SASL and TLS; never printed
     * @param eventsFrom where to begin on the partitions of the topics of events and of outcomes; empty for their
     *     beginning. A checkpoint overrules it
     */
    public record Kafka(
            String bootstrap, DeliveryGuarantee delivery, Properties extra, Map<TopicPartition, Long> eventsFrom) {

        public Kafka {
            if (bootstrap.isBlank()) {
                throw new IllegalArgumentException("bootstrap must name a broker as host:port, was empty");
            }
            Properties copy = new Properties();
            copy.putAll(extra);
            extra = copy;
            eventsFrom = Map.copyOf(eventsFrom);
        }

        /** The same, but of events only what stands from these offsets on: an earlier run is not decided again. */
        public Kafka withEventsFrom(Map<TopicPartition, Long> offsets) {
            return new Kafka(bootstrap, delivery, extra, offsets);
        }

        /** From the beginning of the events. */
        public Kafka(String bootstrap, DeliveryGuarantee delivery, Properties extra) {
            this(bootstrap, delivery, extra, Map.of());
        }

        Kafka(String bootstrap) {
            this(bootstrap, DeliveryGuarantee.AT_LEAST_ONCE, new Properties(), Map.of());
        }

        /** Without {@link #extra()}, which may hold secrets. */
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
     * @param checkpoints folder as a URI; null switches checkpoints off, and a restart then begins without state
     * @param checkpointEvery how often the state is saved
     */
    public record Execution(
            int parallelism,
            Duration bufferTimeout,
            @Nullable String checkpoints,
            Duration checkpointEvery) {

        public static final Execution DEFAULT = new Execution(1, Duration.ZERO, null, Duration.ofSeconds(5));

        public Execution {
            if (parallelism < 1 || parallelism > ScoringJob.MAX_PARALLELISM) {
                throw new IllegalArgumentException(
                        "parallelism must be from 1 to " + ScoringJob.MAX_PARALLELISM + ", was " + parallelism);
            }
            if (bufferTimeout.isNegative() || checkpointEvery.toMillis() < 10) {
                throw new IllegalArgumentException("bufferTimeout must not be negative and checkpointEvery at least"
                        + " 10 ms, were " + bufferTimeout + ", " + checkpointEvery);
            }
        }

        public Execution withCheckpoints(@Nullable String folder) {
            return new Execution(parallelism, bufferTimeout, folder, checkpointEvery);
        }

        public Execution withParallelism(int chosen) {
            return new Execution(chosen, bufferTimeout, checkpoints, checkpointEvery);
        }
    }

    /**
     * How decisions are made.
     *
     * @param modelFile what the job begins with, and version one of an empty registry; read where the operator runs; null
     *     for the shipped model
     * @param rulesFile read where the operator runs; null for the shipped rules
     * @param budget an event that is older than this when it reaches the deciding operator is decided by the rules
     * @param clock the wall clock that publishers use too
     */
    public record Judging(
            @Nullable String modelFile, @Nullable String rulesFile, Duration budget, Clock clock)
            implements Serializable {

        public static final Judging DEFAULT = new Judging(null, null, Duration.ofMillis(40), Clock.systemUTC());

        public Judging withClock(Clock chosen) {
            return new Judging(modelFile, rulesFile, budget, chosen);
        }
    }
}
