package firedrill.ingest.population;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Draws;
import firedrill.ingest.event.ExchangeEvent.Deposit.Funding;
import firedrill.ingest.market.Asset;
import java.util.concurrent.TimeUnit;

/**
 * How honest users take promotions: the exchange pays a small coin, to some after a trade in it; four in ten sell it at
 * once, and some take it away. A thin background on most days, and a crowd when an airdrop opens ({@link Drops}).
 */
final class Claims {

    private static final long MINUTE_MILLIS = TimeUnit.MINUTES.toMillis(1);

    private final Floor floor;
    private final Trading trading;
    private final Errands errands;
    private final Draws draws;
    private final Campaigns campaigns;

    Claims(Floor floor, Trading trading, Errands errands, Chance chance) {
        this.floor = floor;
        this.trading = trading;
        this.errands = errands;
        draws = chance.about("population.claim");
        campaigns = new Campaigns(chance);
    }

    /** Most who do not live on promotions leave this one. */
    void claim(User user, long key) {
        if (user.habit() == Habit.CLAIMER || draws.happens(Ways.CLAIMS_BY_THE_WAY, key, 4)) {
            take(user, key);
        }
    }

    /** Does what the promotion asks for, and is paid. */
    void take(User user, long key) {
        if (draws.happens(Ways.CLAIM_TRADES_FIRST, key, 5)) {
            double share = draws.between(Ways.CLAIM_TRADES_LEAST, Ways.CLAIM_TRADES_MOST, key, 6);
            trading.buy(user, Asset.PUMP, share, draws.bits(key, 7));
            later(5, 60, key, () -> collect(user, key));
        } else {
            collect(user, key);
        }
    }

    private void collect(User user, long key) {
        double usd = draws.logNormal(Ways.CLAIM_MEDIAN_USD, Ways.CLAIM_SIGMA, key, 0);
        long amountCents = Math.max(Floor.LEAST_CENTS, (long) (usd * 100));
        floor.deposit(
                user, Asset.PUMP, amountCents, new Source(Funding.REWARD, campaigns.id(user, floor.nowMillis()), 0));
        double next = draws.uniform(key, 1);
        if (next < Ways.CLAIM_SOLD_AT_ONCE) {
            later(1, 20, key, () -> trading.sellAll(user, Asset.PUMP, user.mainDevice(), draws.bits(key, 3)));
        } else if (next < Ways.CLAIM_SOLD_AT_ONCE + Ways.CLAIM_TAKEN_AWAY) {
            later(5, 120, key, () -> errands.takeAway(user, Asset.PUMP, draws.bits(key, 3)));
        }
    }

    private void later(double lowMinutes, double highMinutes, long key, Runnable deed) {
        long afterMillis = (long) (draws.between(lowMinutes, highMinutes, key, 2) * MINUTE_MILLIS);
        floor.at(floor.nowMillis() + afterMillis, deed);
    }
}
