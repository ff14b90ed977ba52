package firedrill.ingest.customer.arrival;

import firedrill.ingest.account.Archetype;
import firedrill.ingest.account.User;
import firedrill.ingest.customer.BehaviourParameters;
import firedrill.ingest.customer.Population;
import firedrill.ingest.customer.behaviour.ActivityDispatcher;
import firedrill.ingest.exchange.api.ExchangeApi;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * Airdrops whose claim opens at an announced minute: dozens of honest users log in and claim within the hour, newcomers who
 * live on promotions above all. From outside that is a farm.
 */
final class AirdropClaims {

    private static final long MINUTE_MILLIS = TimeUnit.MINUTES.toMillis(1);
    private static final double MINUTES_A_DAY = 1_440;
    /** So many are looked at for one who lives on promotions. */
    private static final int MAX_PROMO_HUNTER_SAMPLES = 40;

    private enum AirdropDraw {
        OPENS,
        COUNT,
        LENGTH,
        WHEN,
        CLAIMER,
        WHO
    }

    private final Population population;
    private final ExchangeApi floor;
    private final ActivityDispatcher life;
    private final RandomStream draws;
    private final RandomStream who;

    AirdropClaims(Population population, ExchangeApi floor, ActivityDispatcher life, RandomSource chance) {
        this.population = population;
        this.floor = floor;
        this.life = life;
        draws = chance.stream("population.drop");
        who = chance.stream("population.drop.who");
    }

    /** Sends those who wait for a claim that opens in the minute that begins at {@code secondMillis}, if one does. */
    void generateArrivals(long secondMillis) {
        if (secondMillis % MINUTE_MILLIS != 0
                || !draws.bernoulli(
                        BehaviourParameters.AIRDROPS_PER_DAY / MINUTES_A_DAY,
                        secondMillis,
                        AirdropDraw.OPENS.ordinal())) {
            return;
        }
        int count = draws.poisson(
                BehaviourParameters.AIRDROP_USER_SHARE * population.customerCount(),
                secondMillis,
                AirdropDraw.COUNT.ordinal());
        double minutes = draws.uniformBetween(
                BehaviourParameters.AIRDROP_MIN_MINUTES,
                BehaviourParameters.AIRDROP_MAX_MINUTES,
                secondMillis,
                AirdropDraw.LENGTH.ordinal());
        for (int i = 0; i < count; i++) {
            come(secondMillis, minutes, who.bits(secondMillis, i));
        }
    }

    /** Most as soon as it opens. */
    private void come(long opensMillis, double minutes, long key) {
        double place = draws.uniform(key, AirdropDraw.WHEN.ordinal());
        User user = draws.bernoulli(BehaviourParameters.AIRDROP_PROMO_HUNTER_SHARE, key, AirdropDraw.CLAIMER.ordinal())
                ? claimer(key)
                : anyone(key);
        floor.schedule(opensMillis + (long) (place * place * minutes * MINUTE_MILLIS), () -> {
            if (user.isActive()) {
                life.claimAirdrop(user, key);
            }
        });
    }

    private User anyone(long key) {
        return population.uniformCustomer(draws.uniform(key, AirdropDraw.WHO.ordinal()));
    }

    private User claimer(long key) {
        return LongStream.range(0, MAX_PROMO_HUNTER_SAMPLES)
                .mapToObj(i -> population.uniformCustomer(who.uniform(key, i)))
                .filter(user -> user.archetype() == Archetype.PROMO_HUNTER)
                .findFirst()
                .orElseGet(() -> anyone(key));
    }
}
