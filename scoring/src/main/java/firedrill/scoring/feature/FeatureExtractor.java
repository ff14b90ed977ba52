package firedrill.scoring.feature;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.MarketSnapshot;
import java.util.function.ToDoubleFunction;

/**
 * Reads one feature from the state of an entity, as of before the event.
 *
 * @param eventType the kind of event that the feature applies to; it is missing for every other
 * @param reader reads the entity's state; that is the event itself for {@link Entity#EVENT}, the market for {@link
 *     Entity#MARKET}
 */
record FeatureExtractor(Entity entity, Class<? extends ExchangeEvent> eventType, StateReader<?, ?> reader) {

    /** Returned by a reader where nothing is known; the feature then has its missing value. */
    static final double UNKNOWN = Double.NaN;

    /** Reads one number from the state of an entity. */
    @FunctionalInterface
    interface StateReader<S, E extends ExchangeEvent> {

        /** The number at {@code nowMillis}, the latest event time that the entity has seen, or {@link #UNKNOWN}. */
        double read(S state, E event, long nowMillis);
    }

    /** A reader that needs no event. */
    @FunctionalInterface
    interface EventlessReader<S> {
        double read(S state, long nowMillis);

        default StateReader<S, ExchangeEvent> toStateReader() {
            return (state, event, nowMillis) -> read(state, nowMillis);
        }
    }

    static <E extends ExchangeEvent> FeatureExtractor event(Class<E> eventType, ToDoubleFunction<? super E> reader) {
        return new FeatureExtractor(
                Entity.EVENT, eventType, (E state, E event, long nowMillis) -> reader.applyAsDouble(event));
    }

    static FeatureExtractor market(ToDoubleFunction<MarketSnapshot> reader) {
        return new FeatureExtractor(
                Entity.MARKET,
                ExchangeEvent.class,
                (MarketSnapshot market, ExchangeEvent event, long nowMillis) -> reader.applyAsDouble(market));
    }

    static <E extends ExchangeEvent> FeatureExtractor user(
            Class<E> eventType, StateReader<UserState, ? super E> reader) {
        return new FeatureExtractor(Entity.USER, eventType, reader);
    }

    static FeatureExtractor access(EventlessReader<AccessState> reader) {
        return access(ExchangeEvent.class, reader.toStateReader());
    }

    static <E extends ExchangeEvent> FeatureExtractor access(
            Class<E> eventType, StateReader<AccessState, ? super E> reader) {
        return user(eventType, (UserState user, E event, long nowMillis) -> reader.read(user.access, event, nowMillis));
    }

    static FeatureExtractor funding(EventlessReader<FundingState> reader) {
        return funding(ExchangeEvent.class, reader.toStateReader());
    }

    static <E extends ExchangeEvent> FeatureExtractor funding(
            Class<E> eventType, StateReader<FundingState, ? super E> reader) {
        return user(
                eventType, (UserState user, E event, long nowMillis) -> reader.read(user.funding, event, nowMillis));
    }

    static FeatureExtractor payouts(EventlessReader<PayoutState> reader) {
        return payouts(ExchangeEvent.class, reader.toStateReader());
    }

    static <E extends ExchangeEvent> FeatureExtractor payouts(
            Class<E> eventType, StateReader<PayoutState, ? super E> reader) {
        return user(
                eventType, (UserState user, E event, long nowMillis) -> reader.read(user.payouts, event, nowMillis));
    }

    static FeatureExtractor trading(EventlessReader<TradingState> reader) {
        return trading(ExchangeEvent.class, reader.toStateReader());
    }

    static <E extends ExchangeEvent> FeatureExtractor trading(
            Class<E> eventType, StateReader<TradingState, ? super E> reader) {
        return user(
                eventType, (UserState user, E event, long nowMillis) -> reader.read(user.trading, event, nowMillis));
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
