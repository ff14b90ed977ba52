package firedrill.ingest.customer.reaction;

import firedrill.ingest.account.CustomerParameters;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;

/**
 * Who knows whom: each user's contacts, the first mostly from the user's own circle, the others from anywhere, where few
 * are known to very many. The same contacts whenever asked; nothing is stored, O(1) per question.
 *
 * <p>How often somebody is drawn from anywhere falls with the square root of the id, so the number of people who know
 * one is heavy-tailed (Pareto, exponent 2); ids say nothing else about a user.
 */
public final class SocialGraph {

    private final RandomStream draws;
    private final int size;

    /** Among users numbered from 1 to {@code size}. */
    public SocialGraph(RandomSource chance, int size) {
        draws = chance.stream("population.contact");
        this.size = size;
    }

    /** The id of a user's {@code number}-th contact, from 0; may be the user, or somebody met before. */
    public long contactId(long userId, int number) {
        double where = draws.uniform(userId, 2L * number + 1);
        if (draws.bernoulli(CustomerParameters.CONTACTS_IN_CIRCLE_SHARE, userId, 2L * number)) {
            long first = (userId - 1) / CustomerParameters.SOCIAL_CIRCLE_SIZE * CustomerParameters.SOCIAL_CIRCLE_SIZE;
            long members = Math.min(CustomerParameters.SOCIAL_CIRCLE_SIZE, size - first);
            return 1 + first + (long) (where * members);
        }
        return 1 + (long) (where * where * size);
    }
}
