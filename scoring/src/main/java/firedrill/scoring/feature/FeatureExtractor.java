package firedrill.scoring.feature;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.MarketSnapshot;
import java.util.function.ToDoubleFunction;

/**
 * How a feature is read: from whose memory, for which events, and what it says before the event is remembered.
 *
 * @param eventType the kind of event that it applies to; for every other it is missing
 * @param reader of the entity's memory: the event itself for {@link Entity#EVENT}, the market for {@link Entity#MARKET}
 */
record FeatureExtractor(Entity entity, Class<? extends ExchangeEvent> eventType, StateReader<?, ?> reader) {

    /** What a reader says where nothing is known: the feature then has its missing value. */
    static final double UNKNOWN = Double.NaN;

    /** Reads one number from the memory of an entity. */
    @FunctionalInterface
    interface StateReader<S, E extends ExchangeEvent> {

        /** The number at {@code nowMillis}, the latest time that the entity has seen, or {@link #UNKNOWN}. */
        double read(S memory, E asked, long nowMillis);
    }

    /** A reader that asks the memory alone. */
    @FunctionalInterface
    interface EventlessReader<S> {
        double read(S memory, long nowMillis);

        default StateReader<S, ExchangeEvent> toStateReader() {
            return (memory, asked, nowMillis) -> read(memory, nowMillis);
        }
    }

    static <E extends ExchangeEvent> FeatureExtractor event(Class<E> asked, ToDoubleFunction<? super E> reader) {
        return new FeatureExtractor(
                Entity.EVENT, asked, (E itself, E same, long nowMillis) -> reader.applyAsDouble(itself));
    }

    static FeatureExtractor market(ToDoubleFunction<MarketSnapshot> reader) {
        return new FeatureExtractor(
                Entity.MARKET,
                ExchangeEvent.class,
                (MarketSnapshot market, ExchangeEvent asked, long nowMillis) -> reader.applyAsDouble(market));
    }

    static <E extends ExchangeEvent> FeatureExtractor user(Class<E> asked, StateReader<UserState, ? super E> reader) {
        return new FeatureExtractor(Entity.USER, asked, reader);
    }

    static FeatureExtractor access(EventlessReader<AccessState> recall) {
        return access(ExchangeEvent.class, recall.toStateReader());
    }

    static <E extends ExchangeEvent> FeatureExtractor access(
            Class<E> asked, StateReader<AccessState, ? super E> reader) {
        return user(asked, (UserState user, E event, long nowMillis) -> reader.read(user.access, event, nowMillis));
    }

    static FeatureExtractor funding(EventlessReader<FundingState> recall) {
        return funding(ExchangeEvent.class, recall.toStateReader());
    }

    static <E extends ExchangeEvent> FeatureExtractor funding(
            Class<E> asked, StateReader<FundingState, ? super E> reader) {
        return user(asked, (UserState user, E event, long nowMillis) -> reader.read(user.funding, event, nowMillis));
    }

    static FeatureExtractor payouts(EventlessReader<PayoutState> recall) {
        return payouts(ExchangeEvent.class, recall.toStateReader());
    }

    static <E extends ExchangeEvent> FeatureExtractor payouts(
            Class<E> asked, StateReader<PayoutState, ? super E> reader) {
        return user(asked, (UserState user, E event, long nowMillis) -> reader.read(user.payouts, event, nowMillis));
    }

    static FeatureExtractor trading(EventlessReader<TradingState> recall) {
        return trading(ExchangeEvent.class, recall.toStateReader());
    }

    static <E extends ExchangeEvent> FeatureExtractor trading(
            Class<E> asked, StateReader<TradingState, ? super E> reader) {
        return user(asked, (UserState user, E event, long nowMillis) -> reader.read(user.trading, event, nowMillis));
    }

    static FeatureExtractor device(StateReader<DeviceState, ExchangeEvent> reader) {
        return new FeatureExtractor(Entity.DEVICE, ExchangeEvent.class, reader);
    }

    static FeatureExtractor network(StateReader<NetworkState, ExchangeEvent> reader) {
        return new FeatureExtractor(Entity.NETWORK, ExchangeEvent.class, reader);
    }

    static FeatureExtractor source(StateReader<SourceState, ExchangeEvent> reader) {
        return new FeatureExtractor(Entity.SOURCE, ExchangeEvent.class, reader);
    }

    static FeatureExtractor address(StateReader<AddressState, ExchangeEvent.Withdrawal> reader) {
        return new FeatureExtractor(Entity.ADDRESS, ExchangeEvent.Withdrawal.class, reader);
    }

    static FeatureExtractor symbol(StateReader<SymbolState, ExchangeEvent.Order> reader) {
        return new FeatureExtractor(Entity.SYMBOL, ExchangeEvent.Order.class, reader);
    }
}
