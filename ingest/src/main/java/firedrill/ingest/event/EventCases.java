package firedrill.ingest.event;

import firedrill.ingest.event.ExchangeEvent.CredentialChange;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Login;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The kinds of event. A new kind does not compile until each caller handles it. */
public sealed interface EventCases permits ExchangeEvent {

    /** The result of the one function that fits. */
    default <R> R match(
            Function<? super Login, ? extends R> login,
            Function<? super CredentialChange, ? extends R> credentialChange,
            Function<? super Deposit, ? extends R> deposit,
            Function<? super Order, ? extends R> order,
            Function<? super Withdrawal, ? extends R> withdrawal) {
        if (this instanceof Login event) {
            return login.apply(event);
        } else if (this instanceof CredentialChange event) {
            return credentialChange.apply(event);
        } else if (this instanceof Deposit event) {
            return deposit.apply(event);
        } else if (this instanceof Order event) {
            return order.apply(event);
        } else if (this instanceof Withdrawal event) {
            return withdrawal.apply(event);
        } else {
            throw new AssertionError("not a kind of event: " + this);
        }
    }

    /**
     * As {@link #match}, for effects on {@code target}. Functions that take the target as an argument capture nothing,
     * so a call allocates nothing.
     */
    default <T> void dispatch(
            T target,
            BiConsumer<? super T, ? super Login> login,
            BiConsumer<? super T, ? super CredentialChange> credentialChange,
            BiConsumer<? super T, ? super Deposit> deposit,
            BiConsumer<? super T, ? super Order> order,
            BiConsumer<? super T, ? super Withdrawal> withdrawal) {
        if (this instanceof Login event) {
            login.accept(target, event);
        } else if (this instanceof CredentialChange event) {
            credentialChange.accept(target, event);
        } else if (this instanceof Deposit event) {
            deposit.accept(target, event);
        } else if (this instanceof Order event) {
            order.accept(target, event);
        } else if (this instanceof Withdrawal event) {
            withdrawal.accept(target, event);
        } else {
            throw new AssertionError("not a kind of event: " + this);
        }
    }

    /** Whether this is an order. One test of a final class, which inlines where {@link #match} does not. */
    default boolean isOrder() {
        return this instanceof Order;
    }

    default boolean isWithdrawal() {
        return this instanceof Withdrawal;
    }

    default boolean isDeposit() {
        return this instanceof Deposit;
    }

    /** The event if it is an order or a withdrawal, historical or not. */
    default Optional<DecisionRequest> asRequest() {
        return this instanceof DecisionRequest request ? Optional.of(request) : Optional.empty();
    }

    default Optional<Order> asOrder() {
        return this instanceof Order order ? Optional.of(order) : Optional.empty();
    }

    default Optional<Withdrawal> asWithdrawal() {
        return this instanceof Withdrawal withdrawal ? Optional.of(withdrawal) : Optional.empty();
    }

    default Optional<Deposit> asDeposit() {
        return this instanceof Deposit deposit ? Optional.of(deposit) : Optional.empty();
    }

    /** The event's kind, for a switch on the path of every event. */
    EventKind kind();
}
