package firedrill.scoring.feature;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Market;
import java.util.function.ToDoubleFunction;

/**
 * How a feature is read: from whose memory, for which events, and what it says before the event is remembered.
 *
 * @param asked the kind of event that it applies to; for every other it is missing
 * @param reader of the entity's memory: the event itself for {@link Entity#EVENT}, the market for {@link Entity#MARKET}
 */
record Reading(Entity entity, Class<? extends ExchangeEvent> asked, Reader<?, ?> reader) {

    /** What a reader says where nothing is known: the feature then has its missing value. */
    static final double UNKNOWN = Double.NaN;

    /** Reads one number from the memory of an entity. */
    @FunctionalInterface
    interface Reader<S, E extends ExchangeEvent> {

        /** The number at {@code nowMillis}, the latest time that the entity has seen, or {@link #UNKNOWN}. */
        double read(S memory, E asked, long nowMillis);
    }

    /** A reader that asks the memory alone. */
    @FunctionalInterface
    interface Recall<S> {
        double read(S memory, long nowMillis);

        default Reader<S, ExchangeEvent> asReader() {
            return (memory, asked, nowMillis) -> read(memory, nowMillis);
        }
    }

    static <E extends ExchangeEvent> Reading event(Class<E> asked, ToDoubleFunction<? super E> reader) {
        return new Reading(Entity.EVENT, asked, (E itself, E same, long nowMillis) -> reader.applyAsDouble(itself));
    }

    static Reading market(ToDoubleFunction<Market> reader) {
        return new Reading(
                Entity.MARKET,
                ExchangeEvent.class,
                (Market market, ExchangeEvent asked, long nowMillis) -> reader.applyAsDouble(market));
    }

    static <E extends ExchangeEvent> Reading user(Class<E> asked, Reader<UserState, ? super E> reader) {
        return new Reading(Entity.USER, asked, reader);
    }

    static Reading access(Recall<AccessState> recall) {
        return access(ExchangeEvent.class, recall.asReader());
    }

    static <E extends ExchangeEvent> Reading access(Class<E> asked, Reader<AccessState, ? super E> reader) {
        return user(asked, (UserState user, E event, long nowMillis) -> reader.read(user.access, event, nowMillis));
    }

    static Reading funding(Recall<FundingState> recall) {
        return funding(ExchangeEvent.class, recall.asReader());
    }

    static <E extends ExchangeEvent> Reading funding(Class<E> asked, Reader<FundingState, ? super E> reader) {
        return user(asked, (UserState user, E event, long nowMillis) -> reader.read(user.funding, event, nowMillis));
    }

    static Reading payouts(Recall<PayoutState> recall) {
        return payouts(ExchangeEvent.class, recall.asReader());
    }

    static <E extends ExchangeEvent> Reading payouts(Class<E> asked, Reader<PayoutState, ? super E> reader) {
        return user(asked, (UserState user, E event, long nowMillis) -> reader.read(user.payouts, event, nowMillis));
    }

    static Reading trading(Recall<TradingState> recall) {
        return trading(ExchangeEvent.class, recall.asReader());
    }

    static <E extends ExchangeEvent> Reading trading(Class<E> asked, Reader<TradingState, ? super E> reader) {
        return user(asked, (UserState user, E event, long nowMillis) -> reader.read(user.trading, event, nowMillis));
    }

    static Reading device(Reader<DeviceState, ExchangeEvent> reader) {
        return new Reading(Entity.DEVICE, ExchangeEvent.class, reader);
    }

    static Reading network(Reader<NetworkState, ExchangeEvent> reader) {
        return new Reading(Entity.NETWORK, ExchangeEvent.class, reader);
    }

    static Reading source(Reader<SourceState, ExchangeEvent> reader) {
        return new Reading(Entity.SOURCE, ExchangeEvent.class, reader);
    }

    static Reading address(Reader<AddressState, ExchangeEvent.Withdrawal> reader) {
        return new Reading(Entity.ADDRESS, ExchangeEvent.Withdrawal.class, reader);
    }

    static Reading symbol(Reader<SymbolState, ExchangeEvent.Order> reader) {
        return new Reading(Entity.SYMBOL, ExchangeEvent.Order.class, reader);
    }
}
