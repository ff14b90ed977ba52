package firedrill.ingest.event;

import firedrill.ingest.event.ExchangeEvent.CredentialChange;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Login;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The kinds of event. A new kind does not compile until each caller handles it. */
public sealed interface EventCases permits ExchangeEvent {

    /** The result of the one function that fits. */
    <R> R match(
            Function<? super Login, ? extends R> login,
            Function<? super CredentialChange, ? extends R> credentialChange,
            Function<? super Deposit, ? extends R> deposit,
            Function<? super Order, ? extends R> order,
            Function<? super Withdrawal, ? extends R> withdrawal);

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
}
