package firedrill.ingest.customer.behaviour;

import firedrill.ingest.account.User;
import firedrill.ingest.customer.BehaviourParameters;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;

/** What a saver moves each time: always the same, a little less than a round limit. */
public final class RecurringAmounts {

    private final RandomStream draws;

    public RecurringAmounts(RandomSource chance) {
        draws = chance.stream("population.instalment");
    }

    /** In cents; under the largest limit that the user can well afford, or under the smallest. */
    public long amountCents(User user) {
        long limit = BehaviourParameters.ROUND_LIMITS_CENTS[0];
        for (long larger : BehaviourParameters.ROUND_LIMITS_CENTS) {
            limit = larger < BehaviourParameters.RECURRING_AMOUNT_TO_WEALTH * user.wealthCents() ? larger : limit;
        }
        return (long) (limit
                * draws.uniformBetween(
                        BehaviourParameters.BELOW_LIMIT_MIN_FRACTION,
                        BehaviourParameters.BELOW_LIMIT_MAX_FRACTION,
                        user.id(),
                        0));
    }
}
