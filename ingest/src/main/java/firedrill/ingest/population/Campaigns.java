package firedrill.ingest.population;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Draws;
import java.util.concurrent.TimeUnit;

/** The promotions of the exchange: some at a time, each for some days and paid from an account of its own. */
public final class Campaigns {

    private static final long DAY_MILLIS = TimeUnit.DAYS.toMillis(1);

    private final Draws ids;

    public Campaigns(Chance chance) {
        ids = chance.about("population.campaign");
    }

    /** Whom rewards of the promotion that this user is offered at this time come from. */
    public long id(User user, long timeMillis) {
        return ids.id(timeMillis / DAY_MILLIS / Ways.CAMPAIGN_DAYS, user.id() % Ways.CAMPAIGNS_AT_A_TIME);
    }
}
