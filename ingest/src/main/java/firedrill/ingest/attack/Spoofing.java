package firedrill.ingest.attack;

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
        LOGIN,
        WHEN
    }

    private final Ground ground;
    private final Dice dice;

    Spoofing(Ground ground) {
        this.ground = ground;
        dice = ground.dice("attack.spoof");
    }

    @Override
    public void begin(Strike strike) {
        long key = strike.key();
        User account = strike.ring().account(dice.uniform(key, Question.ACCOUNT), 0);
        Session session = ground.kit().session(strike, account, 0, strike.atMillis());
        ground.loginAt(strike.atMillis(), account, session, key);
        boolean isKnown = dice.happens(Footprints.SPOOF_IN_FAVOURITE, key, Question.COIN);
        Asset coin = isKnown ? account.favourite() : Asset.COINS.get(1 + dice.below(3, ~key, Question.COIN));
        boolean showsSales = dice.happens(0.5, key, Question.SIDE);
        var crime = new Crime(ground, strike, Harm.ofMarketOrders(Footprints.SPOOF_HARM));
        int count = Footprints.SPOOF_LEAST_ORDERS + dice.below(Footprints.SPOOF_MORE_ORDERS, key, Question.COUNT);
        long at = strike.atMillis() + dice.sinceLogin(key, Question.LOGIN);
        for (int i = 0; i < count; i++) {
            var ask = new Ask(account, session, key + i, crime);
            ground.at(at, () -> show(ask, coin, showsSales ? Side.SELL : Side.BUY));
            at += (long) (dice.between(0.3, 3, key + i, Question.WHEN) * SECOND_MILLIS);
        }
        var taker = new Ask(account, session, key + count, crime);
        long takes = at + (long) (dice.between(3, 25, key, Question.WHEN) * SECOND_MILLIS);
        ground.at(takes, () -> take(taker, crime, coin, showsSales ? Side.BUY : Side.SELL));
    }

    private void show(Ask ask, Asset coin, Side side) {
        double share = dice.between(Footprints.SPOOF_SIZE_LEAST, Footprints.SPOOF_SIZE_MOST, ask.key(), Question.SIZE);
        double offBps =
                dice.between(Footprints.SPOOF_OFF_LEAST_BPS, Footprints.SPOOF_OFF_MOST_BPS, ask.key(), Question.OFF);
        ground.floor().order(ask, Draft.limit(coin, side, ground.shareCents(ask.user(), coin, side, share), offBps));
    }

    private void take(Ask ask, Crime crime, Asset coin, Side side) {
        double share =
                dice.between(Footprints.SPOOF_TAKES_LEAST, Footprints.SPOOF_TAKES_MOST, ask.key(), Question.TAKES);
        Draft draft = Draft.market(coin, side, ground.shareCents(ask.user(), coin, side, share));
        ground.floor().order(ask, draft.afterCancelling(crime.takeQuotesAway()));
    }
}
