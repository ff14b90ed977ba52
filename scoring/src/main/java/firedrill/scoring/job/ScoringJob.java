package firedrill.scoring.job;

import firedrill.ingest.event.Topics;
import firedrill.scoring.feature.DeviceState;
import firedrill.scoring.feature.NetworkState;
import firedrill.scoring.feature.SourceState;
import firedrill.scoring.feature.SymbolState;
import firedrill.scoring.feature.UserState;
import firedrill.scoring.feature.state.Label;
import firedrill.scoring.graph.AddressClusterUpdate;
import firedrill.scoring.job.kafka.JobEndpoints;
import firedrill.scoring.job.kafka.KafkaEndpoints;
import firedrill.scoring.job.kafka.OutboundRecord;
import firedrill.scoring.job.operator.AddressFeatureFunction;
import firedrill.scoring.job.operator.ClusterDetectionFunction;
import firedrill.scoring.job.operator.DeadLetterOutput;
import firedrill.scoring.job.operator.DecisionFunction;
import firedrill.scoring.job.operator.DecodeCommandFunction;
import firedrill.scoring.job.operator.DecodeEventFunction;
import firedrill.scoring.job.operator.DecodeOutcomeFunction;
import firedrill.scoring.job.operator.DriftMonitorFunction;
import firedrill.scoring.job.operator.EnrichedEvent;
import firedrill.scoring.job.operator.EntityFeatureFunction;
import firedrill.scoring.job.operator.ModelAdmissionFunction;
import firedrill.scoring.job.operator.ShadowScoringFunction;
import firedrill.scoring.job.settings.JobSettings;
import firedrill.scoring.job.state.ControlBroadcastState;
import firedrill.scoring.job.state.ControlUpdate;
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

    /** Defines the graph on {@code env}, reading and writing Kafka. */
    public static void define(StreamExecutionEnvironment env, JobSettings settings) {
        env.configure(FlinkConfiguration.of(settings.execution()));
        define(new KafkaEndpoints(env, settings.kafka()), settings.scoring());
    }

    static void define(JobEndpoints ends, JobSettings.ScoringSettings judging) {
        SingleOutputStreamOperator<EnrichedEvent> events =
                named("decode", ends.events().process(new DecodeEventFunction(judging.clock())));
        SingleOutputStreamOperator<EnrichedEvent> labels =
                named("decode-outcome", ends.outcomes().process(new DecodeOutcomeFunction()));
        SingleOutputStreamOperator<ControlUpdate> commands = named(
                "decode-command",
                ends.control().process(new DecodeCommandFunction()).forceNonParallel());
        SingleOutputStreamOperator<ControlUpdate> models = named(
                "registrar",
                ends.models()
                        .connect(commands)
                        .process(new ModelAdmissionFunction(judging))
                        .forceNonParallel());
        DataStream<ControlUpdate> notices = commands.union(models);

        SingleOutputStreamOperator<OutboundRecord> decisions = named(
                "decide",
                withFeatures(events.union(labels))
                        .connect(ControlBroadcastState.broadcast(notices))
                        .process(new DecisionFunction(judging)));
        SingleOutputStreamOperator<OutboundRecord> signals = named(
                "monitor",
                decisions
                        .getSideOutput(DecisionFunction.WITHDRAWAL_SCORES)
                        .connect(notices)
                        .process(new DriftMonitorFunction(judging))
                        .forceNonParallel());

        write(decisions, Topics.DECISIONS, ends);
        write(shadows(decisions, notices, judging), Topics.SHADOW, ends);
        write(models.getSideOutput(ModelAdmissionFunction.MODELS), Topics.MODELS, ends);
        write(signals.union(models.getSideOutput(ModelAdmissionFunction.SIGNALS)), Topics.SIGNALS, ends);
        write(
                signals.getSideOutput(DriftMonitorFunction.COMMANDS)
                        .union(models.getSideOutput(ModelAdmissionFunction.COMMANDS)),
                Topics.CONTROL,
                ends);
        write(unreadable(events, labels, commands), Topics.DEADLETTER, ends);
    }

    /** What challengers make of the very vectors that decided, behind the decisions' back. */
    private static DataStream<OutboundRecord> shadows(
            SingleOutputStreamOperator<OutboundRecord> decisions,
            DataStream<ControlUpdate> notices,
            JobSettings.ScoringSettings judging) {
        return named(
                "shadow",
                decisions
                        .getSideOutput(DecisionFunction.DECIDED_EVENTS)
                        .connect(ControlBroadcastState.broadcast(notices))
                        .process(new ShadowScoringFunction(judging)));
    }

    private static DataStream<OutboundRecord> unreadable(
            SingleOutputStreamOperator<?> events,
            SingleOutputStreamOperator<?> labels,
            SingleOutputStreamOperator<?> commands) {
        return events.getSideOutput(DeadLetterOutput.TAG)
                .union(labels.getSideOutput(DeadLetterOutput.TAG), commands.getSideOutput(DeadLetterOutput.TAG));
    }

    /** The events that ask for a decision, each with all of its features; labels end in the memories. */
    private static DataStream<EnrichedEvent> withFeatures(DataStream<EnrichedEvent> events) {
        DataStream<EnrichedEvent> users = keyedOperator(
                "user",
                events,
                new EntityFeatureFunction<>(
                        UserState.class, UserState::new, event -> event.userId, EnrichedEvent::updateUser));
        DataStream<EnrichedEvent> devices = keyedOperator(
                "device",
                only("goes-on", users, EnrichedEvent::hasDeviceOrSource),
                EntityFeatureFunction.of(
                        DeviceState.class,
                        DeviceState::new,
                        event -> event.deviceId,
                        DeviceState::observe,
                        DeviceState::applyLabel));
        DataStream<EnrichedEvent> symbols = keyedOperator(
                "symbol",
                only("has-symbol", devices, EnrichedEvent::hasSymbol),
                EntityFeatureFunction.of(
                        SymbolState.class,
                        SymbolState::new,
                        event -> event.symbolId,
                        SymbolState::observe,
                        ScoringJob::ignoreLabel));
        return only("asks-without-more", devices, EnrichedEvent::isCompleteAfterDevice)
                .union(only("asks-with-symbol", symbols, EnrichedEvent::awaitsDecision))
                .union(only(
                        "asks-with-address", withdrawals(devices, clusters(events)), EnrichedEvent::awaitsDecision));
    }

    /** The withdrawals among {@code devices}, with what is known of where they come from and where they go. */
    private static DataStream<EnrichedEvent> withdrawals(
            DataStream<EnrichedEvent> devices, DataStream<AddressClusterUpdate> clusters) {
        DataStream<EnrichedEvent> networks = keyedOperator(
                "network",
                only("has-network-or-source", devices, EnrichedEvent::hasNetworkOrSource),
                EntityFeatureFunction.of(
                        NetworkState.class,
                        NetworkState::new,
                        event -> event.networkId,
                        NetworkState::observe,
                        NetworkState::applyLabel));
        DataStream<EnrichedEvent> sources = keyedOperator(
                "source",
                only("has-source-or-address", networks, EnrichedEvent::hasSourceOrAddress),
                EntityFeatureFunction.of(
                        SourceState.class,
                        SourceState::new,
                        event -> event.sourceId,
                        SourceState::observe,
                        SourceState::applyLabel));
        return named(
                "address",
                only("has-address", sources, EnrichedEvent::hasAddress)
                        .keyBy(event -> event.addressId, Types.LONG)
                        .connect(clusters.keyBy(AddressClusterUpdate::addressId, Types.LONG))
                        .process(new AddressFeatureFunction()));
    }

    /** What addresses are to be told of who belongs together: found on a way of its own, which no decision waits for. */
    private static DataStream<AddressClusterUpdate> clusters(DataStream<EnrichedEvent> events) {
        return named(
                "clusters",
                only("ties-or-labels", events, EnrichedEvent::isGraphInput)
                        .process(new ClusterDetectionFunction())
                        .forceNonParallel());
    }

    /** Nothing that has a label goes through a coin. */
    private static void ignoreLabel(SymbolState symbol, Label label) {}

    private static <S> DataStream<EnrichedEvent> keyedOperator(
            String name, DataStream<EnrichedEvent> events, EntityFeatureFunction<S> hop) {
        EntityFeatureFunction.EntityKey asking = hop.entityKey();
        return named(
                name,
                events.keyBy(event -> event.partitionKey(asking.entityId(event)), Types.LONG)
                        .process(hop));
    }

    private static DataStream<EnrichedEvent> only(
            String name, DataStream<EnrichedEvent> events, FilterFunction<EnrichedEvent> wanted) {
        return named(name, events.filter(wanted));
    }

    private static void write(DataStream<OutboundRecord> records, String topic, JobEndpoints ends) {
        records.sinkTo(ends.sink(topic)).uid("write-" + topic).name(topic);
    }

    private static <T> SingleOutputStreamOperator<T> named(String name, SingleOutputStreamOperator<T> operator) {
        return operator.uid(name).name(name);
    }

    private ScoringJob() {}
}
