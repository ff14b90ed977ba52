package firedrill.ingest.customer.behaviour;

import firedrill.ingest.account.Archetype;
import firedrill.ingest.account.User;
import firedrill.ingest.customer.BehaviourParameters;
import firedrill.ingest.event.ExchangeEvent.Deposit.PaymentRail;
import firedrill.ingest.exchange.api.DepositSource;
import firedrill.ingest.exchange.api.ExchangeApi;
import firedrill.ingest.market.Asset;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;
import java.util.concurrent.TimeUnit;

/**
 * How honest users take promotions: the exchange pays a small coin, to some after a trade in it; four in ten sell it at
 * once, and some take it away. A thin background on most days, and a crowd when an airdrop opens ({@code AirdropClaims}).
 */
final class PromotionBehaviour {

    private static final long MINUTE_MILLIS = TimeUnit.MINUTES.toMillis(1);

    private final ExchangeApi floor;
    private final TradingBehaviour trading;
    private final WithdrawalBehaviour errands;
    private final RandomStream draws;
    private final PromotionCampaigns campaigns;

    PromotionBehaviour(ExchangeApi floor, TradingBehaviour trading, WithdrawalBehaviour errands, RandomSource chance) {
        this.floor = floor;
        this.trading = trading;
        this.errands = errands;
        draws = chance.stream("population.claim");
        campaigns = new PromotionCampaigns(chance);
    }

    /** Most who do not live on promotions leave this one. */
    void considerPromotion(User user, long key) {
        if (user.archetype() == Archetype.PROMO_HUNTER
                || draws.bernoulli(BehaviourParameters.OCCASIONAL_CLAIM, key, 4)) {
            claimReward(user, key);
        }
    }

    /** Does what the promotion asks for, and is paid. */
    void claimReward(User user, long key) {
        if (draws.bernoulli(BehaviourParameters.CLAIM_REQUIRES_TRADE, key, 5)) {
            double share = draws.uniformBetween(
                    BehaviourParameters.CLAIM_TRADE_MIN_FRACTION, BehaviourParameters.CLAIM_TRADE_MAX_FRACTION, key, 6);
            trading.buy(user, Asset.VIA, share, draws.bits(key, 7));
            later(5, 60, key, () -> collect(user, key));
        } else {
            collect(user, key);
        }
    }

    private void collect(User user, long key) {
        double usd = draws.logNormal(BehaviourParameters.CLAIM_MEDIAN_USD, BehaviourParameters.CLAIM_SIGMA, key, 0);
        long amountCents = Math.max(ExchangeApi.MIN_AMOUNT_CENTS, (long) (usd * 100));
        floor.deposit(
                user,
                Asset.VIA,
                amountCents,
                new DepositSource(PaymentRail.REWARD, campaigns.payerId(user, floor.nowMillis()), 0));
        double next = draws.uniform(key, 1);
        if (next < BehaviourParameters.CLAIM_SOLD_SHARE) {
            later(1, 20, key, () -> trading.sellAll(user, Asset.VIA, user.mainDeviceId(), draws.bits(key, 3)));
        } else if (next < BehaviourParameters.CLAIM_SOLD_SHARE + BehaviourParameters.CLAIM_WITHDRAWN_SHARE) {
            later(5, 120, key, () -> errands.withdrawToNewAddress(user, Asset.VIA, draws.bits(key, 3)));
        }
    }

    private void later(double lowMinutes, double highMinutes, long key, Runnable deed) {
        long afterMillis = (long) (draws.uniformBetween(lowMinutes, highMinutes, key, 2) * MINUTE_MILLIS);
        floor.schedule(floor.nowMillis() + afterMillis, deed);
    }
}
