package firedrill.ingest.population;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Draws;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * The everyday life of accounts that are not what they seem: whoever owns many has programs log in, pay in, trade and
 * withdraw with each now and then, so that none of them is new to anything on the day that counts.
 */
public final class Disguise {

    private static final Intent[] INTENTS = Intent.values();
    private static final double SECONDS_A_MINUTE = 60;
    private static final int MINUTE_MILLIS = (int) TimeUnit.MINUTES.toMillis(1);

    private final Floor floor;
    private final Life life;
    private final Draws howMany;
    private final Draws keys;
    private final Draws who;

    /** Of accounts for which {@code asker} takes what the exchange does with them. */
    public Disguise(Population population, Addresses addresses, Floor floor, Asker asker, Chance chance) {
        this.floor = floor;
        life = new Life(population, addresses, floor, asker, new Mood(), chance);
        howMany = chance.about("population.disguise");
        keys = chance.about("population.disguise.intention");
        who = chance.about("population.disguise.who");
    }

    /**
     * What some of {@code accounts} do in the minute that begins at {@code minuteMillis}.
     *
     * @param pace relative to an ordinary user's
     * @param isFree whether an account has nothing else to do, when its turn comes
     */
    public void arrive(long minuteMillis, List<User> accounts, double pace, Predicate<User> isFree) {
        for (Intent intent : INTENTS) {
            double expected = pace * SECONDS_A_MINUTE * intent.perSecond(accounts.size());
            int count = howMany.poisson(expected, minuteMillis, intent.ordinal());
            for (int i = 0; i < count; i++) {
                long key = keys.bits(minuteMillis + intent.ordinal(), i);
                User account = accounts.get(who.below(accounts.size(), key, 0));
                if (isFree.test(account)) {
                    floor.at(minuteMillis + who.below(MINUTE_MILLIS, key, 1), () -> life.act(intent, account, key));
                }
            }
        }
    }
}
