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
 * Reads all features of one kind of entity from its state, by kind of event.
 *
 * <p>The readers of one kind of event are chained into one method handle. As a record component in a static constant it
 * is a constant to the JIT compiler, which inlines the whole chain; a loop over the readers has megamorphic calls and
 * costs a microsecond more per event.
 *
 * @param <S> the entity's state
 */
record ExtractionPlan<S>(
        MethodHandle orderPlan,
        MethodHandle loginPlan,
        MethodHandle withdrawalPlan,
        MethodHandle depositPlan,
        MethodHandle credentialChangePlan) {

    /** In place of a vector, where no features are read. */
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
     * Fills the entity's features of an event; unknown ones keep their missing value. Reading leaves no trace in later
     * features, so it may be skipped.
     *
     * @param nowMillis the latest event time that the entity has seen
     * @param features shape {@code [Feature.COUNT]}, or {@link #NO_FEATURES}
     */
    void fill(S state, ExchangeEvent event, long nowMillis, double[] features) {
        if (features.length == 0) {
            return;
        }
        try {
            // One call site per handle, so that each handle is a constant to the compiler.
            switch (event.kind()) {
                case ORDER -> orderPlan.invokeExact((Object) state, event, nowMillis, features);
                case LOGIN -> loginPlan.invokeExact((Object) state, event, nowMillis, features);
                case WITHDRAWAL -> withdrawalPlan.invokeExact((Object) state, event, nowMillis, features);
                case DEPOSIT -> depositPlan.invokeExact((Object) state, event, nowMillis, features);
                case CREDENTIAL_CHANGE -> credentialChangePlan.invokeExact((Object) state, event, nowMillis, features);
            }
        } catch (RuntimeException | Error e) { // Passed on; only the checked rest is wrapped.
            throw e;
        } catch (Throwable e) { // invokeExact declares it whatever its handle does.
            throw new IllegalStateException("readers throw no checked exception", e);
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

    /** Balanced, so that the chain stays shallow. */
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
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("put is declared below", e);
        }
    }

    /** Unchecked because the factories of {@link FeatureExtractor} pair each entity with readers of its state. */
    @SuppressWarnings({"unchecked", "rawtypes", "UnusedMethod"}) // Called by its handle.
    private static void put(
            StateReader reader, int slot, Object state, ExchangeEvent event, long nowMillis, double[] features) {
        double value = reader.read(state, event, nowMillis);
        if (!Double.isNaN(value)) {
            features[slot] = value;
        }
    }
}
