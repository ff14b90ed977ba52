package firedrill.ingest.exchange;

import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.Ticket;
import firedrill.ingest.event.Ticket.Kind;
import firedrill.ingest.market.Asset;
import firedrill.ingest.population.Draft;
import firedrill.ingest.population.Session;

/**
 * The top of the order book of each coin, as a formula: what a market order costs beyond the middle price, and how much of
 * a limit order trades. It depends on the order, the coin and the depth of the moment, never on who came before, so that
 * stopping one order changes no other.
 */
final class Book {

    private Book() {}

    /** The ticket of an order of {@code cents}, in a book that is {@code depthShare} of its usual depth. */
    static Ticket ticket(Session session, Draft draft, long cents, double depthShare) {
        return new Ticket(
                draft.kind(),
                draft.kind() == Kind.LIMIT
                        ? draft.offBps()
                        : Math.max(draft.offBps(), offBps(draft, cents, depthShare)),
                draft.counterpartyId(),
                draft.cancelledCents(),
                draft.apiKeyId(),
                session.networkId());
    }

    /** Half the spread, and down the book in proportion to the size; both grow as makers withdraw. */
    private static double offBps(Draft draft, long cents, double depthShare) {
        double own = halfSpreadBps(draft.asset()) + Assumptions.DEPTH_BPS * cents / depthCents(draft.asset());
        return Math.min(Assumptions.MOST_OFF_BPS, own / depthShare);
    }

    /** The part of an order that trades, in [0, 1]: all of a market order, less of a limit order the farther it rests. */
    static double tradedShare(Ticket ticket) {
        if (ticket.kind() == Kind.MARKET) {
            return 1;
        }
        double beyondBps = Math.max(0, ticket.offBps() - Assumptions.LIMIT_TRADES_WITHIN_BPS);
        double share = StrictMath.exp(-beyondBps / Assumptions.LIMIT_TRADES_BPS);
        return share < Assumptions.LIMIT_LEAST_TRADED ? 0 : share;
    }

    /** What a trade leaves of its worth, before the fee, in [0, 1]; a limit order waits for the middle price. */
    static double keptShare(Side side, Ticket ticket) {
        if (ticket.kind() == Kind.LIMIT) {
            return 1;
        }
        double off = ticket.offBps() / 10_000;
        return side == Side.BUY ? 1 / (1 + off) : Math.max(0, 1 - off);
    }

    private static double halfSpreadBps(Asset coin) {
        return switch (coin) {
            case CASH, BTC -> Assumptions.HALF_SPREAD_BTC_BPS;
            case ETH -> Assumptions.HALF_SPREAD_ETH_BPS;
            case SOL -> Assumptions.HALF_SPREAD_SOL_BPS;
            case PUMP -> Assumptions.HALF_SPREAD_PUMP_BPS;
        };
    }

    private static double depthCents(Asset coin) {
        return switch (coin) {
            case CASH, BTC -> Assumptions.DEPTH_BTC_CENTS;
            case ETH -> Assumptions.DEPTH_ETH_CENTS;
            case SOL -> Assumptions.DEPTH_SOL_CENTS;
            case PUMP -> Assumptions.DEPTH_PUMP_CENTS;
        };
    }
}
