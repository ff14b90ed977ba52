package firedrill.scoring.job;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Topics;
import firedrill.scoring.job.kafka.JobEndpoints;
import firedrill.scoring.job.kafka.OutboundRecord;
import firedrill.scoring.job.kafka.RawRecord;
import firedrill.scoring.job.settings.JobSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Topics in this JVM's memory: given records in, written records out. */
final class InMemoryEndpoints implements JobEndpoints {

    /** By which no event is ever late. */
    static final JobSettings.ScoringSettings FIXED_CLOCK =
            JobSettings.ScoringSettings.DEFAULT.withClock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    /** Flink serializes sinks, so what they write is found by name. */
    private static final Map<String, Queue<OutboundRecord>> WRITTEN = new ConcurrentHashMap<>();

    /** Flink serializes sources, too. */
    private static final Map<String, SourceSequencer> ORDERS = new ConcurrentHashMap<>();

    private static final Duration OFTEN = Duration.ofMillis(20);

    private final String run = UUID.randomUUID().toString();
    private final StreamExecutionEnvironment env;
    private final int events;
    private final int outcomes;
    private final List<RawRecord> control;
    private final List<RawRecord> models;

    private InMemoryEndpoints(
            StreamExecutionEnvironment env,
            List<RawRecord> events,
            List<RawRecord> outcomes,
            int outcomesBefore,
            List<RawRecord> control,
            List<RawRecord> models) {
        this.env = env;
        ORDERS.put(
                run,
                new SourceSequencer(events, outcomes, CheckpointBarriers.of(events, outcomesBefore), outcomesBefore));
        this.events = events.size();
        this.outcomes = outcomes.size();
        this.control = control;
        this.models = models;
    }

    /**
     * The job over events and what becomes known of them, to its end.
     *
     * @param outcomesBefore the place of the event before which all outcomes are read
     */
    static InMemoryEndpoints run(
            List<ExchangeEvent> events, List<Outcome> outcomes, int outcomesBefore, Path checkpoints) throws Exception {
        return run(
                JobFixtures.records(events),
                JobFixtures.outcomes(outcomes),
                outcomesBefore,
                List.of(),
                List.of(),
                configuration(1, checkpoints));
    }

    /** The job over these records, all outcomes first, to its end. */
    static InMemoryEndpoints run(
            List<RawRecord> events,
            List<RawRecord> outcomes,
            List<RawRecord> control,
            List<RawRecord> models,
            int parallelism,
            Path checkpoints)
            throws Exception {
        return run(events, outcomes, 0, control, models, configuration(parallelism, checkpoints));
    }

    /** The job over these records, all outcomes first, to its end, from the state of a savepoint of another run. */
    static InMemoryEndpoints resume(
            Path savepoint,
            List<ExchangeEvent> events,
            List<Outcome> outcomes,
            List<RawRecord> control,
            List<RawRecord> models,
            Path checkpoints)
            throws Exception {
        Configuration configuration = configuration(1, checkpoints);
        configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint.toUri().toString());
        // That of the other run's sources.
        configuration.set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, true);
        // State that cannot be restored fails the test at once.
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        return run(JobFixtures.records(events), JobFixtures.outcomes(outcomes), 0, control, models, configuration);
    }

    /** Events wait for checkpoints, and so there are many. */
    private static Configuration configuration(int parallelism, Path checkpoints) {
        return FlinkConfiguration.of(new JobSettings.ExecutionSettings(
                parallelism, Duration.ZERO, checkpoints.toUri().toString(), OFTEN));
    }

    private static InMemoryEndpoints run(
            List<RawRecord> events,
            List<RawRecord> outcomes,
            int outcomesBefore,
            List<RawRecord> control,
            List<RawRecord> models,
            Configuration configuration)
            throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(configuration);
        InMemoryEndpoints ends = new InMemoryEndpoints(env, events, outcomes, outcomesBefore, control, models);
        ScoringJob.define(ends, FIXED_CLOCK);
        env.execute();
        return ends;
    }

    /** Barriers stand where cluster updates take effect: an update that took ten minutes must have arrived. */
    @Override
    public DataStream<RawRecord> events() {
        String ofThisRun = run;
        return orderedSource(
                Topics.EVENTS,
                GatedSource.events(run, events),
                place -> sequencerOf(ofThisRun).readEvent(place));
    }

    @Override
    public DataStream<RawRecord> outcomes() {
        String ofThisRun = run;
        return outcomes == 0
                ? records(Topics.OUTCOMES, List.of())
                : orderedSource(
                        Topics.OUTCOMES,
                        GatedSource.outcomes(run, outcomes),
                        place -> sequencerOf(ofThisRun).readOutcome(place));
    }

    private DataStream<RawRecord> orderedSource(String topic, GatedSource places, MapFunction<Long, RawRecord> record) {
        return env.fromSource(places, WatermarkStrategy.noWatermarks(), topic)
                .setParallelism(1)
                .uid("read-" + topic)
                .map(record)
                .returns(RawRecord.class)
                .setParallelism(1)
                .uid("publish-" + topic);
    }

    static SourceSequencer sequencerOf(String run) {
        return Objects.requireNonNull(ORDERS.get(run));
    }

    @Override
    public DataStream<RawRecord> control() {
        return records(Topics.CONTROL, control);
    }

    @Override
    public DataStream<RawRecord> models() {
        return records(Topics.MODELS, models);
    }

    @Override
    public Sink<OutboundRecord> sink(String topic) {
        return new Memory(run + topic);
    }

    List<OutboundRecord> written(String topic) {
        return List.copyOf(WRITTEN.getOrDefault(run + topic, new ConcurrentLinkedQueue<>()));
    }

    /** With a record in front that is dropped at once, because Flink's collection source cannot be empty. */
    private DataStream<RawRecord> records(String topic, List<RawRecord> records) {
        List<RawRecord> all = new ArrayList<>(records);
        all.add(0, new RawRecord(topic, 0, -1, 0, null));
        return env.fromData(all, TypeInformation.of(RawRecord.class))
                .setParallelism(1)
                .uid("read-" + topic)
                .filter(record -> record.offset() >= 0)
                .setParallelism(1)
                .uid("exists-" + topic);
    }

    /** Appends to a queue. */
    private record Memory(String name) implements Sink<OutboundRecord> {

        @Override
        public SinkWriter<OutboundRecord> createWriter(WriterInitContext context) {
            Queue<OutboundRecord> queue = WRITTEN.computeIfAbsent(name, key -> new ConcurrentLinkedQueue<>());
            return new SinkWriter<>() {
                @Override
                public void write(OutboundRecord element, Context context) {
                    queue.add(element);
                }

                @Override
                public void flush(boolean endOfInput) throws IOException {}

                @Override
                public void close() {}
            };
        }
    }
}
