package firedrill.scoring.feature;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.CredentialChange;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Login;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Market;
import firedrill.scoring.feature.Feature.Entity;
import firedrill.scoring.feature.Reading.Reader;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that the catalogue reads from the memory of one kind of entity, sorted by what is asked, so that a hop fills its
 * slots in one loop.
 *
 * @param <S> the memory
 */
final class Readings<S> {

    /** Orders first: they are nearly all events. */
    private static final List<Class<? extends ExchangeEvent>> KINDS =
            List.of(Order.class, Login.class, Withdrawal.class, Deposit.class, CredentialChange.class);

    static final Readings<ExchangeEvent> EVENT = new Readings<>(Entity.EVENT);
    static final Readings<Market> MARKET = new Readings<>(Entity.MARKET);
    static final Readings<UserState> USER = new Readings<>(Entity.USER);
    static final Readings<DeviceState> DEVICE = new Readings<>(Entity.DEVICE);
    static final Readings<NetworkState> NETWORK = new Readings<>(Entity.NETWORK);
    static final Readings<SourceState> SOURCE = new Readings<>(Entity.SOURCE);
    static final Readings<AddressState> ADDRESS = new Readings<>(Entity.ADDRESS);
    static final Readings<SymbolState> SYMBOL = new Readings<>(Entity.SYMBOL);

    private final int[][] slots;
    private final Reader<S, ExchangeEvent>[][] readers;

    /** One feature with its reader. */
    private record Slot<S>(int index, Reader<S, ExchangeEvent> reader) {}

    private Readings(Entity entity) {
        slots = new int[KINDS.size()][];
        readers = newArray(KINDS.size());
        for (int kind = 0; kind < KINDS.size(); kind++) {
            List<Slot<S>> wanted = slots(entity, KINDS.get(kind));
            slots[kind] = wanted.stream().mapToInt(Slot::index).toArray();
            readers[kind] = wanted.stream().map(Slot::reader).toArray(Readings::newRow);
        }
    }

    /**
     * Fills the entity's features of {@code asked}, as far as something is known.
     *
     * @param nowMillis the latest time that the entity has seen
     * @param vector shape {@code [Feature.COUNT]}
     */
    void fill(S memory, ExchangeEvent asked, long nowMillis, double[] vector) {
        int kind = KINDS.indexOf(asked.getClass());
        int[] indices = slots[kind];
        Reader<S, ExchangeEvent>[] row = readers[kind];
        for (int i = 0; i < indices.length; i++) {
            double value = row[i].read(memory, asked, nowMillis);
            if (!Double.isNaN(value)) {
                vector[indices[i]] = value;
            }
        }
    }

    private static <S> List<Slot<S>> slots(Entity entity, Class<? extends ExchangeEvent> kind) {
        return Stream.of(Feature.values())
                .filter(feature ->
                        feature.entity() == entity && feature.reading().asked().isAssignableFrom(kind))
                .map(feature -> new Slot<S>(
                        feature.ordinal(), readerOf(feature.reading().reader())))
                .toList();
    }

    /** The factories of {@link Reading} pair an entity with readers of its memory, and only events asked about reach it. */
    @SuppressWarnings("unchecked")
    private static <S> Reader<S, ExchangeEvent> readerOf(Reader<?, ?> reader) {
        return (Reader<S, ExchangeEvent>) reader;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // An array of a generic type; it never leaves this class.
    private static <S> Reader<S, ExchangeEvent>[][] newArray(int length) {
        return new Reader[length][];
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // As above.
    private static <S> Reader<S, ExchangeEvent>[] newRow(int length) {
        return new Reader[length];
    }
}
