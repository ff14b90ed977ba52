package firedrill.ingest.attack;

import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.market.Asset;
import firedrill.ingest.population.Ask;
import firedrill.ingest.population.Draft;
import firedrill.ingest.population.Rush;
import firedrill.ingest.population.User;
import java.util.List;

/**
 * T12: insiders turn other coins into cash and buy the small coin quietly over hours, some of it by resting bids; then many
 * accounts of the ring buy it within seconds, each at a worse price, perhaps on the day's news; the insiders sell to
 * whoever follows. The harm is in what the insiders sell of it.
 */
final class PumpAndDump implements Scheme {

    private static final long SECOND_MILLIS = 1_000;
    /** What traders hold beside the small coin and cash. */
    private static final List<Asset> OTHERS = List.of(Asset.ETH, Asset.SOL);

    private enum Question {
        FIRST,
        NEWS,
        RAISES,
        RAISED,
        BUYS,
        SIZE,
        WHEN,
        OFF,
        RESTS,
        SELLS,
        MEETS,
        LEAVES
    }

    private final Ground ground;
    private final Dice dice;

    PumpAndDump(Ground ground) {
        this.ground = ground;
        dice = ground.dice("attack.pump");
    }

    @Override
    public void begin(Strike strike) {
        long key = strike.key();
        double first = dice.uniform(key, Question.FIRST);
        long pumps = pumpsMillis(strike);
        for (int i = 0; i < Footprints.PUMP_INSIDERS; i++) {
            accumulate(strike, strike.ring().account(first, i), dice.part(key, i), pumps);
        }
        for (int i = 0; i < Footprints.PUMP_BUYERS; i++) {
            int step = Footprints.PUMP_INSIDERS + i;
            pump(strike, strike.ring().account(first, step), dice.part(key, step), pumps);
        }
    }

    private long pumpsMillis(Strike strike) {
        long ready = strike.atMillis()
                + dice.minutes(
                        Footprints.PUMP_ACCUMULATES_MINUTES,
                        2 * Footprints.PUMP_ACCUMULATES_MINUTES,
                        strike.key(),
                        Question.WHEN);
        boolean waits = dice.happens(Footprints.PUMP_WAITS_FOR_NEWS, strike.key(), Question.NEWS);
        return waits ? Rush.next(ground.chance(), ready) + dice.below(60_000, strike.key(), Question.OFF) : ready;
    }

    private void accumulate(Strike strike, User insider, long key, long pumpsMillis) {
        var crime = new Crime(ground, strike, PumpAndDump::soldByInsiders);
        raiseCash(strike, insider, key, strike.atMillis(), crime);
        long quiet = pumpsMillis - strike.atMillis();
        int buys = 2 + dice.below(2, key, Question.BUYS);
        for (int i = 0; i < buys; i++) {
            long part = dice.part(key, i);
            double share = dice.between(0.05, 0.15, part, Question.SIZE);
            long at = strike.atMillis() + (long) (quiet * dice.between(0.05, 0.9, part, Question.WHEN));
            ground.at(at, () -> trade(ask(strike, insider, at, crime), Side.BUY, share, part));
        }
        long sells = pumpsMillis + (long) (dice.between(20, 80, key, Question.SELLS) * SECOND_MILLIS);
        for (int i = 0; i < Footprints.PUMP_SALES; i++) {
            long part = dice.part(~key, i);
            double share = i == Footprints.PUMP_SALES - 1 ? 1 : 0.5;
            long at = sells + i * dice.minutes(0.2, 6, part, Question.WHEN);
            ground.at(at, () -> trade(ask(strike, insider, at, crime), Side.SELL, share, part));
        }
        ground.recruits().reserve(insider, sells);
        if (dice.happens(Footprints.PUMP_MOVES_ON, key, Question.LEAVES)) {
            long at = sells + dice.minutes(15, 90, key, Question.LEAVES);
            ground.at(at, () -> moveOn(ask(strike, insider, at, crime), key));
        }
    }

    private void pump(Strike strike, User buyer, long key, long pumpsMillis) {
        double seconds = dice.between(0, Footprints.PUMP_SECONDS, key, Question.WHEN);
        long at = pumpsMillis + (long) (seconds * SECOND_MILLIS);
        double offBps = Footprints.PUMP_OFF_LEAST_BPS
                + (Footprints.PUMP_OFF_MOST_BPS - Footprints.PUMP_OFF_LEAST_BPS)
                        * (seconds / Footprints.PUMP_SECONDS)
                        * dice.between(0.6, 1, key, Question.OFF);
        var crime = new Crime(ground, strike, event -> 0);
        raiseCash(strike, buyer, key, pumpsMillis - dice.minutes(5, 100, key, Question.RAISED), crime);
        double share = dice.between(0.08, 0.4, key, Question.SIZE);
        ground.at(at, () -> buyAway(ask(strike, buyer, at, crime), share, offBps, key));
    }

    /** Sells some of another coin, so that there is cash for the small one. */
    private void raiseCash(Strike strike, User account, long key, long atMillis, Crime crime) {
        if (dice.happens(Footprints.PUMP_RAISES_CASH, key, Question.RAISES)) {
            double share = dice.between(0.1, 0.5, key, Question.RAISED);
            long at = Math.max(strike.atMillis(), atMillis);
            Asset coin = OTHERS.get(dice.below(OTHERS.size(), key, Question.RAISES));
            ground.at(at, () -> ground.sell(ask(strike, account, at, crime), coin, share));
        }
    }

    private Ask ask(Strike strike, User account, long atMillis, Crime crime) {
        long key = dice.draws().bits(account.id(), atMillis);
        return new Ask(account, ground.kit().session(strike, account, 0, atMillis), key, crime);
    }

    /** At the best price, or resting close to it. */
    private void trade(Ask ask, Side side, double share, long key) {
        long cents = ground.shareCents(ask.user(), Asset.PUMP, side, share);
        boolean rests = dice.happens(Footprints.PUMP_RESTS, key, Question.RESTS);
        double offBps = dice.logNormal(Footprints.RESTS_OFF_MEDIAN_BPS, 1, key, Question.OFF);
        Draft draft = rests ? Draft.limit(Asset.PUMP, side, cents, offBps) : Draft.market(Asset.PUMP, side, cents);
        ground.floor().order(ask, inBook(ask, draft, key));
    }

    private Draft inBook(Ask ask, Draft draft, long key) {
        return ground.population().inBook(ask.user(), draft, dice.uniform(key, Question.MEETS));
    }

    private void buyAway(Ask ask, double share, double offBps, long key) {
        long cents = ground.shareCents(ask.user(), Asset.PUMP, Side.BUY, share);
        ground.floor()
                .order(
                        ask,
                        inBook(ask, Draft.market(Asset.PUMP, Side.BUY, cents).off(offBps), key));
    }

    /** Into a coin that is easier to take away. */
    private void moveOn(Ask ask, long key) {
        Asset coin = Asset.COINS.get(dice.below(3, key, Question.LEAVES));
        long cents = ground.shareCents(ask.user(), coin, Side.BUY, dice.between(0.2, 0.7, key, Question.LEAVES));
        ground.floor().order(ask, Draft.market(coin, Side.BUY, cents));
    }

    private static long soldByInsiders(Decided event) {
        boolean isSale = event instanceof Order order
                && order.side() == Side.SELL
                && order.symbol().equals(Asset.PUMP.pair());
        return isSale ? Math.round(Footprints.PUMP_HARM * event.amountCents()) : 0;
    }
}
