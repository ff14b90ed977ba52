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

    private final Memories<UserState> users = new Memories<>(UserState::new);
    private final Memories<DeviceState> devices = new Memories<>(DeviceState::new);
    private final Memories<NetworkState> networks = new Memories<>(NetworkState::new);
    private final Memories<SourceState> sources = new Memories<>(SourceState::new);
    private final Memories<AddressState> addresses = new Memories<>(AddressState::new);
    private final ClusterWatch clusters = new ClusterWatch();
    private final Memories<SymbolState> symbols = new Memories<>(SymbolState::new);

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
        UserState user = users.of(event.userId());
        user.observe(event, vector);
        if (event.deviceId() != 0) {
            devices.of(event.deviceId()).observe(event, vector);
        }
        long network = Entities.networkOf(event);
        if (network != 0) {
            networks.of(network).observe(event, vector);
        }
        long source = Entities.sourceOf(event, user.sourceId());
        if (source != 0) {
            sources.of(source).observe(event, vector);
        }
        long address = Entities.addressOf(event);
        if (address != 0) {
            addresses.of(address).observe(event, vector);
        }
        long symbol = Entities.thinSymbolOf(event);
        if (symbol != 0) {
            symbols.of(symbol).observe(event, vector);
        }
        for (AddressCluster news : clusters.observe(event)) {
            addresses.of(news.addressId()).hear(news);
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
            Label label = users.of(outcome.userId()).learn(eventId, countsFromMillis);
            if (label != null) {
                pass(label);
            }
        }
    }

    /** As it passes the hops of the stream. */
    private void pass(Label label) {
        if (label.deviceId() != 0) {
            devices.of(label.deviceId()).learn(label);
        }
        if (label.networkId() != 0) {
            networks.of(label.networkId()).learn(label);
        }
        if (label.sourceId() != 0) {
            sources.of(label.sourceId()).learn(label);
        }
        if (label.addressId() != 0) {
            addresses.of(label.addressId()).learn(label);
        }
    }
}
