package firedrill.ingest.attack;

import firedrill.ingest.chance.Draws;
import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.market.Asset;
import firedrill.ingest.population.Ask;
import firedrill.ingest.population.Draft;
import firedrill.ingest.population.User;

/**
 * T12: insiders buy the small coin quietly over hours; then many accounts of the ring buy it within seconds, each at a
 * worse price; the insiders sell to whoever follows. The harm is in what the insiders sell.
 */
final class PumpAndDump implements Scheme {

    private static final long SECOND_MILLIS = 1_000;
    private static final int SALES = 2;

    private enum Question {
        FIRST,
        BUYS,
        SIZE,
        WHEN,
        OFF,
        SELLS
    }

    private final Ground ground;
    private final Draws draws;
    private final Delays delays;

    PumpAndDump(Ground ground) {
        this.ground = ground;
        draws = ground.chance().about("attack.pump");
        delays = new Delays(draws);
    }

    @Override
    public void begin(Strike strike) {
        if (strike.ring().accounts().isEmpty()) {
            return;
        }
        long key = strike.key();
        double first = draws.uniform(key, Question.FIRST.ordinal());
        long pumps = strike.atMillis()
                + delays.between(
                        Assumptions.PUMP_ACCUMULATES_MINUTES,
                        2 * Assumptions.PUMP_ACCUMULATES_MINUTES,
                        key,
                        Question.WHEN.ordinal());
        for (int i = 0; i < Assumptions.PUMP_INSIDERS; i++) {
            accumulate(strike, strike.ring().account(first, i), draws.bits(key, i), pumps);
        }
        for (int i = 0; i < Assumptions.PUMP_BUYERS; i++) {
            int step = Assumptions.PUMP_INSIDERS + i;
            pump(strike, strike.ring().account(first, step), draws.bits(key, step), pumps);
        }
    }

    private void accumulate(Strike strike, User insider, long key, long pumpsMillis) {
        var crime = new Crime(ground, strike, PumpAndDump::soldByInsiders);
        long hours = pumpsMillis - strike.atMillis();
        int buys = 2 + draws.below(2, key, Question.BUYS.ordinal());
        for (int i = 0; i < buys; i++) {
            long at = strike.atMillis() + (long) (hours * draws.between(0, 0.9, key + i, Question.WHEN.ordinal()));
            double share = draws.between(0.05, 0.15, key + i, Question.SIZE.ordinal());
            ground.floor().at(at, () -> buy(ask(strike, insider, at, crime), share, 0));
        }
        long sells = pumpsMillis + (long) (draws.between(20, 80, key, Question.SELLS.ordinal()) * SECOND_MILLIS);
        for (int i = 0; i < SALES; i++) {
            long at = sells + 15L * i * SECOND_MILLIS;
            boolean isLast = i == SALES - 1;
            ground.floor().at(at, () -> sell(ask(strike, insider, at, crime), isLast ? 1 : 0.5));
        }
    }

    private void pump(Strike strike, User buyer, long key, long pumpsMillis) {
        double seconds = draws.between(0, Assumptions.PUMP_SECONDS, key, Question.WHEN.ordinal());
        long at = pumpsMillis + (long) (seconds * SECOND_MILLIS);
        double offBps = Assumptions.PUMP_OFF_LEAST_BPS
                + (Assumptions.PUMP_OFF_MOST_BPS - Assumptions.PUMP_OFF_LEAST_BPS)
                        * (seconds / Assumptions.PUMP_SECONDS)
                        * draws.between(0.6, 1, key, Question.OFF.ordinal());
        var crime = new Crime(ground, strike, event -> 0);
        double share = draws.between(0.08, 0.4, key, Question.SIZE.ordinal());
        ground.floor().at(at, () -> buy(ask(strike, buyer, at, crime), share, offBps));
    }

    private Ask ask(Strike strike, User account, long atMillis, Crime crime) {
        long key = draws.bits(account.id(), atMillis);
        return new Ask(account, ground.kit().session(strike, account, 0, atMillis), key, crime);
    }

    private void buy(Ask ask, double share, double offBps) {
        long cents = (long) (share
                * ask.user().wallet().freeCents(Asset.CASH, ground.floor().prices()));
        ground.floor().order(ask, Draft.market(Asset.PUMP, Side.BUY, cents).off(offBps));
    }

    private void sell(Ask ask, double share) {
        long cents = (long) (share
                * ask.user().wallet().freeCents(Asset.PUMP, ground.floor().prices()));
        ground.floor().order(ask, Draft.market(Asset.PUMP, Side.SELL, cents));
    }

    private static long soldByInsiders(Decided event) {
        boolean isSale = event instanceof Order order && order.side() == Side.SELL;
        return isSale ? Math.round(Assumptions.PUMP_HARM * event.amountCents()) : 0;
    }
}
