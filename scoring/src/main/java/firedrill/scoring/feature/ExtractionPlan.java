package firedrill.scoring.feature;

import static java.lang.invoke.MethodType.methodType;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.CredentialChange;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Login;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.MarketSnapshot;
import firedrill.scoring.feature.FeatureExtractor.StateReader;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that the catalogue reads from the memory of one kind of entity: what a hop fills, for each kind of event.
 *
 * <p>The readers of a kind are chained into one handle. As a component of a record in a constant it is itself a constant
 * to the JVM, which compiles the whole chain as if it had been written out; a loop over the readers costs a microsecond
 * more per event, because each of its calls goes to another place.
 *
 * @param <S> the memory
 */
record ExtractionPlan<S>(
        MethodHandle orderPlan,
        MethodHandle loginPlan,
        MethodHandle withdrawalPlan,
        MethodHandle depositPlan,
        MethodHandle credentialChangePlan) {

    /** In place of a vector, where nobody wants the features. */
    static final double[] NO_FEATURES = {};

    private static final MethodType FILLING =
            methodType(void.class, Object.class, ExchangeEvent.class, long.class, double[].class);
    private static final MethodHandle PUT = put();

    static final ExtractionPlan<ExchangeEvent> EVENT = of(Entity.EVENT);
    static final ExtractionPlan<MarketSnapshot> MARKET = of(Entity.MARKET);
    static final ExtractionPlan<UserState> USER = of(Entity.USER);
    static final ExtractionPlan<DeviceState> DEVICE = of(Entity.DEVICE);
    static final ExtractionPlan<NetworkState> NETWORK = of(Entity.NETWORK);
    static final ExtractionPlan<SourceState> SOURCE = of(Entity.SOURCE);
    static final ExtractionPlan<AddressState> ADDRESS = of(Entity.ADDRESS);
    static final ExtractionPlan<SymbolState> SYMBOL = of(Entity.SYMBOL);

    private static <S> ExtractionPlan<S> of(Entity entity) {
        return new ExtractionPlan<>(
                chain(entity, Order.class),
                chain(entity, Login.class),
                chain(entity, Withdrawal.class),
                chain(entity, Deposit.class),
                chain(entity, CredentialChange.class));
    }

    /**
     * Fills the entity's features of {@code asked}, as far as something is known. Reading changes nothing that anybody will
     * read later, so whoever wants no features may ask for none.
     *
     * @param nowMillis the latest time that the entity has seen
     * @param vector shape {@code [Feature.COUNT]}, or {@link #NO_FEATURES}
     */
    void fill(S memory, ExchangeEvent asked, long nowMillis, double[] vector) {
        if (vector.length == 0) {
            return;
        }
        try {
            // Each call has its handle to itself, so that each is a constant.
            if (asked instanceof Order) {
                orderPlan.invokeExact((Object) memory, asked, nowMillis, vector);
            } else if (asked instanceof Login) {
                loginPlan.invokeExact((Object) memory, asked, nowMillis, vector);
            } else if (asked instanceof Withdrawal) {
                withdrawalPlan.invokeExact((Object) memory, asked, nowMillis, vector);
            } else if (asked instanceof Deposit) {
                depositPlan.invokeExact((Object) memory, asked, nowMillis, vector);
            } else {
                credentialChangePlan.invokeExact((Object) memory, asked, nowMillis, vector);
            }
        } catch (RuntimeException | Error mistake) {
            throw mistake;
        } catch (Throwable impossible) { // What invokeExact declares, whatever its handle does.
            throw new IllegalStateException("readers throw nothing that is checked", impossible);
        }
    }

    private static MethodHandle chain(Entity entity, Class<? extends ExchangeEvent> kind) {
        return chain(Stream.of(Feature.values())
                .filter(feature -> feature.entity() == entity
                        && feature.extractor().eventType().isAssignableFrom(kind))
                .map(feature -> MethodHandles.insertArguments(
                        PUT, 0, feature.extractor().reader(), feature.ordinal()))
                .toList());
    }

    /** By halves, so that the chain stays shallow. */
    private static MethodHandle chain(List<MethodHandle> links) {
        if (links.isEmpty()) {
            return MethodHandles.empty(FILLING);
        }
        if (links.size() == 1) {
            return links.get(0);
        }
        int half = links.size() / 2;
        return MethodHandles.foldArguments(chain(links.subList(half, links.size())), chain(links.subList(0, half)));
    }

    private static MethodHandle put() {
        try {
            return MethodHandles.lookup()
                    .findStatic(
                            ExtractionPlan.class, "put", FILLING.insertParameterTypes(0, StateReader.class, int.class));
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("the method below is there", impossible);
        }
    }

    /** The factories of {@link FeatureExtractor} pair an entity with readers of its memory. */
    @SuppressWarnings({"unchecked", "rawtypes", "UnusedMethod"}) // Called by its handle.
    private static void put(
            StateReader reader, int slot, Object memory, ExchangeEvent asked, long nowMillis, double[] vector) {
        double value = reader.read(memory, asked, nowMillis);
        if (!Double.isNaN(value)) {
            vector[slot] = value;
        }
    }
}
