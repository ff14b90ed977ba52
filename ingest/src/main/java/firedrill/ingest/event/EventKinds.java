package firedrill.ingest.event;

import firedrill.ingest.event.ExchangeEvent.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import java.util.Optional;

/** An event as one of its kinds, for code that concerns a single kind. */
public final class EventKinds {

    /** The event if it is an order or a withdrawal, historical or not. */
    public static Optional<DecisionRequest> request(ExchangeEvent event) {
        return event.match(
                login -> Optional.empty(),
                credentialChange -> Optional.empty(),
                deposit -> Optional.empty(),
                Optional::of,
                Optional::of);
    }

    public static Optional<Order> order(ExchangeEvent event) {
        return event.match(
                login -> Optional.empty(),
                credentialChange -> Optional.empty(),
                deposit -> Optional.empty(),
                Optional::of,
                withdrawal -> Optional.empty());
    }

    public static Optional<Withdrawal> withdrawal(ExchangeEvent event) {
        return event.match(
                login -> Optional.empty(),
                credentialChange -> Optional.empty(),
                deposit -> Optional.empty(),
                order -> Optional.empty(),
                Optional::of);
    }

    public static Optional<Deposit> deposit(ExchangeEvent event) {
        return event.match(
                login -> Optional.empty(),
                credentialChange -> Optional.empty(),
                Optional::of,
                order -> Optional.empty(),
                withdrawal -> Optional.empty());
    }

    public static boolean isOrder(ExchangeEvent event) {
        return event.match(
                login -> false, credentialChange -> false, deposit -> false, order -> true, withdrawal -> false);
    }

    public static boolean isWithdrawal(ExchangeEvent event) {
        return event.match(
                login -> false, credentialChange -> false, deposit -> false, order -> false, withdrawal -> true);
    }

    public static boolean isDeposit(ExchangeEvent event) {
        return event.match(
                login -> false, credentialChange -> false, deposit -> true, order -> false, withdrawal -> false);
    }

    /** Name of the kind in camel case, for metrics; independent of class names. */
    public static String name(ExchangeEvent event) {
        return event.match(
                login -> "Login",
                credentialChange -> "CredentialChange",
                deposit -> "Deposit",
                order -> "Order",
                withdrawal -> "Withdrawal");
    }

    private EventKinds() {}
}
