package firedrill.scoring.feature;

import firedrill.ingest.event.ExchangeEvent;
import java.util.HashMap;
import java.util.Map;

/**
 * The features of a sequence of events, all entities in memory: what the lab and training use.
 *
 * <p>The very states of the stream, visited in the order of its hops. Not safe for several threads.
 */
public final class FeatureFold {

    private final Map<Long, UserState> users = new HashMap<>();
    private final Map<Long, DeviceState> devices = new HashMap<>();
    private final Map<Long, NetworkState> networks = new HashMap<>();
    private final Map<Long, SourceState> sources = new HashMap<>();
    private final Map<Long, AddressState> addresses = new HashMap<>();
    private final Map<Long, SymbolState> symbols = new HashMap<>();

    /** The features of {@code event} from the events before it, shape {@code [Feature.COUNT]}; then it is remembered. */
    public double[] observe(ExchangeEvent event) {
        double[] vector = new double[Feature.COUNT];
        EventFeatures.fill(event, vector);
        UserState user = users.computeIfAbsent(event.userId(), id -> new UserState());
        user.observe(event, vector);
        if (event.deviceId() != 0) {
            devices.computeIfAbsent(event.deviceId(), id -> new DeviceState()).observe(event, vector);
        }
        long network = Entities.networkOf(event);
        if (network != 0) {
            networks.computeIfAbsent(network, id -> new NetworkState()).observe(event, vector);
        }
        long source = Entities.sourceOf(event, user.sourceId());
        if (source != 0) {
            sources.computeIfAbsent(source, id -> new SourceState()).observe(event, vector);
        }
        long address = Entities.addressOf(event);
        if (address != 0) {
            addresses.computeIfAbsent(address, id -> new AddressState()).observe(event, vector);
        }
        long symbol = Entities.thinSymbolOf(event);
        if (symbol != 0) {
            symbols.computeIfAbsent(symbol, id -> new SymbolState()).observe(event, vector);
        }
        return vector;
    }
}
