package firedrill.scoring.job;

import firedrill.ingest.event.Topics;
import firedrill.scoring.feature.AddressState;
import firedrill.scoring.feature.DeviceState;
import firedrill.scoring.feature.UserState;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The scoring graph.
 *
 * <pre>
 * exchange.events ─▶ decode ─▶ user ─▶ device ─▶ address ─▶ decide ─▶ fraud.decisions
 *                      │                                    ▲    └▶ monitor ─▶ fraud.signals
 *                      ▼                      fraud.control ┘           └▶ fraud.control
 *               fraud.deadletter
 * </pre>
 *
 * An event travels as far as a hop remembers something of it: a deposit ends at the user, a login at the device, an order
 * goes from the device straight to the decision. So no hop sees an event without a key of its own.
 */
public final class ScoringJob {

    /** Key groups; fixed for ever, because saved state is divided by it. */
    static final int MAX_PARALLELISM = 128;

    /** Defines the graph on {@code env}, reading and writing Kafka. */
    public static void define(StreamExecutionEnvironment env, JobSettings settings) {
        env.configure(FlinkConfiguration.of(settings.execution()));
        define(new KafkaEnds(env, settings.kafka()), settings.judging());
    }

    static void define(JobEnds ends, JobSettings.Judging judging) {
        SingleOutputStreamOperator<InFlight> events =
                named("decode", ends.events().process(new Decode(judging.clock())));
        SingleOutputStreamOperator<CommandBytes> commands = named(
                "decode-command", ends.control().process(new DecodeCommand()).forceNonParallel());

        SingleOutputStreamOperator<Outgoing> decisions = named(
                "decide",
                withFeatures(events).connect(commands.broadcast(Decide.CONTROL)).process(new Decide(judging)));
        SingleOutputStreamOperator<Outgoing> signals = named(
                "monitor",
                decisions
                        .getSideOutput(Decide.SCORED)
                        .connect(commands)
                        .process(new Monitor(judging))
                        .forceNonParallel());

        write(decisions, Topics.DECISIONS, ends);
        write(signals, Topics.SIGNALS, ends);
        write(signals.getSideOutput(Monitor.COMMANDS), Topics.CONTROL, ends);
        write(
                events.getSideOutput(DeadLetters.TAG).union(commands.getSideOutput(DeadLetters.TAG)),
                Topics.DEADLETTER,
                ends);
    }

    /** The events that ask for a decision, each with all of its features. */
    private static DataStream<InFlight> withFeatures(DataStream<InFlight> events) {
        DataStream<InFlight> users = named(
                "user",
                events.keyBy(event -> event.userId, Types.LONG)
                        .process(new EntityHop<>(UserState.class, UserState::new, UserState::observe)));
        DataStream<InFlight> devices = named(
                "device",
                named("has-device", users.filter(InFlight::hasDevice))
                        .keyBy(event -> event.deviceId, Types.LONG)
                        .process(new EntityHop<>(DeviceState.class, DeviceState::new, DeviceState::observe)));
        DataStream<InFlight> addresses = named(
                "address",
                named("has-address", devices.filter(InFlight::hasAddress))
                        .keyBy(event -> event.addressId, Types.LONG)
                        .process(new EntityHop<>(AddressState.class, AddressState::new, AddressState::observe)));
        return named("asks-without-address", devices.filter(InFlight::asksWithoutAddress))
                .union(named("asks-with-address", addresses.filter(InFlight::asks)));
    }

    private static void write(DataStream<Outgoing> records, String topic, JobEnds ends) {
        records.sinkTo(ends.to(topic)).uid("write-" + topic).name(topic);
    }

    private static <T> SingleOutputStreamOperator<T> named(String name, SingleOutputStreamOperator<T> operator) {
        return operator.uid(name).name(name);
    }

    private ScoringJob() {}
}
