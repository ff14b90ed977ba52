package firedrill.ingest.customer.behaviour;

import firedrill.ingest.account.Archetype;
import firedrill.ingest.account.User;
import firedrill.ingest.customer.CustomerContext;
import firedrill.ingest.customer.PromotionParameters;
import firedrill.ingest.event.ExchangeEvent.Deposit.PaymentRail;
import firedrill.ingest.exchange.api.DepositSource;
import firedrill.ingest.exchange.api.ExchangeApi;
import firedrill.ingest.market.Asset;
import firedrill.ingest.parameters.UniformRange;
import firedrill.ingest.random.DrawIndex;
import firedrill.ingest.random.RandomStream;
import java.util.concurrent.TimeUnit;

/**
 * Promotion behaviour: rewards in the thin coin, some after a trade in it; many are sold at once, some are withdrawn. A low
 * background rate, and bursts when an airdrop opens (AirdropClaims).
 */
final class PromotionBehaviour {

    private static final long MINUTE_MILLIS = TimeUnit.MINUTES.toMillis(1);
    private static final int CENTS = 100;

    /**
     * Draws by the key of a promotion.
     */
    private enum PromotionDraw implements DrawIndex {
        REWARD(0),
        NEXT_STEP(1),
        TRADE_TO_REWARD(2),
        REWARD_TO_NEXT_STEP(8),
        NEXT_STEP_KEY(3),
        CLAIMS(4),
        REQUIRES_TRADE(5),
        TRADE_FRACTION(6),
        TRADE_KEY(7);

        private final long index;

        PromotionDraw(long index) {
            this.index = index;
        }

        @Override
        public long index() {
            return index;
        }
    }

    private final ExchangeApi exchange;
    private final PromotionParameters parameters;
    private final TradingBehaviour trading;
    private final WithdrawalBehaviour withdrawals;
    private final RandomStream draws;
    private final PromotionCampaigns campaigns;

    PromotionBehaviour(CustomerContext context, TradingBehaviour trading, WithdrawalBehaviour withdrawals) {
        exchange = context.exchange();
        parameters = context.parameters().promotions();
        this.trading = trading;
        this.withdrawals = withdrawals;
        draws = context.random().stream(BehaviourStream.PROMOTION);
        campaigns = new PromotionCampaigns(parameters, context.random());
    }

    /** A promo hunter claims, any other customer claims occasionally. */
    void considerPromotion(User user, long key) {
        if (user.archetype() == Archetype.PROMO_HUNTER
                || draws.bernoulli(parameters.occasionalClaim(), key, PromotionDraw.CLAIMS)) {
            claimReward(user, key);
        }
    }

    /** Meets the condition of the promotion and collects the reward. */
    void claimReward(User user, long key) {
        if (draws.bernoulli(parameters.requiresTrade(), key, PromotionDraw.REQUIRES_TRADE)) {
            UniformRange range = parameters.tradeFraction();
            double fraction = draws.uniformBetween(range.min(), range.max(), key, PromotionDraw.TRADE_FRACTION);
            trading.buy(user, Asset.VIA, fraction, draws.bits(key, PromotionDraw.TRADE_KEY));
            schedule(
                    parameters.tradeToRewardMinutes(),
                    key,
                    PromotionDraw.TRADE_TO_REWARD,
                    () -> collectReward(user, key));
        } else {
            collectReward(user, key);
        }
    }

    private void collectReward(User user, long key) {
        exchange.deposit(
                user,
                Asset.VIA,
                rewardCents(key),
                new DepositSource(PaymentRail.REWARD, campaigns.payerId(user, exchange.nowMillis()), 0));
        double next = draws.uniform(key, PromotionDraw.NEXT_STEP);
        if (next < parameters.soldShare()) {
            schedule(parameters.rewardToSaleMinutes(), key, PromotionDraw.REWARD_TO_NEXT_STEP, () -> sell(user, key));
        } else if (next < parameters.soldShare() + parameters.withdrawnShare()) {
            schedule(
                    parameters.rewardToWithdrawalMinutes(),
                    key,
                    PromotionDraw.REWARD_TO_NEXT_STEP,
                    () -> withdrawals.withdrawToNewAddress(user, Asset.VIA, nextStepKey(key)));
        }
    }

    private long rewardCents(long key) {
        double usd = draws.logNormal(parameters.rewardMedianUsd(), parameters.rewardSigma(), key, PromotionDraw.REWARD);
        return Math.max(ExchangeApi.MIN_AMOUNT_CENTS, (long) (usd * CENTS));
    }

    private void sell(User user, long key) {
        trading.sellAll(user, Asset.VIA, user.mainDeviceId(), nextStepKey(key));
    }

    private long nextStepKey(long key) {
        return draws.bits(key, PromotionDraw.NEXT_STEP_KEY);
    }

    private void schedule(UniformRange minutes, long key, PromotionDraw draw, Runnable task) {
        long delayMillis = (long) (draws.uniformBetween(minutes.min(), minutes.max(), key, draw) * MINUTE_MILLIS);
        exchange.schedule(exchange.nowMillis() + delayMillis, task);
    }
}
