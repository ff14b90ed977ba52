package firedrill.ingest.population;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Draws;
import java.util.concurrent.TimeUnit;

/**
 * The promotions of the exchange: some at a time, each for some days and paid from an account of its own. One ends while
 * others go on, so that a young payer says nothing but that a promotion is young.
 */
public final class Campaigns {

    private static final long LENGTH_MILLIS = TimeUnit.DAYS.toMillis(Ways.CAMPAIGN_DAYS);

    private final Draws ids;

    public Campaigns(Chance chance) {
        ids = chance.about("population.campaign");
    }

    /** Whom rewards of the promotion that this user is offered at this time come from. */
    public long id(User user, long timeMillis) {
        long place = user.id() % Ways.CAMPAIGNS_AT_A_TIME;
        return ids.id((timeMillis + offsetMillis(place)) / LENGTH_MILLIS, place);
    }

    private long offsetMillis(long place) {
        return (long) (LENGTH_MILLIS * ids.uniform(place, 0));
    }
}
