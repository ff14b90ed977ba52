package firedrill.ingest.population;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Draws;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.market.Asset;
import firedrill.ingest.market.Prices;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How honest programs trade, from the servers where they run. Market makers rest close to the best price on either side,
 * cancel most of it, and end up holding no more than they began with; now and then they take a price to get there. Others move a portfolio back to its shares within
 * seconds, over several coins, and may sell all of it in a fall: so does a thief with a stolen key.
 */
final class Programs {

    private static final long SECOND_MILLIS = TimeUnit.SECONDS.toMillis(1);
    private static final List<Asset> COINS = Asset.COINS;

    private enum Question {
        COIN,
        SHARE,
        OFF,
        CANCELS,
        STOPS_OUT,
        COUNT,
        MAKER,
        OLD_KEY,
        BASKET,
        TAKES
    }

    private final Population population;
    private final Floor floor;
    private final Sessions sessions;
    private final Asker honest;
    private final Draws draws;
    private final Draws parts;

    Programs(Population population, Floor floor, Sessions sessions, Asker honest, Chance chance) {
        this.population = population;
        this.floor = floor;
        this.sessions = sessions;
        this.honest = honest;
        draws = chance.about("population.program");
        parts = chance.about("population.program.part");
    }

    /** One of a market maker's many quotes, on the side that brings its stock back to even. */
    void quote(User user, long key) {
        Prices prices = floor.prices();
        Asset coin = COINS.get(draws.below(COINS.size(), key, Question.COIN.ordinal()));
        long coinCents = user.wallet().freeCents(coin, prices);
        long cashCents = user.wallet().freeCents(Asset.CASH, prices) / COINS.size();
        Side side = coinCents > cashCents ? Side.SELL : Side.BUY;
        double share = draws.between(0.02, 0.1, key, Question.SHARE.ordinal());
        long notionalCents = (long) (share * Math.max(coinCents, cashCents));
        double offBps = draws.between(0, Ways.MAKER_MOST_OFF_BPS, key, Question.OFF.ordinal());
        double cancels = draws.exponential(Ways.MAKER_CANCELS, key, Question.CANCELS.ordinal());
        long cancelledCents = (long) (cancels * notionalCents / floor.market().depthShare());
        Draft quote = draws.happens(Ways.MAKER_TAKES, key, Question.TAKES.ordinal())
                ? Draft.market(coin, side, notionalCents)
                : Draft.limit(coin, side, notionalCents, offBps);
        floor.order(ask(user, key), quote.afterCancelling(cancelledCents).by(sessions.apiKey(user)));
    }

    /** Whether a user without a program at work wakes the key of an old one for this trade. */
    boolean wakes(User user, long key) {
        return draws.happens(Ways.OLD_KEYS, user.id(), Question.OLD_KEY.ordinal())
                && draws.happens(Ways.WAKES_OLD_KEY, key, Question.OLD_KEY.ordinal());
    }

    /** A burst of orders, seconds apart; everything is sold if the price falls, or if the strategy says so. */
    void rebalance(User user, long key) {
        boolean isFall = floor.market().returnZ() < Ways.A_FALL_Z;
        double sellsOut = isFall ? Ways.PROGRAM_STOPS_OUT : Ways.PROGRAM_TURNS_TO_CASH;
        if (draws.happens(sellsOut, key, Question.STOPS_OUT.ordinal())) {
            for (int i = 0; i < COINS.size(); i++) {
                later(user, COINS.get(i), Side.SELL, 1, parts.bits(key, i), i);
            }
            return;
        }
        int count = 2 + draws.below(3, key, Question.COUNT.ordinal());
        int first = draws.below(COINS.size(), key, Question.COIN.ordinal());
        for (int i = 0; i < count; i++) {
            Asset coin = COINS.get((first + i) % COINS.size());
            double share = draws.between(0.1, 0.5, key, Question.SHARE.ordinal() + 10L * i);
            later(user, coin, i % 2 == 0 ? Side.SELL : Side.BUY, share, parts.bits(key, i), i);
        }
    }

    /** Some programs send all orders at once, others one after the other. */
    private void later(User user, Asset coin, Side side, double share, long key, int number) {
        boolean isBasket = draws.happens(Ways.PROGRAM_SENDS_BASKETS, user.id(), Question.BASKET.ordinal());
        double gapSeconds = isBasket ? draws.between(0.1, 1, key, 0) : draws.between(1, 20, key, 0);
        long afterMillis = (long) (number * gapSeconds * SECOND_MILLIS);
        floor.at(floor.nowMillis() + afterMillis, () -> order(user, coin, side, share, key));
    }

    private void order(User user, Asset coin, Side side, double share, long key) {
        Asset sold = side == Side.SELL ? coin : Asset.CASH;
        long notionalCents = (long) (share * user.wallet().freeCents(sold, floor.prices()));
        long apiKey = user.habit().hasKey() ? sessions.apiKey(user) : sessions.oldKey(user);
        Draft draft = Draft.market(coin, side, notionalCents).by(apiKey);
        long makerId = population.thinBookMaker(draws.uniform(key, Question.MAKER.ordinal()));
        floor.order(ask(user, key), coin == Asset.PUMP ? draft.with(makerId) : draft);
    }

    private Ask ask(User user, long key) {
        return new Ask(user, sessions.byProgram(user, floor.nowMillis()), key, honest);
    }
}
