package firedrill.ingest.population;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Draws;

/** What a saver moves each time: always the same, a little less than a round limit. */
final class Instalments {

    private final Draws draws;

    Instalments(Chance chance) {
        draws = chance.about("population.instalment");
    }

    /** In cents; under the largest limit that the user can well afford, or under the smallest. */
    long of(User user) {
        long limit = Ways.ROUND_LIMITS_CENTS[0];
        for (long larger : Ways.ROUND_LIMITS_CENTS) {
            limit = larger < Ways.INSTALMENT_TO_WEALTH * user.wealthCents() ? larger : limit;
        }
        return (long) (limit * draws.between(Ways.JUST_UNDER_LEAST, Ways.JUST_UNDER_MOST, user.id(), 0));
    }
}
