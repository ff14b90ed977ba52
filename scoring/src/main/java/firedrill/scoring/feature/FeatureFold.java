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
 * <p>The very states of the stream, visited in the order of its hops. Not safe for several threads.
 */
public final class FeatureFold {

    private final StateStore<UserState> users = StateStore.permanent(UserState::new);
    private final StateStore<DeviceState> devices = StateStore.expiring(DeviceState::new);
    private final StateStore<NetworkState> networks = StateStore.expiring(NetworkState::new);
    private final StateStore<SourceState> sources = StateStore.expiring(SourceState::new);
    private final StateStore<AddressState> addresses = StateStore.expiring(AddressState::new);
    private final ClusterDetector clusterDetector = new ClusterDetector();
    private final StateStore<SymbolState> symbols = StateStore.permanent(SymbolState::new);

    /** The features of {@code event} from the events before it, shape {@code [Feature.COUNT]}; then it is remembered. */
    public double[] observe(ExchangeEvent event) {
        double[] vector = new double[Feature.COUNT];
        EventFeatures.fill(event, vector);
        updateStates(event, vector);
        return vector;
    }

    /** Remembers {@code event}, which nobody asks about, as {@link #observe} does. */
    public void update(ExchangeEvent event) {
        updateStates(event, ExtractionPlan.NO_FEATURES);
    }

    private void updateStates(ExchangeEvent event, double[] vector) {
        long nowMillis = event.timeMillis();
        UserState user = users.getOrCreate(event.userId(), nowMillis);
        user.observe(event, vector);
        if (event.deviceId() != 0) {
            devices.getOrCreate(event.deviceId(), nowMillis).observe(event, vector);
        }
        long network = EventEntities.networkOf(event);
        if (network != 0) {
            networks.getOrCreate(network, nowMillis).observe(event, vector);
        }
        long source = EventEntities.sourceOf(event, user.sourceId());
        if (source != 0) {
            sources.getOrCreate(source, nowMillis).observe(event, vector);
        }
        long address = EventEntities.addressOf(event);
        if (address != 0) {
            addresses.getOrCreate(address, nowMillis).observe(event, vector);
        }
        long symbol = EventEntities.illiquidSymbolOf(event);
        if (symbol != 0) {
            symbols.getOrCreate(symbol, nowMillis).observe(event, vector);
        }
        for (AddressClusterUpdate news : clusterDetector.observe(event)) {
            applyCluster(news);
        }
        Label early = user.takePendingLabel(event);
        if (early != null) {
            applyLabel(early);
        }
    }

    /**
     * What {@code outcome} says of fraud is remembered of all that its event went through; it counts for events from
     * {@link Label#effectiveFromMillis} on, and so may be told in any order with the events before that moment.
     */
    public void applyOutcome(Outcome outcome) {
        long eventId = Label.fraudEventIdOf(outcome);
        if (eventId != 0) {
            long countsFromMillis = Label.effectiveFromMillis(outcome.timeMillis());
            clusterDetector.confirmFraud(outcome.userId(), countsFromMillis);
            Label label =
                    users.getOrCreate(outcome.userId(), outcome.timeMillis()).applyLabel(eventId, countsFromMillis);
            if (label != null) {
                applyLabel(label);
            }
        }
    }

    private void applyCluster(AddressClusterUpdate news) {
        AddressState address = addresses.find(news.addressId());
        if (address != null) {
            address.applyCluster(news);
        }
    }

    /** As it passes the hops of the stream; whoever has made room is a stranger by the next event. */
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
