package firedrill.ingest.customer.reaction;

import firedrill.ingest.customer.SocialGraphParameters;
import firedrill.ingest.random.DrawIndex;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;
import firedrill.ingest.random.Repeated;

/**
 * Contact graph, implicit: the contacts of a customer lie mostly in a circle of neighbours by id, the others anywhere. The
 * contacts are the same at every call; nothing is stored, O(1) per contact.
 *
 * <p>The probability of a contact outside the circle falls with the square root of the id, so the in-degree is heavy-tailed
 * (Pareto, exponent 2); ids say nothing else about a customer.
 */
public final class SocialGraph {

    /** Draws by user id, repeated for each contact. */
    @Repeated
    private enum ContactDraw implements DrawIndex {
        IS_IN_CIRCLE,
        CONTACT;

        @Override
        public long index() {
            return ordinal();
        }

        @Override
        public long stride() {
            return 2;
        }
    }

    private final SocialGraphParameters parameters;
    private final RandomStream draws;
    private final int size;

    /** The graph of customers 1 to {@code size}. */
    public SocialGraph(SocialGraphParameters parameters, RandomSource random, int size) {
        this.parameters = parameters;
        this.size = size;
        draws = random.stream(ReactionStream.CONTACT);
    }

    /** The id of a customer's {@code number}-th contact, from 0; may be the customer itself or a repeated contact. */
    public long contactId(long userId, int number) {
        double uniform = draws.uniform(userId, ContactDraw.CONTACT, number);
        if (draws.bernoulli(parameters.contactsInCircleShare(), userId, ContactDraw.IS_IN_CIRCLE, number)) {
            long first = (userId - 1) / parameters.circleSize() * parameters.circleSize();
            long members = Math.min(parameters.circleSize(), size - first);
            return 1 + first + (long) (uniform * members);
        }
        return 1 + (long) (uniform * uniform * size);
    }
}
