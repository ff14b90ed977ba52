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
 *                      ▼                  └▶ clusters ─▶ (address)  updates ════╡  │          └──▶ fraud.control
 *               fraud.deadletter                               ▲       ▲        ▼  ▼
 *                                                fraud.control ┘       │       shadow ─▶ fraud.shadow
 *                                                fraud.models ─▶ registrar ─▶ fraud.control, fraud.signals
 * </pre>
 *
 * An event passes the operators that keep state for it: a login ends at the network, a deposit at its source. Nearly
 * all events are orders in liquid coins, which go from the device straight to the decision. A withdrawal passes all
 * operators, and a deposit takes the same path up to its source, which preserves their order. The label of a fraudulent
 * event takes the path of its event.
 */
public final class ScoringJob {

    /** Defines the graph on {@code env}, reading and writing Kafka. */
    public static void define(StreamExecutionEnvironment env, JobSettings settings) {
        env.configure(FlinkConfiguration.of(settings.execution()));
        define(new KafkaEndpoints(env, settings.kafka()), settings.scoring());
    }

    static void define(JobEndpoints ends, JobSettings.ScoringSettings settings) {
        SingleOutputStreamOperator<EnrichedEvent> events =
                named("decode", ends.events().process(new DecodeEventFunction(settings)));
        SingleOutputStreamOperator<EnrichedEvent> labels =
                named("decode-outcome", ends.outcomes().process(new DecodeOutcomeFunction(settings)));
        SingleOutputStreamOperator<ControlUpdate> commands = named(
                "decode-command",
                ends.control().process(new DecodeCommandFunction()).forceNonParallel());
        SingleOutputStreamOperator<ControlUpdate> models = named(
                "registrar",
                ends.models()
                        .connect(commands)
                        .process(new ModelAdmissionFunction(settings))
                        .forceNonParallel());
        DataStream<ControlUpdate> updates = commands.union(models);

        SingleOutputStreamOperator<OutboundRecord> decisions = named(
                "decide",
                withFeatures(events.union(labels))
                        .connect(ControlBroadcastState.broadcast(updates))
                        .process(new DecisionFunction(settings)));
        SingleOutputStreamOperator<OutboundRecord> signals = named(
                "monitor",
                decisions
                        .getSideOutput(DecisionFunction.WITHDRAWAL_SCORES)
                        .connect(updates)
                        .process(new DriftMonitorFunction(settings))
                        .forceNonParallel());

        write(decisions, Topics.DECISIONS, ends);
        write(shadows(decisions, updates, settings), Topics.SHADOW, ends);
        write(unreadable(events, labels, commands), Topics.DEADLETTER, ends);
        writeRegistry(models, decisions, signals, ends);
    }

    /** What registrar, decision and monitor say of models and mode. */
    private static void writeRegistry(
            SingleOutputStreamOperator<?> models,
            SingleOutputStreamOperator<?> decisions,
            SingleOutputStreamOperator<OutboundRecord> signals,
            JobEndpoints ends) {
        write(models.getSideOutput(ModelAdmissionFunction.MODELS), Topics.MODELS, ends);
        write(
                signals.union(
                        models.getSideOutput(ModelAdmissionFunction.SIGNALS),
                        decisions.getSideOutput(DecisionFunction.SIGNALS)),
                Topics.SIGNALS,
                ends);
        write(
                signals.getSideOutput(DriftMonitorFunction.COMMANDS)
                        .union(models.getSideOutput(ModelAdmissionFunction.COMMANDS)),
                Topics.CONTROL,
                ends);
    }

    /** Shadow scores, computed from the vectors that decided, off the path of the decisions. */
    private static DataStream<OutboundRecord> shadows(
            SingleOutputStreamOperator<OutboundRecord> decisions,
            DataStream<ControlUpdate> updates,
            JobSettings.ScoringSettings settings) {
        return named(
                "shadow",
                decisions
                        .getSideOutput(DecisionFunction.DECIDED_EVENTS)
                        .connect(ControlBroadcastState.broadcast(updates))
                        .process(new ShadowScoringFunction(settings)));
    }

    private static DataStream<OutboundRecord> unreadable(
            SingleOutputStreamOperator<?> events,
            SingleOutputStreamOperator<?> labels,
            SingleOutputStreamOperator<?> commands) {
        return events.getSideOutput(DeadLetterOutput.TAG)
                .union(labels.getSideOutput(DeadLetterOutput.TAG), commands.getSideOutput(DeadLetterOutput.TAG));
    }

    /** The decision requests with all features; labels only update states. */
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

    /** The withdrawals among {@code devices}, with the features of network, source and address. */
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

    /** Cluster updates of addresses, computed off the path of the decisions. */
    private static DataStream<AddressClusterUpdate> clusters(DataStream<EnrichedEvent> events) {
        return named(
                "clusters",
                only("ties-or-labels", events, EnrichedEvent::isGraphInput)
                        .process(new ClusterDetectionFunction())
                        .forceNonParallel());
    }

    /** Only withdrawals and deposits carry labels, and no coin is traded by them. */
    private static void ignoreLabel(SymbolState symbol, Label label) {}

    private static <S> DataStream<EnrichedEvent> keyedOperator(
            String name, DataStream<EnrichedEvent> events, EntityFeatureFunction<S> function) {
        EntityFeatureFunction.EntityKey key = function.entityKey();
        return named(
                name,
                events.keyBy(event -> event.partitionKey(key.entityId(event)), Types.LONG)
                        .process(function));
    }

    private static DataStream<EnrichedEvent> only(
            String name, DataStream<EnrichedEvent> events, FilterFunction<EnrichedEvent> filter) {
        return named(name, events.filter(filter));
    }

    private static void write(DataStream<OutboundRecord> records, String topic, JobEndpoints ends) {
        records.sinkTo(ends.sink(topic)).uid("write-" + topic).name(topic);
    }

    private static <T> SingleOutputStreamOperator<T> named(String name, SingleOutputStreamOperator<T> operator) {
        return operator.uid(name).name(name);
    }

    private ScoringJob() {}
}
