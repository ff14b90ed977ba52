package firedrill.ingest.fraud.scheme;

import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.User;
import firedrill.ingest.customer.behaviour.PromotionCampaigns;
import firedrill.ingest.event.ExchangeEvent.Deposit.PaymentRail;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.exchange.api.DepositSource;
import firedrill.ingest.exchange.api.Intent;
import firedrill.ingest.exchange.api.OrderIntent;
import firedrill.ingest.fraud.ring.Attack;
import firedrill.ingest.fraud.ring.Tactic.AddressChoice;
import firedrill.ingest.fraud.ring.TypologyParameters;
import firedrill.ingest.market.Asset;

/**
 * T8: many accounts of one owner, some of them prepared for months, are funded by one sender with what a promotion asks for,
 * collect it close together, sell it and sweep the proceeds, soon or hours later, mostly to one address.
 */
public final class PromoFarming implements Scheme {

    private static final long HALF_MINUTE_MILLIS = 30_000;

    private enum FarmingDraw {
        FUNDED,
        FUNDING,
        AMOUNT,
        CLAIM_TIME,
        REWARD,
        SALE,
        SALE_TIME,
        SWEEP_TIME,
        FRACTION,
        HOLD,
        SWEEP_ADDRESS,
        SALE_FRACTION,
        TRADE,
        COIN,
        LATE_FUNDING,
        VOLUME,
        ROUND_TRIPS
    }

    private final AttackContext context;
    private final PromotionCampaigns campaigns;
    private final SchemeRandom random;

    public PromoFarming(AttackContext ground) {
        this.context = ground;
        campaigns = new PromotionCampaigns(ground.randomSource());
        random = ground.randomFor("attack.farm");
    }

    @Override
    public void schedule(Attack strike) {
        int number = 0;
        for (User account : context.muleAccounts().accountsFor(strike)) {
            scheduleAccount(strike, account, random.subKey(strike.key(), number), number++);
        }
    }

    private void scheduleAccount(Attack strike, User account, long key, int number) {
        long now = strike.startMillis();
        ClientSession session = context.infrastructure().session(strike, account, number, now);
        var crime = new AttackExecution(context, strike, AmountAtRisk.WITHDRAWALS);
        long claims = now
                + random.uniformMillis(
                        40, 40 + TypologyParameters.FARM_CLAIM_WINDOW_MINUTES, key, FarmingDraw.CLAIM_TIME);
        long ready = claims;
        if (random.bernoulli(TypologyParameters.FARM_FUNDED_SHARE, key, FarmingDraw.FUNDED)) {
            boolean isLate =
                    random.bernoulli(TypologyParameters.FARM_LATE_FUNDING_SHARE, key, FarmingDraw.LATE_FUNDING);
            long pays = (isLate ? claims : now) + random.uniformMillis(0, 30, key, FarmingDraw.FUNDING);
            scheduleFunding(strike, new Intent(account, session, key + 1, crime), pays);
            ready = Math.max(claims, pays);
        }
        context.scheduleLogin(claims - HALF_MINUTE_MILLIS, account, session, key);
        long rewardCents = (long) (100
                * random.uniformBetween(
                        TypologyParameters.FARM_REWARD_MIN_USD,
                        TypologyParameters.FARM_REWARD_MAX_USD,
                        key,
                        FarmingDraw.REWARD));
        context.scheduleDeposit(
                claims,
                account,
                Asset.VIA,
                rewardCents,
                new DepositSource(PaymentRail.REWARD, campaigns.payerId(account, claims), 0));
        long sells = ready
                + holdMillis(strike)
                + random.exponentialMillis(TypologyParameters.FARM_SELL_MEAN_MINUTES, key, FarmingDraw.SALE_TIME);
        if (random.bernoulli(TypologyParameters.FARM_SELL_SHARE, key, FarmingDraw.SALE)) {
            context.schedule(
                    sells,
                    () -> context.sellLargestHolding(
                            strike,
                            new Intent(account, session, ~key, crime),
                            random.uniform(key, FarmingDraw.SALE_FRACTION)));
        }
        long sweeps = sells
                + random.exponentialMillis(TypologyParameters.FARM_SWEEP_MEAN_MINUTES, key, FarmingDraw.SWEEP_TIME);
        context.muleAccounts().reserve(account, sweeps);
        var ask = new Intent(account, session, key, crime);
        double fraction = random.uniformBetween(
                TypologyParameters.FARM_MIN_FRACTION, TypologyParameters.FARM_MAX_FRACTION, key, FarmingDraw.FRACTION);
        context.schedule(sweeps, () -> context.withdrawFraction(ask, fraction, sweepAddress(strike, account, key)));
    }

    /** Pays in what the promotion asks for; some ask for a trade as well, and some of those for a volume. */
    private void scheduleFunding(Attack strike, Intent ask, long atMillis) {
        long key = ask.key();
        double usd = random.logNormal(
                TypologyParameters.FARM_FUNDING_MEDIAN_USD,
                TypologyParameters.FARM_FUNDING_SIGMA,
                key,
                FarmingDraw.AMOUNT);
        context.scheduleDeposit(
                atMillis,
                ask.user(),
                Asset.CASH,
                (long) (100 * usd),
                context.infrastructure().cryptoSource(strike, false, 0));
        if (!random.bernoulli(TypologyParameters.FARM_TRADE_FIRST_SHARE, key, FarmingDraw.TRADE)) {
            return;
        }
        long at = atMillis
                + random.uniformMillis(1, TypologyParameters.FARM_TRADE_WINDOW_MINUTES, key, FarmingDraw.TRADE);
        context.schedule(at, () -> buy(ask));
        boolean makesVolume = random.bernoulli(TypologyParameters.FARM_VOLUME_TRADING_SHARE, key, FarmingDraw.VOLUME);
        int more = makesVolume
                ? 1 + random.uniformInt(2 * TypologyParameters.FARM_MAX_ROUND_TRIPS, key, FarmingDraw.ROUND_TRIPS)
                : 0;
        for (int i = 1; i <= more; i++) {
            at += random.exponentialMillis(
                    TypologyParameters.FARM_ROUND_TRIP_MEAN_MINUTES, key, FarmingDraw.values().length + (long) i);
            var next = new Intent(ask.user(), ask.session(), random.subKey(key, i), ask.actor());
            boolean isSale = i % 2 == 1;
            context.schedule(at, () -> roundTripLeg(next, isSale));
        }
    }

    /** Back, or there again. */
    private void roundTripLeg(Intent ask, boolean isSale) {
        if (isSale) {
            context.sell(ask, ask.user().wallet().largestCoin(context.exchange().prices()), 1);
        } else {
            buy(ask);
        }
    }

    /** In the coin that the promotion pays in, or in any. */
    private void buy(Intent ask) {
        long key = ask.key();
        boolean isTheirs = random.bernoulli(TypologyParameters.FARM_REWARD_COIN_TRADE_SHARE, key, FarmingDraw.COIN);
        Asset coin = isTheirs ? Asset.VIA : ask.user().preferredCoin();
        double share = random.uniformBetween(
                TypologyParameters.FARM_TRADE_MIN_FRACTION,
                TypologyParameters.FARM_TRADE_MAX_FRACTION,
                key,
                FarmingDraw.TRADE);
        OrderIntent purchase =
                OrderIntent.market(coin, Side.BUY, context.orderNotionalCents(ask.user(), coin, Side.BUY, share));
        context.exchange()
                .placeOrder(
                        ask,
                        context.population()
                                .assignCounterparty(ask.user(), purchase, random.uniform(key, FarmingDraw.COIN)));
    }

    private long holdMillis(Attack strike) {
        return random.bernoulli(TypologyParameters.FARM_HOLD_SHARE, strike.key(), FarmingDraw.HOLD)
                ? random.uniformMillis(
                        60 * TypologyParameters.FARM_HOLD_MIN_HOURS,
                        60 * TypologyParameters.FARM_HOLD_MAX_HOURS,
                        strike.key(),
                        FarmingDraw.HOLD)
                : 0;
    }

    /** The farm's, one that the account has used before, or as the ring has it. */
    private long sweepAddress(Attack strike, User account, long key) {
        double kind = random.uniform(key, FarmingDraw.SWEEP_ADDRESS);
        if (strike.tactic().address() != AddressChoice.FRESH
                && kind < TypologyParameters.FARM_SHARED_SWEEP_ADDRESS_SHARE) {
            return context.infrastructure().freshAddress(strike, 0);
        }
        return kind < TypologyParameters.FARM_SHARED_SWEEP_ADDRESS_SHARE + TypologyParameters.FARM_SAVED_ADDRESS_SHARE
                ? account.mainAddressId()
                : context.infrastructure().cashOutAddress(strike, account, 0, strike.startMillis());
    }
}
