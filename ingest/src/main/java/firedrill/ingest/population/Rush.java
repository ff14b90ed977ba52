package firedrill.ingest.population;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Draws;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.market.Asset;
import java.util.concurrent.TimeUnit;

/**
 * Honest rushes into the small coin: a listing, news, somebody with many followers. Dozens buy it within minutes, each at a
 * worse price than the one before, some sell as soon. From outside that is a pump.
 */
public final class Rush {

    private static final long MINUTE_MILLIS = TimeUnit.MINUTES.toMillis(1);
    private static final double MINUTES_A_DAY = 1_440;

    private enum Question {
        COMES,
        AT,
        COUNT,
        LENGTH,
        WHEN,
        SHARE,
        OFF,
        LEAVES,
        LEAVES_AFTER,
        MEETS
    }

    private final Population population;
    private final Floor floor;
    private final Sessions sessions;
    private final Asker honest;
    private final Draws draws;
    private final Draws who;

    Rush(Population population, Floor floor, Asker honest, Chance chance) {
        this.population = population;
        this.floor = floor;
        this.honest = honest;
        sessions = new Sessions(chance);
        draws = chance.about("population.rush");
        who = chance.about("population.rush.who");
    }

    /** Sends those whom news brings that breaks in the minute that begins at {@code secondMillis}, if one does. */
    void arrive(long secondMillis) {
        if (secondMillis % MINUTE_MILLIS != 0 || !breaks(draws, secondMillis)) {
            return;
        }
        int count = draws.poisson(Ways.RUSH_OF_USERS * population.size(), secondMillis, Question.COUNT.ordinal());
        double minutes =
                draws.between(Ways.RUSH_LEAST_MINUTES, Ways.RUSH_MOST_MINUTES, secondMillis, Question.LENGTH.ordinal());
        for (int i = 0; i < count; i++) {
            follow(secondMillis, minutes, who.bits(secondMillis, i));
        }
    }

    /** The first news at or after this time, within a day; the time itself a day later if there is none. */
    public static long next(Chance chance, long timeMillis) {
        Draws draws = chance.about("population.rush");
        long minute = Math.floorDiv(timeMillis, MINUTE_MILLIS) * MINUTE_MILLIS;
        for (int i = 1; i < MINUTES_A_DAY; i++) {
            if (breaks(draws, minute + i * MINUTE_MILLIS)) {
                return minute + i * MINUTE_MILLIS;
            }
        }
        return timeMillis + TimeUnit.DAYS.toMillis(1);
    }

    private static boolean breaks(Draws draws, long minuteMillis) {
        return draws.happens(Ways.RUSHES_PER_DAY / MINUTES_A_DAY, minuteMillis, Question.COMES.ordinal());
    }

    private void follow(long newsMillis, double minutes, long key) {
        double place = uniform(key, Question.WHEN);
        User user = population.anyone(uniform(key, Question.AT));
        long at = newsMillis + (long) (place * place * minutes * MINUTE_MILLIS);
        double offBps = (1 - place)
                * draws.logNormal(Ways.RUSH_OFF_MEDIAN_BPS, Ways.RUSH_OFF_SIGMA, key, Question.OFF.ordinal());
        floor.at(at, () -> trade(user, Side.BUY, offBps, key));
        if (draws.happens(Ways.RUSH_SELLS, key, Question.LEAVES.ordinal())) {
            long sells = at
                    + (long) (draws.exponential(Ways.RUSH_SELLS_MEAN_MINUTES, key, Question.LEAVES_AFTER.ordinal())
                            * MINUTE_MILLIS);
            floor.at(sells, () -> trade(user, Side.SELL, offBps / 2, ~key));
        }
    }

    private void trade(User user, Side side, double offBps, long key) {
        Asset sold = side == Side.SELL ? Asset.PUMP : Asset.CASH;
        double share = side == Side.SELL ? 1 : draws.between(0.05, 0.6, key, Question.SHARE.ordinal());
        long cents = (long) (share * user.wallet().freeCents(sold, floor.prices()));
        Session session = sessions.inPerson(user, user.mainDevice(), key, floor.nowMillis());
        Draft draft = Draft.market(Asset.PUMP, side, cents).off(offBps);
        floor.order(new Ask(user, session, key, honest), population.inBook(user, draft, uniform(key, Question.MEETS)));
    }

    private double uniform(long key, Question question) {
        return draws.uniform(key, question.ordinal());
    }
}
