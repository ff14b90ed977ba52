package firedrill.ingest.population;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Draws;

/**
 * Who knows whom: each user's contacts, the first mostly from the user's own circle, the others from anywhere, where few
 * are known to very many. The same contacts whenever asked; nothing is stored, O(1) per question.
 *
 * <p>How often somebody is drawn from anywhere falls with the square root of the id, so the number of people who know
 * one is heavy-tailed (Pareto, exponent 2); ids say nothing else about a user.
 */
final class SocialGraph {

    private final Draws draws;
    private final int size;

    /** Among users numbered from 1 to {@code size}. */
    SocialGraph(Chance chance, int size) {
        draws = chance.about("population.contact");
        this.size = size;
    }

    /** The id of a user's {@code number}-th contact, from 0; may be the user, or somebody met before. */
    long contact(long userId, int number) {
        double where = draws.uniform(userId, 2L * number + 1);
        if (draws.happens(Assumptions.CONTACTS_IN_CIRCLE, userId, 2L * number)) {
            long first = (userId - 1) / Assumptions.CIRCLE * Assumptions.CIRCLE;
            long members = Math.min(Assumptions.CIRCLE, size - first);
            return 1 + first + (long) (where * members);
        }
        return 1 + (long) (where * where * size);
    }
}
