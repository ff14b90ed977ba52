package firedrill.ingest.attack;

import firedrill.ingest.chance.Draws;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.market.Asset;
import firedrill.ingest.population.Ask;
import firedrill.ingest.population.Draft;
import firedrill.ingest.population.Session;
import firedrill.ingest.population.User;

/** T10: two accounts of a ring trade back and forth with each other in regular sizes, and end where they began. */
final class WashTrading implements Scheme {

    private enum Question {
        PAIR,
        COIN,
        COUNT,
        SIZE,
        JITTER,
        MEETS,
        PAUSE
    }

    private final Ground ground;
    private final Draws draws;
    private final Delays delays;

    WashTrading(Ground ground) {
        this.ground = ground;
        draws = ground.chance().about("attack.wash");
        delays = new Delays(draws);
    }

    @Override
    public void begin(Strike strike) {
        if (strike.ring().accounts().isEmpty()) {
            return;
        }
        long key = strike.key();
        double place = draws.uniform(key, Question.PAIR.ordinal());
        User one = strike.ring().account(place, 0);
        User other = strike.ring().account(place, 1);
        Asset coin = draws.happens(0.6, key, Question.COIN.ordinal()) ? Asset.PUMP : Asset.SOL;
        Session session = ground.kit().session(strike, one, 0, strike.atMillis());
        ground.floor().at(strike.atMillis(), () -> ground.login(one, session, key));
        int count = Assumptions.WASH_LEAST_TRADES
                + draws.below(Assumptions.WASH_MORE_TRADES, key, Question.COUNT.ordinal());
        double share =
                draws.between(Assumptions.WASH_SIZE_LEAST, Assumptions.WASH_SIZE_MOST, key, Question.SIZE.ordinal());
        var crime = new Crime(ground, strike, Harm.ofMarketOrders(Assumptions.WASH_HARM));
        long at = strike.atMillis() + 30_000;
        for (int i = 0; i < count; i++) {
            boolean isOnes = i % 4 < 2;
            var ask = new Ask(isOnes ? one : other, sessionOf(strike, isOnes ? one : other, i), key + i, crime);
            Side side = i % 2 == 0 ? Side.BUY : Side.SELL;
            boolean meets = draws.happens(Assumptions.WASH_MEETS, key + i, Question.MEETS.ordinal());
            long partner = meets ? (isOnes ? other : one).id() : 0;
            ground.floor().at(at, () -> trade(ask, coin, side, share, partner));
            at += delays.about(Assumptions.WASH_MEAN_SECONDS / 60, key + i, Question.PAUSE.ordinal());
        }
    }

    private Session sessionOf(Strike strike, User account, int number) {
        return ground.kit().session(strike, account, number % 2, strike.atMillis());
    }

    private void trade(Ask ask, Asset coin, Side side, double share, long partner) {
        double jitter = Assumptions.WASH_SIZE_JITTER * draws.between(-1, 1, ask.key(), Question.JITTER.ordinal());
        long cents = (long) (share * (1 + jitter) * ask.user().wealthCents() / 2);
        ground.floor().order(ask, Draft.market(coin, side, cents).with(partner));
    }
}
