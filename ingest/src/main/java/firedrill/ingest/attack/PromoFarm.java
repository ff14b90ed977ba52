package firedrill.ingest.attack;

import firedrill.ingest.attack.Tactic.AddressChoice;
import firedrill.ingest.event.ExchangeEvent.Deposit.Funding;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.market.Asset;
import firedrill.ingest.population.Ask;
import firedrill.ingest.population.Campaigns;
import firedrill.ingest.population.Draft;
import firedrill.ingest.population.Session;
import firedrill.ingest.population.Source;
import firedrill.ingest.population.User;

/**
 * T8: many accounts of one owner, some of them prepared for months, are funded by one sender with what a promotion asks for,
 * collect it close together, sell it and sweep the proceeds, soon or hours later, mostly to one address.
 */
final class PromoFarm implements Scheme {

    private static final long HALF_MINUTE_MILLIS = 30_000;

    private enum Question {
        FUNDED,
        FUNDING,
        AMOUNT,
        CLAIMS,
        REWARD,
        SELLS,
        SELL_TIME,
        SWEEP_TIME,
        FRACTION,
        HOLDS,
        ONE_SWEEP,
        SOLD,
        TRADES,
        COIN,
        LATE,
        VOLUME,
        ROUNDS
    }

    private final Ground ground;
    private final Campaigns campaigns;
    private final Dice dice;

    PromoFarm(Ground ground) {
        this.ground = ground;
        campaigns = new Campaigns(ground.chance());
        dice = ground.dice("attack.farm");
    }

    @Override
    public void begin(Strike strike) {
        int number = 0;
        for (User account : ground.recruits().of(strike)) {
            farm(strike, account, dice.part(strike.key(), number), number++);
        }
    }

    private void farm(Strike strike, User account, long key, int number) {
        long now = strike.atMillis();
        Session session = ground.kit().session(strike, account, number, now);
        var crime = new Crime(ground, strike, Harm.WITHDRAWN);
        long claims = now + dice.minutes(40, 40 + Footprints.FARM_CLAIMS_WITHIN_MINUTES, key, Question.CLAIMS);
        long ready = claims;
        if (dice.happens(Footprints.FARM_FUNDED, key, Question.FUNDED)) {
            boolean isLate = dice.happens(Footprints.FARM_FUNDED_LATE, key, Question.LATE);
            long pays = (isLate ? claims : now) + dice.minutes(0, 30, key, Question.FUNDING);
            fund(strike, new Ask(account, session, key + 1, crime), pays);
            ready = Math.max(claims, pays);
        }
        ground.loginAt(claims - HALF_MINUTE_MILLIS, account, session, key);
        long rewardCents = (long) (100
                * dice.between(
                        Footprints.FARM_REWARD_LEAST_USD, Footprints.FARM_REWARD_MOST_USD, key, Question.REWARD));
        ground.payAt(
                claims, account, Asset.PUMP, rewardCents, new Source(Funding.REWARD, campaigns.id(account, claims), 0));
        long sells = ready + holds(strike) + dice.about(Footprints.FARM_SELL_MEAN_MINUTES, key, Question.SELL_TIME);
        if (dice.happens(Footprints.FARM_SELLS, key, Question.SELLS)) {
            ground.at(
                    sells,
                    () -> ground.sellLargest(
                            strike, new Ask(account, session, ~key, crime), dice.uniform(key, Question.SOLD)));
        }
        long sweeps = sells + dice.about(Footprints.FARM_SWEEP_MEAN_MINUTES, key, Question.SWEEP_TIME);
        ground.recruits().reserve(account, sweeps);
        var ask = new Ask(account, session, key, crime);
        double fraction =
                dice.between(Footprints.FARM_LEAST_FRACTION, Footprints.FARM_MOST_FRACTION, key, Question.FRACTION);
        ground.at(sweeps, () -> ground.withdraw(ask, fraction, address(strike, account, key)));
    }

    /** Pays in what the promotion asks for; some ask for a trade as well, and some of those for a volume. */
    private void fund(Strike strike, Ask ask, long atMillis) {
        long key = ask.key();
        double usd =
                dice.logNormal(Footprints.FARM_FUNDING_MEDIAN_USD, Footprints.FARM_FUNDING_SIGMA, key, Question.AMOUNT);
        ground.payAt(
                atMillis,
                ask.user(),
                Asset.CASH,
                (long) (100 * usd),
                ground.kit().coins(strike, false, 0));
        if (!dice.happens(Footprints.FARM_TRADES_FIRST, key, Question.TRADES)) {
            return;
        }
        long at = atMillis + dice.minutes(1, Footprints.FARM_TRADES_WITHIN_MINUTES, key, Question.TRADES);
        ground.at(at, () -> buy(ask));
        boolean makesVolume = dice.happens(Footprints.FARM_MAKES_VOLUME, key, Question.VOLUME);
        int more = makesVolume ? 1 + dice.below(2 * Footprints.FARM_MOST_ROUNDS, key, Question.ROUNDS) : 0;
        for (int i = 1; i <= more; i++) {
            at += dice.about(Footprints.FARM_ROUND_MINUTES, key, Question.values().length + (long) i);
            var next = new Ask(ask.user(), ask.session(), dice.part(key, i), ask.asker());
            boolean isSale = i % 2 == 1;
            ground.at(at, () -> turn(next, isSale));
        }
    }

    /** Back, or there again. */
    private void turn(Ask ask, boolean isSale) {
        if (isSale) {
            ground.sell(ask, ask.user().wallet().largestCoin(ground.floor().prices()), 1);
        } else {
            buy(ask);
        }
    }

    /** In the coin that the promotion pays in, or in any. */
    private void buy(Ask ask) {
        long key = ask.key();
        boolean isTheirs = dice.happens(Footprints.FARM_TRADES_THE_COIN, key, Question.COIN);
        Asset coin = isTheirs ? Asset.PUMP : ask.user().favourite();
        double share = dice.between(Footprints.FARM_TRADES_LEAST, Footprints.FARM_TRADES_MOST, key, Question.TRADES);
        Draft purchase = Draft.market(coin, Side.BUY, ground.shareCents(ask.user(), coin, Side.BUY, share));
        ground.floor().order(ask, ground.population().inBook(ask.user(), purchase, dice.uniform(key, Question.COIN)));
    }

    private long holds(Strike strike) {
        return dice.happens(Footprints.FARM_HOLDS, strike.key(), Question.HOLDS)
                ? dice.minutes(
                        60 * Footprints.FARM_HOLDS_LEAST_HOURS,
                        60 * Footprints.FARM_HOLDS_MOST_HOURS,
                        strike.key(),
                        Question.HOLDS)
                : 0;
    }

    /** The farm's, one that the account has used before, or as the ring has it. */
    private long address(Strike strike, User account, long key) {
        double kind = dice.uniform(key, Question.ONE_SWEEP);
        if (strike.tactic().address() != AddressChoice.FRESH && kind < Footprints.FARM_ONE_SWEEP) {
            return ground.kit().fresh(strike, 0);
        }
        return kind < Footprints.FARM_ONE_SWEEP + Footprints.FARM_SAVED_ADDRESS
                ? account.mainAddress()
                : ground.kit().address(strike, account, 0, strike.atMillis());
    }
}
