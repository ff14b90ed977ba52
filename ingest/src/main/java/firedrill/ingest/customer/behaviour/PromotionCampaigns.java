package firedrill.ingest.customer.behaviour;

import firedrill.ingest.account.User;
import firedrill.ingest.customer.BehaviourParameters;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;
import java.util.concurrent.TimeUnit;

/**
 * The promotions of the exchange: some at a time, each for some days and paid from an account of its own. One ends while
 * others go on, so that a young payer says nothing but that a promotion is young.
 */
public final class PromotionCampaigns {

    private static final long LENGTH_MILLIS = TimeUnit.DAYS.toMillis(BehaviourParameters.CAMPAIGN_DAYS);

    private final RandomStream ids;

    public PromotionCampaigns(RandomSource chance) {
        ids = chance.stream("population.campaign");
    }

    /** Whom rewards of the promotion that this user is offered at this time come from. */
    public long payerId(User user, long timeMillis) {
        long place = user.id() % BehaviourParameters.CONCURRENT_CAMPAIGNS;
        return ids.randomId((timeMillis + offsetMillis(place)) / LENGTH_MILLIS, place);
    }

    private long offsetMillis(long place) {
        return (long) (LENGTH_MILLIS * ids.uniform(place, 0));
    }
}
