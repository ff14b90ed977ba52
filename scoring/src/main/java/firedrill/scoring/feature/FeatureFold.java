package firedrill.scoring.feature;

import firedrill.ingest.event.ExchangeEvent;

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
    private final Memories<SymbolState> symbols = new Memories<>(SymbolState::new);

    /** The features of {@code event} from the events before it, shape {@code [Feature.COUNT]}; then it is remembered. */
    public double[] observe(ExchangeEvent event) {
        double[] vector = new double[Feature.COUNT];
        EventFeatures.fill(event, vector);
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
        return vector;
    }
}
