package firedrill.scoring.job;

import firedrill.ingest.event.Topics;
import firedrill.scoring.cluster.AddressCluster;
import firedrill.scoring.feature.DeviceState;
import firedrill.scoring.feature.Label;
import firedrill.scoring.feature.NetworkState;
import firedrill.scoring.feature.SourceState;
import firedrill.scoring.feature.SymbolState;
import firedrill.scoring.feature.UserState;
import org.apache.flink.api.common.functions.FilterFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The scoring graph.
 *
 * <pre>
 *                                          ┌───────────────▶ symbol ─┐
 * exchange.events ─▶ decode ─▶ user ─▶ device ─▶ network ─▶ source ─▶ address ─▶ decide ─▶ fraud.decisions
 * exchange.outcomes ─▶ decode-outcome ┘                                          ▲  │ └▶ monitor ─▶ fraud.signals
 *                      ▼                  └▶ clusters ─▶ (address)  notices ════╡  │          └──▶ fraud.control
 *               fraud.deadletter                               ▲       ▲        ▼  ▼
 *                                                fraud.control ┘       │       shadow ─▶ fraud.shadow
 *                                                fraud.models ─▶ registrar ─▶ fraud.control, fraud.signals
 * </pre>
 *
 * An event travels as far as a hop remembers something of it: a login ends at the network, a deposit at its source. Nearly
 * all events are orders in the coins that everybody trades; they go from the device straight to the decision. A withdrawal
 * takes the whole way, and a deposit the same way as far as it goes, so that the two never overtake each other. The label of
 * an event that turned out to be fraud takes the way of its event.
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
        SingleOutputStreamOperator<InFlight> labels =
                named("decode-outcome", ends.outcomes().process(new DecodeOutcome()));
        SingleOutputStreamOperator<Notice> commands = named(
                "decode-command", ends.control().process(new DecodeCommand()).forceNonParallel());
        SingleOutputStreamOperator<Notice> models = named(
                "registrar",
                ends.models().connect(commands).process(new Registrar(judging)).forceNonParallel());
        DataStream<Notice> notices = commands.union(models);

        SingleOutputStreamOperator<Outgoing> decisions = named(
                "decide",
                withFeatures(events.union(labels))
                        .connect(Heard.broadcast(notices))
                        .process(new Decide(judging)));
        SingleOutputStreamOperator<Outgoing> signals = named(
                "monitor",
                decisions
                        .getSideOutput(Decide.SCORED)
                        .connect(notices)
                        .process(new Monitor(judging))
                        .forceNonParallel());

        write(decisions, Topics.DECISIONS, ends);
        write(shadows(decisions, notices, judging), Topics.SHADOW, ends);
        write(models.getSideOutput(Registrar.MODELS), Topics.MODELS, ends);
        write(signals.union(models.getSideOutput(Registrar.SIGNALS)), Topics.SIGNALS, ends);
        write(
                signals.getSideOutput(Monitor.COMMANDS).union(models.getSideOutput(Registrar.COMMANDS)),
                Topics.CONTROL,
                ends);
        write(unreadable(events, labels, commands), Topics.DEADLETTER, ends);
    }

    /** What challengers make of the very vectors that decided, behind the decisions' back. */
    private static DataStream<Outgoing> shadows(
            SingleOutputStreamOperator<Outgoing> decisions, DataStream<Notice> notices, JobSettings.Judging judging) {
        return named(
                "shadow",
                decisions
                        .getSideOutput(Decide.JUDGED)
                        .connect(Heard.broadcast(notices))
                        .process(new Shadow(judging)));
    }

    private static DataStream<Outgoing> unreadable(
            SingleOutputStreamOperator<?> events,
            SingleOutputStreamOperator<?> labels,
            SingleOutputStreamOperator<?> commands) {
        return events.getSideOutput(DeadLetters.TAG)
                .union(labels.getSideOutput(DeadLetters.TAG), commands.getSideOutput(DeadLetters.TAG));
    }

    /** The events that ask for a decision, each with all of its features; labels end in the memories. */
    private static DataStream<InFlight> withFeatures(DataStream<InFlight> events) {
        DataStream<InFlight> users = hop(
                "user",
                events,
                new EntityHop<>(UserState.class, UserState::new, event -> event.userId, InFlight::ofUser));
        DataStream<InFlight> devices = hop(
                "device",
                only("goes-on", users, InFlight::goesOn),
                EntityHop.of(
                        DeviceState.class,
                        DeviceState::new,
                        event -> event.deviceId,
                        DeviceState::observe,
                        DeviceState::learn));
        DataStream<InFlight> symbols = hop(
                "symbol",
                only("has-symbol", devices, InFlight::hasSymbol),
                EntityHop.of(
                        SymbolState.class,
                        SymbolState::new,
                        event -> event.symbolId,
                        SymbolState::observe,
                        ScoringJob::learnNothing));
        return only("asks-without-more", devices, InFlight::asksWithoutMore)
                .union(only("asks-with-symbol", symbols, InFlight::asks))
                .union(only("asks-with-address", withdrawals(devices, clusters(events)), InFlight::asks));
    }

    /** The withdrawals among {@code devices}, with what is known of where they come from and where they go. */
    private static DataStream<InFlight> withdrawals(DataStream<InFlight> devices, DataStream<AddressCluster> clusters) {
        DataStream<InFlight> networks = hop(
                "network",
                only("has-network-or-source", devices, InFlight::hasNetworkOrSource),
                EntityHop.of(
                        NetworkState.class,
                        NetworkState::new,
                        event -> event.networkId,
                        NetworkState::observe,
                        NetworkState::learn));
        DataStream<InFlight> sources = hop(
                "source",
                only("has-source-or-address", networks, InFlight::hasSourceOrAddress),
                EntityHop.of(
                        SourceState.class,
                        SourceState::new,
                        event -> event.sourceId,
                        SourceState::observe,
                        SourceState::learn));
        return named(
                "address",
                only("has-address", sources, InFlight::hasAddress)
                        .keyBy(event -> event.addressId, Types.LONG)
                        .connect(clusters.keyBy(AddressCluster::addressId, Types.LONG))
                        .process(new AddressHop()));
    }

    /** What addresses are to be told of who belongs together: found on a way of its own, which no decision waits for. */
    private static DataStream<AddressCluster> clusters(DataStream<InFlight> events) {
        return named(
                "clusters",
                only("ties-or-labels", events, InFlight::tiesOrLabels)
                        .process(new WatchClusters())
                        .forceNonParallel());
    }

    /** Nothing that has a label goes through a coin. */
    private static void learnNothing(SymbolState symbol, Label label) {}

    private static <S> DataStream<InFlight> hop(String name, DataStream<InFlight> events, EntityHop<S> hop) {
        EntityHop.Asking asking = hop.asking();
        return named(
                name,
                events.keyBy(event -> event.keyOr(asking.entityId(event)), Types.LONG)
                        .process(hop));
    }

    private static DataStream<InFlight> only(
            String name, DataStream<InFlight> events, FilterFunction<InFlight> wanted) {
        return named(name, events.filter(wanted));
    }

    private static void write(DataStream<Outgoing> records, String topic, JobEnds ends) {
        records.sinkTo(ends.to(topic)).uid("write-" + topic).name(topic);
    }

    private static <T> SingleOutputStreamOperator<T> named(String name, SingleOutputStreamOperator<T> operator) {
        return operator.uid(name).name(name);
    }

    private ScoringJob() {}
}
