package firedrill.ingest.population;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Draws;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * Airdrops whose claim opens at an announced minute: dozens of honest users log in and claim within the hour, newcomers who
 * live on promotions above all. From outside that is a farm.
 */
final class Drops {

    private static final long MINUTE_MILLIS = TimeUnit.MINUTES.toMillis(1);
    private static final double MINUTES_A_DAY = 1_440;
    /** So many are looked at for one who lives on promotions. */
    private static final int LOOKS_FOR_CLAIMER = 40;

    private enum Question {
        OPENS,
        COUNT,
        LENGTH,
        WHEN,
        CLAIMER,
        WHO
    }

    private final Population population;
    private final Floor floor;
    private final Life life;
    private final Draws draws;
    private final Draws who;

    Drops(Population population, Floor floor, Life life, Chance chance) {
        this.population = population;
        this.floor = floor;
        this.life = life;
        draws = chance.about("population.drop");
        who = chance.about("population.drop.who");
    }

    /** Sends those who wait for a claim that opens in the minute that begins at {@code secondMillis}, if one does. */
    void arrive(long secondMillis) {
        if (secondMillis % MINUTE_MILLIS != 0
                || !draws.happens(Ways.DROPS_PER_DAY / MINUTES_A_DAY, secondMillis, Question.OPENS.ordinal())) {
            return;
        }
        int count = draws.poisson(Ways.DROP_OF_USERS * population.size(), secondMillis, Question.COUNT.ordinal());
        double minutes =
                draws.between(Ways.DROP_LEAST_MINUTES, Ways.DROP_MOST_MINUTES, secondMillis, Question.LENGTH.ordinal());
        for (int i = 0; i < count; i++) {
            come(secondMillis, minutes, who.bits(secondMillis, i));
        }
    }

    /** Most as soon as it opens. */
    private void come(long opensMillis, double minutes, long key) {
        double place = draws.uniform(key, Question.WHEN.ordinal());
        User user =
                draws.happens(Ways.DROP_DRAWS_CLAIMERS, key, Question.CLAIMER.ordinal()) ? claimer(key) : anyone(key);
        floor.at(opensMillis + (long) (place * place * minutes * MINUTE_MILLIS), () -> {
            if (user.isActive()) {
                life.claimAmongMany(user, key);
            }
        });
    }

    private User anyone(long key) {
        return population.anyone(draws.uniform(key, Question.WHO.ordinal()));
    }

    private User claimer(long key) {
        return LongStream.range(0, LOOKS_FOR_CLAIMER)
                .mapToObj(i -> population.anyone(who.uniform(key, i)))
                .filter(user -> user.habit() == Habit.CLAIMER)
                .findFirst()
                .orElseGet(() -> anyone(key));
    }
}
