package firedrill.ingest.attack;

import firedrill.ingest.attack.Tactic.Pause;
import firedrill.ingest.market.Asset;
import firedrill.ingest.population.Ask;
import firedrill.ingest.population.Session;
import firedrill.ingest.population.User;

/**
 * T5: money stolen elsewhere arrives in accounts that a ring owns and leaves again, nearly all of it, within minutes or
 * hours. The accounts share devices, senders and addresses, but not always.
 */
final class MuleRun implements Scheme {

    private static final long MINUTE_MILLIS = 60_000;

    private enum Question {
        ACCOUNT,
        TWO_ACCOUNTS,
        AMOUNT,
        ASSET,
        SENDER,
        ARRIVES,
        LOGIN,
        WAIT,
        SELLS,
        FRACTION,
        SOLD,
        SELL_TIME
    }

    private final Ground ground;
    private final Dice dice;

    MuleRun(Ground ground) {
        this.ground = ground;
        dice = ground.dice("attack.mule");
    }

    @Override
    public void begin(Strike strike) {
        long key = strike.key();
        int count = dice.happens(Footprints.MULE_TWO_ACCOUNTS, key, Question.TWO_ACCOUNTS) ? 2 : 1;
        for (int i = 0; i < count; i++) {
            User mule = strike.ring().account(dice.uniform(key, Question.ACCOUNT), i);
            run(strike, mule, dice.part(key, i), i);
        }
    }

    private void run(Strike strike, User mule, long key, int number) {
        boolean isShared = dice.happens(Footprints.MULE_SENDER_SHARED, strike.key(), Question.SENDER);
        Asset asset = dice.happens(0.5, key, Question.ASSET) ? Asset.CASH : mule.favourite();
        long amountCents =
                (long) (100 * dice.logNormal(Footprints.MULE_MEDIAN_USD, Footprints.MULE_SIGMA, key, Question.AMOUNT));
        long arrives = strike.atMillis() + dice.minutes(0, 25, key, Question.ARRIVES);
        ground.payAt(arrives, mule, asset, amountCents, ground.kit().coins(strike, isShared, number));
        Session session = ground.kit().session(strike, mule, 0, arrives);
        long login = arrives + dice.minutes(1, 12, key, Question.LOGIN);
        ground.loginAt(login, mule, session, key);
        var crime = new Crime(ground, strike, Harm.WITHDRAWN);
        long ready = login + MINUTE_MILLIS;
        if (asset != Asset.CASH && dice.happens(Footprints.MULE_SELLS, key, Question.SELLS)) {
            ready += dice.about(Footprints.MULE_SELLS_MEAN_MINUTES, key, Question.SELL_TIME);
            ground.at(
                    ready - MINUTE_MILLIS / 2,
                    () -> ground.sellLargest(
                            strike, new Ask(mule, session, ~key, crime), dice.uniform(key, Question.SOLD)));
        }
        long passes = ready + waits(strike, key);
        ground.recruits().reserve(mule, passes);
        ground.at(
                passes,
                () -> ground.take(
                        strike,
                        new Ask(mule, session, key, crime),
                        Footprints.MULE_LEAST_FRACTION,
                        dice.uniform(key, Question.FRACTION)));
    }

    /** Money that is looked for does not stay overnight. */
    private long waits(Strike strike, long key) {
        return strike.tactic().pause() == Pause.SOON
                ? dice.about(Footprints.MULE_WAITS_MEAN_MINUTES, key, Question.WAIT)
                : dice.minutes(120, 480, key, Question.WAIT);
    }
}
