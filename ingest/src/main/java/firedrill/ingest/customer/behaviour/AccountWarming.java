package firedrill.ingest.customer.behaviour;

import firedrill.ingest.account.AddressGenerator;
import firedrill.ingest.account.User;
import firedrill.ingest.customer.ActivityType;
import firedrill.ingest.customer.MarketStress;
import firedrill.ingest.customer.Population;
import firedrill.ingest.exchange.api.Actor;
import firedrill.ingest.exchange.api.ExchangeApi;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * The everyday life of accounts that are not what they seem: whoever owns many has programs log in, pay in, trade and
 * withdraw with each now and then, so that none of them is new to anything on the day that counts.
 */
public final class AccountWarming {

    private static final ActivityType[] INTENTS = ActivityType.values();
    private static final double SECONDS_A_MINUTE = 60;
    private static final int MINUTE_MILLIS = (int) TimeUnit.MINUTES.toMillis(1);

    private final ExchangeApi floor;
    private final ActivityDispatcher life;
    private final RandomStream howMany;
    private final RandomStream keys;
    private final RandomStream who;

    /** Of accounts for which {@code asker} takes what the exchange does with them. */
    public AccountWarming(
            Population population, AddressGenerator addresses, ExchangeApi floor, Actor asker, RandomSource chance) {
        this.floor = floor;
        life = new ActivityDispatcher(population, addresses, floor, asker, new MarketStress(), chance);
        howMany = chance.stream("population.disguise");
        keys = chance.stream("population.disguise.intention");
        who = chance.stream("population.disguise.who");
    }

    /**
     * What some of {@code accounts} do in the minute that begins at {@code minuteMillis}.
     *
     * @param pace relative to an ordinary user's
     * @param isFree whether an account has nothing else to do, when its turn comes
     */
    public void generateArrivals(long minuteMillis, List<User> accounts, double pace, Predicate<User> isFree) {
        for (ActivityType intent : INTENTS) {
            double expected = pace * SECONDS_A_MINUTE * intent.ratePerSecond(accounts.size());
            int count = howMany.poisson(expected, minuteMillis, intent.ordinal());
            for (int i = 0; i < count; i++) {
                long key = keys.bits(minuteMillis + intent.ordinal(), i);
                User account = accounts.get(who.uniformInt(accounts.size(), key, 0));
                if (isFree.test(account)) {
                    floor.schedule(
                            minuteMillis + who.uniformInt(MINUTE_MILLIS, key, 1),
                            () -> life.perform(intent, account, key));
                }
            }
        }
    }
}
