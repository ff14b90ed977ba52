package firedrill.scoring.feature;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.scoring.cluster.AddressCluster;
import firedrill.scoring.cluster.ClusterWatch;

/**
 * The features of a sequence of events, all entities in memory: what the lab and training use.
 *
 * <p>The very states of the stream, visited in the order of its hops. Not safe for several threads.
 */
public final class FeatureFold {

    private final Memories<UserState> users = Memories.forEver(UserState::new);
    private final Memories<DeviceState> devices = Memories.fading(DeviceState::new);
    private final Memories<NetworkState> networks = Memories.fading(NetworkState::new);
    private final Memories<SourceState> sources = Memories.fading(SourceState::new);
    private final Memories<AddressState> addresses = Memories.fading(AddressState::new);
    private final ClusterWatch clusters = new ClusterWatch();
    private final Memories<SymbolState> symbols = Memories.forEver(SymbolState::new);

    /** The features of {@code event} from the events before it, shape {@code [Feature.COUNT]}; then it is remembered. */
    public double[] observe(ExchangeEvent event) {
        double[] vector = new double[Feature.COUNT];
        EventFeatures.fill(event, vector);
        visit(event, vector);
        return vector;
    }

    /** Remembers {@code event}, which nobody asks about, as {@link #observe} does. */
    public void remember(ExchangeEvent event) {
        visit(event, Readings.UNASKED);
    }

    private void visit(ExchangeEvent event, double[] vector) {
        long nowMillis = event.timeMillis();
        UserState user = users.of(event.userId(), nowMillis);
        user.observe(event, vector);
        if (event.deviceId() != 0) {
            devices.of(event.deviceId(), nowMillis).observe(event, vector);
        }
        long network = Entities.networkOf(event);
        if (network != 0) {
            networks.of(network, nowMillis).observe(event, vector);
        }
        long source = Entities.sourceOf(event, user.sourceId());
        if (source != 0) {
            sources.of(source, nowMillis).observe(event, vector);
        }
        long address = Entities.addressOf(event);
        if (address != 0) {
            addresses.of(address, nowMillis).observe(event, vector);
        }
        long symbol = Entities.thinSymbolOf(event);
        if (symbol != 0) {
            symbols.of(symbol, nowMillis).observe(event, vector);
        }
        for (AddressCluster news : clusters.observe(event)) {
            hear(news);
        }
        Label early = user.labelOf(event);
        if (early != null) {
            pass(early);
        }
    }

    /**
     * What {@code outcome} says of fraud is remembered of all that its event went through; it counts for events from
     * {@link Label#countsFromMillis} on, and so may be told in any order with the events before that moment.
     */
    public void learn(Outcome outcome) {
        long eventId = Label.fraudulentEventOf(outcome);
        if (eventId != 0) {
            long countsFromMillis = Label.countsFromMillis(outcome.timeMillis());
            clusters.learn(outcome.userId(), countsFromMillis);
            Label label = users.of(outcome.userId(), outcome.timeMillis()).learn(eventId, countsFromMillis);
            if (label != null) {
                pass(label);
            }
        }
    }

    private void hear(AddressCluster news) {
        AddressState address = addresses.known(news.addressId());
        if (address != null) {
            address.hear(news);
        }
    }

    /** As it passes the hops of the stream; whoever has made room is a stranger by the next event. */
    private void pass(Label label) {
        DeviceState device = devices.known(label.deviceId());
        if (device != null) {
            device.learn(label);
        }
        NetworkState network = networks.known(label.networkId());
        if (network != null) {
            network.learn(label);
        }
        SourceState source = sources.known(label.sourceId());
        if (source != null) {
            source.learn(label);
        }
        AddressState address = addresses.known(label.addressId());
        if (address != null) {
            address.learn(label);
        }
    }
}
