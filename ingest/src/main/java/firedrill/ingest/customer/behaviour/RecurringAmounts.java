package firedrill.ingest.customer.behaviour;

import firedrill.ingest.account.User;
import firedrill.ingest.customer.RecurringAmountParameters;
import firedrill.ingest.parameters.UniformRange;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;
import firedrill.ingest.random.SingleDraw;

/** Amount that a recurring buyer moves each time: constant per user, slightly below a round limit. */
public final class RecurringAmounts {

    private static final int CENTS = 100;

    private final RecurringAmountParameters parameters;
    private final RandomStream draws;

    public RecurringAmounts(RecurringAmountParameters parameters, RandomSource random) {
        this.parameters = parameters;
        draws = random.stream(BehaviourStream.RECURRING_AMOUNT);
    }

    /** In cents; below the largest limit that the user's wealth allows, or else below the smallest. */
    public long amountCents(User user) {
        UniformRange fraction = parameters.belowLimitFraction();
        return (long)
                (limitCents(user) * draws.uniformBetween(fraction.min(), fraction.max(), user.id(), SingleDraw.VALUE));
    }

    private long limitCents(User user) {
        long limit = cents(parameters.limitsUsd().get(0));
        for (double larger : parameters.limitsUsd()) {
            limit = cents(larger) < parameters.limitToWealth() * user.wealthCents() ? cents(larger) : limit;
        }
        return limit;
    }

    private static long cents(double usd) {
        return (long) (usd * CENTS);
    }
}
