package firedrill.ingest.attack;

import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.market.Asset;
import firedrill.ingest.population.Ask;
import firedrill.ingest.population.Draft;
import firedrill.ingest.population.Session;
import firedrill.ingest.population.User;
import java.util.List;

/**
 * T10: two accounts of a ring trade back and forth with each other in regular sizes, and end where they began. One rests
 * what the other takes, or both take.
 */
final class WashTrading implements Scheme {

    /** Where a ring would show volume: the smaller, the better. */
    private static final List<Asset> COINS = List.of(Asset.PUMP, Asset.PUMP, Asset.SOL, Asset.SOL, Asset.ETH);

    private enum Question {
        PAIR,
        COIN,
        COUNT,
        SIZE,
        JITTER,
        MEETS,
        RESTS,
        OFF,
        LOGIN,
        PAUSE
    }

    private final Ground ground;
    private final Dice dice;

    WashTrading(Ground ground) {
        this.ground = ground;
        dice = ground.dice("attack.wash");
    }

    @Override
    public void begin(Strike strike) {
        long key = strike.key();
        double place = dice.uniform(key, Question.PAIR);
        User one = strike.ring().account(place, 0);
        User other = strike.ring().account(place, 1);
        Asset coin = COINS.get(dice.below(COINS.size(), key, Question.COIN));
        Session session = ground.kit().session(strike, one, 0, strike.atMillis());
        ground.loginAt(strike.atMillis(), one, session, key);
        int count = Footprints.WASH_LEAST_TRADES + dice.below(Footprints.WASH_MORE_TRADES, key, Question.COUNT);
        double share = dice.between(Footprints.WASH_SIZE_LEAST, Footprints.WASH_SIZE_MOST, key, Question.SIZE);
        var crime = new Crime(ground, strike, Harm.ofMarketOrders(Footprints.WASH_HARM));
        long at = strike.atMillis() + dice.sinceLogin(key, Question.LOGIN);
        for (int i = 0; i < count; i++) {
            User account = i % 4 < 2 ? one : other;
            User partner = account == one ? other : one;
            Side side = i % 2 == 0 ? Side.BUY : Side.SELL;
            var ask = new Ask(account, ground.kit().session(strike, account, i % 2, strike.atMillis()), key + i, crime);
            ground.at(at, () -> trade(ask, coin, side, share, partner.id()));
            at += dice.about(Footprints.WASH_MEAN_SECONDS / 60, key + i, Question.PAUSE);
        }
    }

    private void trade(Ask ask, Asset coin, Side side, double share, long partner) {
        long key = ask.key();
        double jitter = Footprints.WASH_SIZE_JITTER * dice.between(-1, 1, key, Question.JITTER);
        long cents = (long) (share * (1 + jitter) * ask.user().wealthCents() / 2);
        boolean rests = dice.happens(Footprints.WASH_RESTS, key, Question.RESTS);
        double offBps = dice.between(0, Footprints.WASH_RESTS_MOST_OFF_BPS, key, Question.OFF);
        Draft draft = rests ? Draft.limit(coin, side, cents, offBps) : Draft.market(coin, side, cents);
        boolean meets = dice.happens(Footprints.WASH_MEETS, key, Question.MEETS);
        ground.floor().order(ask, meets ? draft.with(partner) : draft);
    }
}
