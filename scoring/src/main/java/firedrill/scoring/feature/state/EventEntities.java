package firedrill.scoring.feature.state;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Login;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.scoring.feature.UserState;
import java.util.Set;

/** Which entities an event touches, beyond its user and its device; 0 stands for none. */
public final class EventEntities {

    /** Traded by so many that who bought in the last minute says nothing, and one memory would be a bottleneck. */
    private static final Set<String> LIQUID_SYMBOLS = Set.of("BTC-USD", "ETH-USD", "SOL-USD");

    /** The address that receives. */
    public static long addressOf(ExchangeEvent event) {
        return event instanceof Withdrawal withdrawal ? withdrawal.addressId() : 0;
    }

    /** The network whose memory is asked: an order's is not, which saves nearly all events a hop. */
    public static long networkOf(ExchangeEvent event) {
        return event instanceof Order ? 0 : originNetworkOf(event);
    }

    /**
     * The funding source whose memory is asked: a deposit's own, and that of a withdrawal's money.
     *
     * @param ofUser the source of the user's last deposit, as {@link UserState#sourceId} tells it once the user has
     *     observed {@code event}
     */
    public static long sourceOf(ExchangeEvent event, long ofUser) {
        return event instanceof Deposit || event instanceof Withdrawal ? ofUser : 0;
    }

    /** The coin whose memory is asked, if it is thinly traded. */
    public static long illiquidSymbolOf(ExchangeEvent event) {
        return event instanceof Order order && !LIQUID_SYMBOLS.contains(order.symbol()) ? symbolId(order.symbol()) : 0;
    }

    /** Where the event came from. */
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
