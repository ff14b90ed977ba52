package firedrill.scoring.feature.state;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Login;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;

/** Ids of the entities that an event involves beside its user and its device; 0 stands for none. */
public final class EventEntities {

    /** The address that receives. */
    public static long addressOf(ExchangeEvent event) {
        return event instanceof Withdrawal withdrawal ? withdrawal.addressId() : 0;
    }

    /** The network whose state the event reads. Orders read none, which saves nearly all events an operator. */
    public static long networkOf(ExchangeEvent event) {
        return event instanceof Order ? 0 : originNetworkOf(event);
    }

    /**
     * The funding source whose state the event reads: a deposit's own, and that of the money which a withdrawal takes
     * out.
     *
     * @param lastSourceId source of the user's last deposit, as {@code UserState.sourceId} has it after {@code event}
     */
    public static long sourceOf(ExchangeEvent event, long lastSourceId) {
        return event instanceof Deposit || event instanceof Withdrawal ? lastSourceId : 0;
    }

    /** The symbol whose state the event reads, if it is thinly traded. */
    public static long illiquidSymbolOf(ExchangeEvent event) {
        return event instanceof Order order && !LiquidSymbols.contains(order.symbol()) ? symbolId(order.symbol()) : 0;
    }

    /** The network that the event came from. */
    public static long originNetworkOf(ExchangeEvent event) {
        if (event instanceof Order order) {
            return order.details().networkId();
        }
        if (event instanceof Login login) {
            return login.networkId();
        }
        return event instanceof Withdrawal withdrawal ? withdrawal.networkId() : 0;
    }

    /** An id for a symbol, above 0; the same on every machine. */
    public static long symbolId(String symbol) {
        return Integer.toUnsignedLong(symbol.hashCode()) + 1;
    }

    private EventEntities() {}
}
