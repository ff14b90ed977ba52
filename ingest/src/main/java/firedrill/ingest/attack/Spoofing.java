package firedrill.ingest.attack;

import firedrill.ingest.chance.Draws;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.market.Asset;
import firedrill.ingest.population.Ask;
import firedrill.ingest.population.Draft;
import firedrill.ingest.population.Session;
import firedrill.ingest.population.User;

/**
 * T11: large orders are shown on one side, away from the best price, and cancelled within seconds, when the market has
 * leant away from them; a smaller order on the other side takes the better price.
 */
final class Spoofing implements Scheme {

    private static final long SECOND_MILLIS = 1_000;

    private enum Question {
        ACCOUNT,
        COIN,
        SIDE,
        COUNT,
        SIZE,
        OFF,
        TAKES,
        WHEN
    }

    private final Ground ground;
    private final Draws draws;

    Spoofing(Ground ground) {
        this.ground = ground;
        draws = ground.chance().about("attack.spoof");
    }

    @Override
    public void begin(Strike strike) {
        if (strike.ring().accounts().isEmpty()) {
            return;
        }
        long key = strike.key();
        User account = strike.ring().account(draws.uniform(key, Question.ACCOUNT.ordinal()), 0);
        Session session = ground.kit().session(strike, account, 0, strike.atMillis());
        ground.floor().at(strike.atMillis(), () -> ground.login(account, session, key));
        Asset coin = Asset.COINS.get(1 + draws.below(3, key, Question.COIN.ordinal()));
        boolean showsSales = draws.happens(0.5, key, Question.SIDE.ordinal());
        var crime = new Crime(ground, strike, Harm.ofMarketOrders(Assumptions.SPOOF_HARM));
        int count = Assumptions.SPOOF_LEAST_ORDERS
                + draws.below(Assumptions.SPOOF_MORE_ORDERS, key, Question.COUNT.ordinal());
        long at = strike.atMillis() + 20 * SECOND_MILLIS;
        for (int i = 0; i < count; i++) {
            var ask = new Ask(account, session, key + i, crime);
            ground.floor().at(at, () -> show(ask, coin, showsSales ? Side.SELL : Side.BUY));
            at += (long) (draws.between(0.3, 3, key + i, Question.WHEN.ordinal()) * SECOND_MILLIS);
        }
        var taker = new Ask(account, session, key + count, crime);
        long takes = at + (long) (draws.between(3, 25, key, Question.WHEN.ordinal()) * SECOND_MILLIS);
        ground.floor().at(takes, () -> take(taker, crime, coin, showsSales ? Side.BUY : Side.SELL));
    }

    private void show(Ask ask, Asset coin, Side side) {
        double share = draws.between(
                Assumptions.SPOOF_SIZE_LEAST, Assumptions.SPOOF_SIZE_MOST, ask.key(), Question.SIZE.ordinal());
        double offBps = draws.between(
                Assumptions.SPOOF_OFF_LEAST_BPS, Assumptions.SPOOF_OFF_MOST_BPS, ask.key(), Question.OFF.ordinal());
        ground.floor().order(ask, Draft.limit(coin, side, cents(ask.user(), coin, side, share), offBps));
    }

    private void take(Ask ask, Crime crime, Asset coin, Side side) {
        double share = draws.between(
                Assumptions.SPOOF_TAKES_LEAST, Assumptions.SPOOF_TAKES_MOST, ask.key(), Question.TAKES.ordinal());
        Draft draft = Draft.market(coin, side, cents(ask.user(), coin, side, share));
        ground.floor().order(ask, draft.afterCancelling(crime.takeQuotesAway()));
    }

    private long cents(User account, Asset coin, Side side, double share) {
        Asset sold = side == Side.SELL ? coin : Asset.CASH;
        return (long) (share * account.wallet().freeCents(sold, ground.floor().prices()));
    }
}
