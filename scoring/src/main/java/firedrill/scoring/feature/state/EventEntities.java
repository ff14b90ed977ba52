package firedrill.scoring.feature.state;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Order;

/** Ids of the entities that an event involves beside its user and its device; 0 stands for none. */
public final class EventEntities {

    /** The network whose state the event reads. Orders read none, which saves nearly all events an operator. */
    public static long networkOf(ExchangeEvent event) {
        return event.isOrder() ? 0 : event.networkId();
    }

    /**
     * The funding source whose state the event reads: a deposit's own, and that of the money which a withdrawal takes
     * out.
     *
     * @param lastSourceId source of the user's last deposit, as {@code UserState.sourceId} has it after {@code event}
     */
    public static long sourceOf(ExchangeEvent event, long lastSourceId) {
        return event.isDeposit() || event.isWithdrawal() ? lastSourceId : 0;
    }

    /** The symbol whose state the event reads, if it is thinly traded. */
    public static long illiquidSymbolOf(ExchangeEvent event) {
        String symbol = symbolOf(event);
        return symbol.isEmpty() || LiquidSymbols.contains(symbol) ? 0 : symbolId(symbol);
    }

    /** The traded symbol; empty unless the event is an order. */
    private static String symbolOf(ExchangeEvent event) {
        return event.match(login -> "", credentialChange -> "", deposit -> "", Order::symbol, withdrawal -> "");
    }

    /** An id for a symbol, above 0; the same on every machine. */
    public static long symbolId(String symbol) {
        return Integer.toUnsignedLong(symbol.hashCode()) + 1;
    }

    private EventEntities() {}
}
