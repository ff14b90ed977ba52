package firedrill.ingest.population;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Draws;
import java.util.concurrent.TimeUnit;

/** The promotions of the exchange: one at a time, for some days. */
public final class Campaigns {

    private static final long DAY_MILLIS = TimeUnit.DAYS.toMillis(1);

    private final Draws ids;

    public Campaigns(Chance chance) {
        ids = chance.about("population.campaign");
    }

    /** Whom rewards come from at this time. */
    public long id(long timeMillis) {
        return ids.id(timeMillis / DAY_MILLIS / Ways.CAMPAIGN_DAYS, 0);
    }
}
