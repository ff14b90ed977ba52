package firedrill.ingest.fraud.scheme;

import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.User;
import firedrill.ingest.customer.behaviour.PromotionCampaigns;
import firedrill.ingest.event.ExchangeEvent.Deposit.PaymentRail;
import firedrill.ingest.exchange.api.DepositSource;
import firedrill.ingest.exchange.api.OrderIntent;
import firedrill.ingest.fraud.parameters.PromoFarmingParameters;
import firedrill.ingest.fraud.ring.Attack;
import firedrill.ingest.fraud.ring.FraudStream;
import firedrill.ingest.fraud.ring.Tactic.AddressChoice;
import firedrill.ingest.market.Asset;
import firedrill.ingest.random.DrawIndex;
import firedrill.ingest.random.Repeated;

/**
 * T8: promotion farming: accounts of one owner are funded, claim a promotion within minutes of each other, sell, and sweep
 * to mostly one address, at once or after a holding time. At risk: what leaves, up to the reward.
 */
final class PromoFarming implements Scheme {

    private enum FarmingDraw implements DrawIndex {
        FUNDED(0),
        FUNDING(1),
        AMOUNT(2),
        CLAIM_TIME(3),
        REWARD(4),
        SALE(5),
        SALE_TIME(6),
        SWEEP_TIME(7),
        FRACTION(8),
        HOLD(9),
        SWEEP_ADDRESS(10),
        SALE_FRACTION(11),
        TRADE(12),
        COIN(13),
        LATE_FUNDING(14),
        VOLUME(15),
        ROUND_TRIPS(16),
        HOLD_TIME(17),
        TRADE_DELAY(18),
        TRADE_FRACTION(19),
        MATCH(20),
        /** Repeated for each leg after the first purchase. */
        @Repeated
        ROUND_TRIP_GAP(1_000);

        private final long index;

        FarmingDraw(long index) {
            this.index = index;
        }

        @Override
        public long index() {
            return index;
        }
    }

    private final AttackContext context;
    private final PromoFarmingParameters parameters;
    private final PromotionCampaigns campaigns;
    private final SchemeRandom random;

    PromoFarming(AttackContext context) {
        this.context = context;
        parameters = context.parameters().promoFarming();
        campaigns = new PromotionCampaigns(context.customers().parameters().promotions(), context.randomSource());
        random = context.randomFor(FraudStream.PROMO_FARMING);
    }

    @Override
    public void schedule(Attack attack) {
        int number = 0;
        for (User account : context.muleAccounts().accountsFor(attack)) {
            scheduleAccount(attack, account, random.subKey(attack.key(), number), number++);
        }
    }

    private void scheduleAccount(Attack attack, User account, long key, int number) {
        ClientSession session = context.infrastructure().session(attack, account, number, attack.startMillis());
        long rewardCents = rewardCents(key);
        AmountAtRisk atRisk = AmountAtRisk.ofWithdrawals(withdrawal -> Math.min(withdrawal.amountCents(), rewardCents));
        AttackStep step = new AttackExecution(context, attack, atRisk).step(account, session, key);
        long claimMillis = attack.startMillis()
                + random.uniformMinutesMillis(parameters.claimDelayMinutes(), key, FarmingDraw.CLAIM_TIME);
        long readyMillis = claimMillis;
        if (random.bernoulli(parameters.fundedShare(), key, FarmingDraw.FUNDED)) {
            boolean isLate = random.bernoulli(parameters.lateFundingShare(), key, FarmingDraw.LATE_FUNDING);
            long depositMillis = (isLate ? claimMillis : attack.startMillis())
                    + random.uniformMinutesMillis(parameters.fundingDelayMinutes(), key, FarmingDraw.FUNDING);
            scheduleFunding(step.withKey(key + 1), depositMillis);
            readyMillis = Math.max(claimMillis, depositMillis);
        }
        scheduleClaim(step, claimMillis);
        long saleMillis = readyMillis
                + holdMillis(attack)
                + random.exponentialMillis(parameters.sellMeanMinutes(), key, FarmingDraw.SALE_TIME);
        if (random.bernoulli(parameters.sellShare(), key, FarmingDraw.SALE)) {
            context.schedule(
                    saleMillis,
                    () -> context.sellLargestHolding(
                            step.withKey(~key), random.uniform(key, FarmingDraw.SALE_FRACTION)));
        }
        scheduleSweep(
                step,
                saleMillis + random.exponentialMillis(parameters.sweepMeanMinutes(), key, FarmingDraw.SWEEP_TIME));
    }

    private void scheduleClaim(AttackStep step, long claimMillis) {
        User account = step.user();
        context.scheduleLogin(
                claimMillis - SchemeRandom.secondsToMillis(parameters.loginLeadSeconds()),
                account,
                step.intent().session(),
                step.key());
        context.scheduleDeposit(
                claimMillis,
                account,
                Asset.VIA,
                rewardCents(step.key()),
                new DepositSource(PaymentRail.REWARD, campaigns.payerId(account, claimMillis), 0));
    }

    private long rewardCents(long key) {
        return (long) (100 * random.uniformBetween(parameters.rewardUsd(), key, FarmingDraw.REWARD));
    }

    private void scheduleSweep(AttackStep step, long sweepMillis) {
        context.muleAccounts().reserve(step.user(), sweepMillis);
        double fraction = random.uniformBetween(parameters.sweepFraction(), step.key(), FarmingDraw.FRACTION);
        context.schedule(sweepMillis, () -> context.withdrawFraction(step, fraction, sweepAddress(step)));
    }

    /** Deposits what the promotion asks for; some promotions ask for a trade as well, and some for a volume. */
    private void scheduleFunding(AttackStep step, long timeMillis) {
        long key = step.key();
        context.scheduleDeposit(
                timeMillis,
                step.user(),
                Asset.CASH,
                random.logNormalCents(parameters.fundingUsd(), key, FarmingDraw.AMOUNT),
                context.infrastructure().cryptoSource(step.attack(), false, 0));
        PromoFarmingParameters.Trading trade = parameters.trade();
        if (!random.bernoulli(trade.share(), key, FarmingDraw.TRADE)) {
            return;
        }
        long tradeMillis = timeMillis + random.uniformMinutesMillis(trade.delayMinutes(), key, FarmingDraw.TRADE_DELAY);
        context.schedule(tradeMillis, () -> buy(step));
        int legs = random.bernoulli(trade.volumeShare(), key, FarmingDraw.VOLUME)
                ? random.uniformInt(trade.roundTripLegs(), key, FarmingDraw.ROUND_TRIPS)
                : 0;
        for (int i = 1; i <= legs; i++) {
            tradeMillis +=
                    random.exponentialMillis(trade.roundTripMeanMinutes(), key, FarmingDraw.ROUND_TRIP_GAP, i - 1L);
            AttackStep leg = step.withKey(random.subKey(key, i));
            boolean isSale = i % 2 == 1;
            context.schedule(tradeMillis, () -> roundTripLeg(leg, isSale));
        }
    }

    private void roundTripLeg(AttackStep step, boolean isSale) {
        if (isSale) {
            context.sell(
                    step, step.user().wallet().largestCoin(context.exchange().prices()), 1);
        } else {
            buy(step);
        }
    }

    /** Buys the promotion's coin, or the preferred one. */
    private void buy(AttackStep step) {
        long key = step.key();
        boolean isRewardCoin = random.bernoulli(parameters.trade().rewardCoinShare(), key, FarmingDraw.COIN);
        Asset coin = isRewardCoin ? Asset.VIA : step.user().preferredCoin();
        double share = random.uniformBetween(parameters.trade().fraction(), key, FarmingDraw.TRADE_FRACTION);
        OrderIntent purchase = context.purchase(step, coin, share);
        context.placeMatchedOrder(step, purchase, random.uniform(key, FarmingDraw.MATCH));
    }

    private long holdMillis(Attack attack) {
        return random.bernoulli(parameters.holdShare(), attack.key(), FarmingDraw.HOLD)
                ? random.uniformHoursMillis(parameters.holdHours(), attack.key(), FarmingDraw.HOLD_TIME)
                : 0;
    }

    /** The farm's shared address, a saved one of the account, or the tactic's. */
    private long sweepAddress(AttackStep step) {
        Attack attack = step.attack();
        double kind = random.uniform(step.key(), FarmingDraw.SWEEP_ADDRESS);
        if (attack.tactic().address() != AddressChoice.FRESH && kind < parameters.sharedSweepAddressShare()) {
            return context.infrastructure().freshAddress(attack, 0);
        }
        return kind < parameters.sharedSweepAddressShare() + parameters.savedAddressShare()
                ? step.user().mainAddressId()
                : context.infrastructure().cashOutAddress(attack, step.user(), 0, attack.startMillis());
    }
}
