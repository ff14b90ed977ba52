package firedrill.scoring.feature;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.scoring.feature.state.EventEntities;
import firedrill.scoring.feature.state.Label;
import firedrill.scoring.feature.state.StateStore;
import firedrill.scoring.graph.AddressClusterUpdate;
import firedrill.scoring.graph.ClusterDetector;

/**
 * The features of a sequence of events, all entities in memory: what the lab and training use.
 *
 * <p>It has the states of the stream and visits them in the order of the stream's operators. Not thread-safe.
 */
public final class FeatureFold {

    private final StateStore<UserState> users = StateStore.permanent(UserState::new);
    private final StateStore<DeviceState> devices = StateStore.expiring(DeviceState::new);
    private final StateStore<NetworkState> networks = StateStore.expiring(NetworkState::new);
    private final StateStore<SourceState> sources = StateStore.expiring(SourceState::new);
    private final StateStore<AddressState> addresses = StateStore.expiring(AddressState::new);
    private final ClusterDetector clusterDetector = new ClusterDetector();
    private final StateStore<SymbolState> symbols = StateStore.permanent(SymbolState::new);

    /**
     * The features of {@code event} from the events before it, shape {@code [Feature.COUNT]}; then updates the states.
     */
    public double[] observe(ExchangeEvent event) {
        double[] features = new double[Feature.COUNT];
        EventFeatures.fill(event, features);
        updateStates(event, features);
        return features;
    }

    /** Updates the states with {@code event} as {@link #observe} does, without reading features. */
    public void update(ExchangeEvent event) {
        updateStates(event, ExtractionPlan.NO_FEATURES);
    }

    private void updateStates(ExchangeEvent event, double[] features) {
        long nowMillis = event.timeMillis();
        UserState user = users.getOrCreate(event.userId(), nowMillis);
        user.observe(event, features);
        if (event.deviceId() != 0) {
            devices.getOrCreate(event.deviceId(), nowMillis).observe(event, features);
        }
        long network = EventEntities.networkOf(event);
        if (network != 0) {
            networks.getOrCreate(network, nowMillis).observe(event, features);
        }
        long source = EventEntities.sourceOf(event, user.sourceId());
        if (source != 0) {
            sources.getOrCreate(source, nowMillis).observe(event, features);
        }
        long address = event.addressId();
        if (address != 0) {
            addresses.getOrCreate(address, nowMillis).observe(event, features);
        }
        long symbol = EventEntities.illiquidSymbolOf(event);
        if (symbol != 0) {
            symbols.getOrCreate(symbol, nowMillis).observe(event, features);
        }
        for (AddressClusterUpdate update : clusterDetector.observe(event)) {
            applyCluster(update);
        }
        Label pending = user.takePendingLabel(event);
        if (pending != null) {
            applyLabel(pending);
        }
    }

    /**
     * Labels the states of all entities of the outcome's event, if it confirms fraud. The label is effective from
     * {@link Label#effectiveFromMillis} on; its order among the events before that time does not matter.
     */
    public void applyOutcome(Outcome outcome) {
        long eventId = Label.fraudEventIdOf(outcome);
        if (eventId != 0) {
            long effectiveFromMillis = Label.effectiveFromMillis(outcome.timeMillis());
            clusterDetector.confirmFraud(outcome.userId(), effectiveFromMillis);
            Label label =
                    users.getOrCreate(outcome.userId(), outcome.timeMillis()).applyLabel(eventId, effectiveFromMillis);
            if (label != null) {
                applyLabel(label);
            }
        }
    }

    private void applyCluster(AddressClusterUpdate update) {
        AddressState address = addresses.find(update.addressId());
        if (address != null) {
            address.applyCluster(update);
        }
    }

    /** In the order of the stream's operators. A state that was evicted has expired, so its label is void. */
    private void applyLabel(Label label) {
        DeviceState device = devices.find(label.deviceId());
        if (device != null) {
            device.applyLabel(label);
        }
        NetworkState network = networks.find(label.networkId());
        if (network != null) {
            network.applyLabel(label);
        }
        SourceState source = sources.find(label.sourceId());
        if (source != null) {
            source.applyLabel(label);
        }
        AddressState address = addresses.find(label.addressId());
        if (address != null) {
            address.applyLabel(label);
        }
    }
}
