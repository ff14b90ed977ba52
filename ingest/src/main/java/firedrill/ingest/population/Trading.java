package firedrill.ingest.population;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Draws;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.market.Asset;
import firedrill.ingest.market.Prices;
import java.util.concurrent.TimeUnit;

/**
 * How honest users trade by hand: mostly their favourite coin, some all or nothing, others a part at a time; most sell
 * when the price falls. Programs have their own ways ({@link Programs}).
 */
final class Trading {

    private static final double ALL_AT_ONCE = 0.5;
    private static final long MINUTE_MILLIS = TimeUnit.MINUTES.toMillis(1);

    private enum Question {
        SELLS,
        ALL,
        SHARE,
        DEVICE,
        OTHER_COIN,
        WHICH_COIN,
        RESTS,
        OFF,
        MEETS_MAKER,
        WHICH_MAKER,
        CHASES,
        TRIPS,
        TRIP_TIME,
        LOGS_IN,
        LOGIN_TO_TRADE,
        WAITED,
        CANCELLED
    }

    private final Population population;
    private final Floor floor;
    private final Sessions sessions;
    private final Asker honest;
    private final Draws draws;
    private final Draws parts;
    private final Programs programs;
    private final Instalments instalments;

    Trading(Population population, Floor floor, Sessions sessions, Asker honest, Chance chance) {
        this.population = population;
        this.floor = floor;
        this.sessions = sessions;
        this.honest = honest;
        draws = chance.about("population.trade");
        parts = chance.about("population.trade.part");
        programs = new Programs(population, floor, sessions, honest, chance);
        instalments = new Instalments(chance);
    }

    void trade(User user, long key) {
        switch (user.habit()) {
            case MAKER -> programs.quote(user, key);
            case PROGRAM -> programs.rebalance(user, key);
            case FEE_CHASER -> {
                if (happens(Ways.CHASES, key, Question.CHASES)) {
                    chase(user, key);
                } else {
                    inSession(user, key);
                }
            }
            case SAVER -> {
                Draft draft = Draft.market(user.favourite(), Side.BUY, instalments.of(user));
                floor.order(ask(user, user.mainDevice(), key), draft);
            }
            case ORDINARY, WHALE, NEWCOMER, CLAIMER -> {
                if (programs.wakes(user, key)) {
                    programs.rebalance(user, key);
                } else {
                    inSession(user, key);
                }
            }
        }
    }

    /** Logs in first, or trades in a session that is open. */
    private void inSession(User user, long key) {
        if (!happens(Ways.LOGS_IN_TO_TRADE, key, Question.LOGS_IN)) {
            byHand(user, key);
            return;
        }
        Session session = sessions.inPerson(user, device(user, key), key, floor.nowMillis());
        floor.login(user, session, sessions.shown(user, false, key));
        double minutes = draws.exponential(Ways.LOGIN_TO_TRADE_MEAN_MINUTES, key, Question.LOGIN_TO_TRADE.ordinal());
        floor.at(floor.nowMillis() + (long) (minutes * MINUTE_MILLIS), () -> byHand(user, key));
    }

    private long device(User user, long key) {
        return user.devices().pick(uniform(key, Question.DEVICE));
    }

    private void byHand(User user, long key) {
        Prices prices = floor.prices();
        Asset coin = coin(user, key);
        boolean isFall = floor.market().returnZ() < Ways.A_FALL_Z;
        boolean sells = happens(isFall ? Ways.SELLS_IN_A_FALL : 0.5, key, Question.SELLS);
        if (sells && user.wallet().freeCents(coin, prices) < Floor.LEAST_CENTS) {
            coin = user.wallet().largestCoin(prices);
            sells = user.wallet().freeCents(coin, prices) >= Floor.LEAST_CENTS;
        } else if (!sells && user.wallet().freeCents(Asset.CASH, prices) < Floor.LEAST_CENTS) {
            coin = user.wallet().largestCoin(prices);
            sells = true;
        }
        long freeCents = user.wallet().freeCents(sells ? coin : Asset.CASH, prices);
        boolean isAll = user.isConcentrated() && happens(ALL_AT_ONCE, key, Question.ALL);
        double share = isAll ? 1 : part(uniform(key, Question.SHARE));
        Draft draft = draft(user, coin, sells ? Side.SELL : Side.BUY, (long) (share * freeCents), key);
        floor.order(ask(user, device(user, key), key), draft);
    }

    /** Mostly little, seldom nearly everything. */
    private static double part(double uniform) {
        return Ways.LEAST_PART + (Ways.MOST_PART - Ways.LEAST_PART) * uniform * uniform;
    }

    private Draft draft(User user, Asset coin, Side side, long notionalCents, long key) {
        Draft draft = taking(coin, side, notionalCents, key);
        if (happens(Ways.RESTS, key, Question.RESTS)) {
            double offBps =
                    draws.logNormal(Ways.RESTS_OFF_MEDIAN_BPS, Ways.RESTS_OFF_SIGMA, key, Question.OFF.ordinal());
            draft = Draft.limit(coin, side, notionalCents, offBps);
        }
        return population.inBook(user, draft, uniform(key, Question.MEETS_MAKER));
    }

    /** Takes the price, some after waiting in vain for a better one. */
    private Draft taking(Asset coin, Side side, long notionalCents, long key) {
        Draft draft = Draft.market(coin, side, notionalCents);
        if (!happens(Ways.TAKES_AFTER_WAITING, key, Question.WAITED)) {
            return draft;
        }
        double cancelled = draws.logNormal(
                Ways.CANCELLED_TO_TAKEN_MEDIAN, Ways.CANCELLED_TO_TAKEN_SIGMA, key, Question.CANCELLED.ordinal());
        return draft.afterCancelling((long) (cancelled * notionalCents));
    }

    private Asset coin(User user, long key) {
        if (happens(Ways.EXPLORES_ANOTHER_COIN, key, Question.OTHER_COIN)) {
            return Asset.COINS.get(draws.below(Asset.COINS.size(), key, Question.WHICH_COIN.ordinal()));
        }
        return user.favourite();
    }

    /** Buys and sells the same again and again, a few minutes apart. */
    private void chase(User user, long key) {
        Asset coin = user.favourite();
        long device = user.mainDevice();
        long notionalCents = (long) (Ways.INSTALMENT_TO_WEALTH * user.wealthCents());
        int trips = 1 + draws.below(Ways.ROUND_TRIPS_MOST, key, Question.TRIPS.ordinal());
        long makerId = population.thinBookMaker(draws.uniform(user.id(), Question.WHICH_MAKER.ordinal()));
        long everyMillis = (long) (draws.between(0.5, 4, key, Question.TRIP_TIME.ordinal()) * MINUTE_MILLIS);
        boolean startsWithCoin = user.wallet().freeCents(coin, floor.prices()) > notionalCents / 2;
        for (int i = 0; i < 2 * trips; i++) {
            Side side = (i % 2 == 0) == startsWithCoin ? Side.SELL : Side.BUY;
            Draft draft = Draft.market(coin, side, notionalCents).with(makerId);
            Ask ask = ask(user, device, parts.bits(key, i));
            floor.at(floor.nowMillis() + i * everyMillis, () -> floor.order(ask, draft));
        }
    }

    /** Everything of one coin to cash. */
    void sellAll(User user, Asset coin, long deviceId, long key) {
        floor.order(ask(user, deviceId, key), Draft.market(coin, Side.SELL, Long.MAX_VALUE));
    }

    /** A share of the cash into a coin. */
    void buy(User user, Asset coin, double share, long key) {
        long cents = (long) (share * user.wallet().freeCents(Asset.CASH, floor.prices()));
        Draft draft = Draft.market(coin, Side.BUY, cents);
        floor.order(
                ask(user, user.mainDevice(), key), population.inBook(user, draft, uniform(key, Question.MEETS_MAKER)));
    }

    /** All cash into the favourite coin. */
    void buyAll(User user, long key) {
        floor.order(ask(user, user.mainDevice(), key), Draft.market(user.favourite(), Side.BUY, Long.MAX_VALUE));
    }

    private Ask ask(User user, long deviceId, long key) {
        return new Ask(user, sessions.inPerson(user, deviceId, key, floor.nowMillis()), key, honest);
    }

    private double uniform(long key, Question question) {
        return draws.uniform(key, question.ordinal());
    }

    private boolean happens(double probability, long key, Question question) {
        return draws.happens(probability, key, question.ordinal());
    }
}
