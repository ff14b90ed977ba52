package firedrill.ingest.event;

import java.util.function.Function;

/** An order or a withdrawal: waits for a decision unless it is historical. */
public sealed interface DecisionRequest extends ExchangeEvent permits ExchangeEvent.Order, ExchangeEvent.Withdrawal {

    Account account();

    /** Dollars that move if it is let through, in cents. */
    long amountCents();

    /** Whether the event is part of the backfilled history: already settled, evidence only, never decided. */
    boolean isHistorical();

    @Override
    default boolean requiresDecision() {
        return !isHistorical();
    }

    /** Handles both kinds of request; a new kind does not compile until each caller handles it. */
    <R> R match(Function<? super Order, ? extends R> order, Function<? super Withdrawal, ? extends R> withdrawal);
}
