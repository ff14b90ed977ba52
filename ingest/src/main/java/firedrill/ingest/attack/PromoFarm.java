package firedrill.ingest.attack;

import firedrill.ingest.attack.Tactic.AddressChoice;
import firedrill.ingest.chance.Draws;
import firedrill.ingest.event.ExchangeEvent.Deposit.Funding;
import firedrill.ingest.market.Asset;
import firedrill.ingest.population.Ask;
import firedrill.ingest.population.Campaigns;
import firedrill.ingest.population.Session;
import firedrill.ingest.population.Source;
import firedrill.ingest.population.User;

/**
 * T8: many new accounts of one owner, funded by one sender, collect a promotion within minutes of each other, sell it and
 * sweep the proceeds, mostly to one address.
 */
final class PromoFarm implements Scheme {

    private enum Question {
        FUNDED,
        FUNDING,
        CLAIMS,
        REWARD,
        SELLS,
        SELL_TIME,
        SWEEP_TIME,
        ONE_SWEEP
    }

    private final Ground ground;
    private final Campaigns campaigns;
    private final Draws draws;
    private final Delays delays;

    PromoFarm(Ground ground) {
        this.ground = ground;
        campaigns = new Campaigns(ground.chance());
        draws = ground.chance().about("attack.farm");
        delays = new Delays(draws);
    }

    @Override
    public void begin(Strike strike) {
        int number = 0;
        for (User account : ground.recruits().of(strike)) {
            farm(strike, account, draws.bits(strike.key(), number), number++);
        }
    }

    private void farm(Strike strike, User account, long key, int number) {
        long now = strike.atMillis();
        Session session = ground.kit().session(strike, account, number, now);
        var crime = new Crime(ground, strike, Harm.WITHDRAWN);
        if (draws.happens(Assumptions.FARM_FUNDED, key, Question.FUNDED.ordinal())) {
            long cents = (long) draws.between(1_000, 2_500, key, Question.FUNDING.ordinal());
            var funder = new Source(Funding.CRYPTO, ground.kit().sender(strike, false, 0), 0);
            ground.floor()
                    .at(
                            now + delays.between(0, 30, key, Question.FUNDING.ordinal()),
                            () -> ground.floor().deposit(account, Asset.CASH, cents, funder));
        }
        long claims =
                now + delays.between(40, 40 + Assumptions.FARM_CLAIMS_WITHIN_MINUTES, key, Question.CLAIMS.ordinal());
        ground.floor().at(claims - 30_000, () -> ground.login(account, session, key));
        long rewardCents = (long) (100
                * draws.between(
                        Assumptions.FARM_REWARD_LEAST_USD,
                        Assumptions.FARM_REWARD_MOST_USD,
                        key,
                        Question.REWARD.ordinal()));
        ground.floor()
                .at(
                        claims,
                        () -> ground.floor()
                                .deposit(
                                        account,
                                        Asset.PUMP,
                                        rewardCents,
                                        new Source(Funding.REWARD, campaigns.id(claims), 0)));
        long sells = claims + delays.about(4, key, Question.SELL_TIME.ordinal());
        if (draws.happens(Assumptions.FARM_SELLS, key, Question.SELLS.ordinal())) {
            ground.floor().at(sells, () -> ground.sellLargest(new Ask(account, session, ~key, crime)));
        }
        long sweeps = sells + delays.about(Assumptions.FARM_SWEEP_MEAN_MINUTES, key, Question.SWEEP_TIME.ordinal());
        var ask = new Ask(account, session, key, crime);
        ground.floor().at(sweeps, () -> ground.withdraw(ask, 1, address(strike, account, key, number)));
    }

    private long address(Strike strike, User account, long key, int number) {
        boolean isSwept = strike.tactic().address() != AddressChoice.FRESH
                && draws.happens(Assumptions.FARM_ONE_SWEEP, key, Question.ONE_SWEEP.ordinal());
        return isSwept
                ? ground.kit().fresh(strike, 0)
                : ground.kit().address(strike, account, number, strike.atMillis());
    }
}
