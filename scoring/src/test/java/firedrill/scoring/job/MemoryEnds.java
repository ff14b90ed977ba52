package firedrill.scoring.job;

import firedrill.ingest.event.Topics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Topics in this JVM's memory: given records in, written records out. */
final class MemoryEnds implements JobEnds {

    /** Flink serializes sinks, so what they write is found by name. */
    private static final Map<String, Queue<Outgoing>> WRITTEN = new ConcurrentHashMap<>();

    /** How many outcomes of a run have not been read yet. */
    private static final Map<String, CountDownLatch> UNREAD = new ConcurrentHashMap<>();

    /** One for all runs: they come one after the other. */
    private static final Pace PACE = new Pace();

    private final String run = UUID.randomUUID().toString();
    private final StreamExecutionEnvironment env;
    private final List<RawRecord> events;
    private final List<RawRecord> outcomes;
    private final List<RawRecord> control;
    private final List<RawRecord> models;

    MemoryEnds(
            StreamExecutionEnvironment env,
            List<RawRecord> events,
            List<RawRecord> outcomes,
            List<RawRecord> control,
            List<RawRecord> models) {
        this.env = env;
        this.events = events;
        this.outcomes = outcomes;
        this.control = control;
        this.models = models;
    }

    /**
     * Once all outcomes have been read: which of two topics is ahead must not be left to chance. Where tidings of clusters
     * begin to count there is a pause, for what took ten minutes to get there must have come.
     */
    @Override
    public DataStream<RawRecord> events() {
        String ofThisRun = run;
        UNREAD.put(ofThisRun, new CountDownLatch(outcomes.size()));
        return records(Topics.EVENTS, events)
                .map(record -> {
                    unread(ofThisRun).await();
                    PACE.beforeNext(record);
                    return record;
                })
                .returns(RawRecord.class)
                .setParallelism(1)
                .uid("wait-" + Topics.EVENTS);
    }

    @Override
    public DataStream<RawRecord> outcomes() {
        String ofThisRun = run;
        return records(Topics.OUTCOMES, outcomes)
                .map(record -> {
                    unread(ofThisRun).countDown();
                    return record;
                })
                .returns(RawRecord.class)
                .setParallelism(1)
                .uid("count-" + Topics.OUTCOMES);
    }

    private static CountDownLatch unread(String run) {
        return Objects.requireNonNull(UNREAD.get(run));
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
    public Sink<Outgoing> to(String topic) {
        return new Memory(run + topic);
    }

    List<Outgoing> written(String topic) {
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
    private record Memory(String name) implements Sink<Outgoing> {

        @Override
        public SinkWriter<Outgoing> createWriter(WriterInitContext context) {
            Queue<Outgoing> queue = WRITTEN.computeIfAbsent(name, key -> new ConcurrentLinkedQueue<>());
            return new SinkWriter<>() {
                @Override
                public void write(Outgoing element, Context context) {
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
