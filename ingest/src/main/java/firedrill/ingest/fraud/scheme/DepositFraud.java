package firedrill.ingest.fraud.scheme;

import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.User;
import firedrill.ingest.customer.DepositParameters;
import firedrill.ingest.event.ExchangeEvent.Deposit.PaymentRail;
import firedrill.ingest.exchange.api.DepositSource;
import firedrill.ingest.fraud.parameters.DepositFraudParameters;
import firedrill.ingest.fraud.ring.Attack;
import firedrill.ingest.fraud.ring.FraudStream;
import firedrill.ingest.market.Asset;
import firedrill.ingest.parameters.UniformRange;
import firedrill.ingest.random.DrawIndex;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * T9: deposit fraud: a new or bought account deposits from a stolen card or bank account, buys coins and withdraws them;
 * the deposit is returned days later. At risk: what leaves, up to the deposit.
 */
final class DepositFraud implements Scheme {

    private static final double MINUTES_PER_DAY = 1_440;
    private static final List<Asset> LIQUID_COINS = List.of(Asset.BTC, Asset.ETH, Asset.SOL);

    private enum DepositFraudDraw implements DrawIndex {
        RAIL,
        AMOUNT,
        PURCHASE,
        COIN,
        PURCHASE_TIME,
        PURCHASE_COUNT,
        PURCHASE_FRACTION,
        DWELL_TIME,
        FRACTION,
        RETURN_DELAY,
        DEPOSIT_DELAY;

        @Override
        public long index() {
            return ordinal();
        }
    }

    private final AttackContext context;
    private final DepositFraudParameters parameters;
    private final SchemeRandom random;

    DepositFraud(AttackContext context) {
        this.context = context;
        parameters = context.parameters().depositFraud();
        random = context.randomFor(FraudStream.DEPOSIT_FRAUD);
    }

    @Override
    public void schedule(Attack attack) {
        for (User account : context.muleAccounts().accountsFor(attack)) {
            scheduleAccount(attack, account);
        }
    }

    private void scheduleAccount(Attack attack, User account) {
        long key = attack.key();
        long startMillis = attack.startMillis();
        long amountCents = Math.max(
                (long) (100 * parameters.minAmountUsd()),
                random.logNormalCents(parameters.amountUsd(), key, DepositFraudDraw.AMOUNT));
        ClientSession session = context.infrastructure().session(attack, account, 0, startMillis);
        context.scheduleLogin(startMillis, account, session, key);
        long depositMillis = startMillis
                + random.uniformMinutesMillis(parameters.depositDelayMinutes(), key, DepositFraudDraw.DEPOSIT_DELAY);
        context.schedule(depositMillis, () -> deposit(attack, account, amountCents));
        AmountAtRisk atRisk = AmountAtRisk.ofWithdrawals(withdrawal -> Math.min(withdrawal.amountCents(), amountCents));
        AttackStep step = new AttackExecution(context, attack, atRisk).step(account, session, key);
        long boughtMillis = random.bernoulli(parameters.purchaseShare(), key, DepositFraudDraw.PURCHASE)
                ? schedulePurchases(step, depositMillis)
                : depositMillis;
        long withdrawalMillis = boughtMillis
                + random.dwellMillis(attack, parameters.dwellMeanMinutes(), key, DepositFraudDraw.DWELL_TIME);
        context.muleAccounts().reserve(account, withdrawalMillis);
        context.schedule(
                withdrawalMillis,
                () -> context.withdrawByTactic(
                        step, parameters.minFraction(), random.uniform(key, DepositFraudDraw.FRACTION)));
    }

    /** Schedules the purchases; returns the time of the last one. */
    private long schedulePurchases(AttackStep step, long depositMillis) {
        long key = step.key();
        Asset coin = random.bernoulli(parameters.preferredCoinShare(), key, DepositFraudDraw.COIN)
                ? step.user().preferredCoin()
                : LIQUID_COINS.get(random.uniformInt(LIQUID_COINS.size(), ~key, DepositFraudDraw.COIN));
        int count = random.uniformInt(parameters.purchases(), key, DepositFraudDraw.PURCHASE_COUNT);
        long timeMillis = depositMillis;
        for (int i = 0; i < count; i++) {
            long part = random.subKey(key, i);
            boolean isImmediate =
                    random.bernoulli(parameters.immediatePurchaseShare(), part, DepositFraudDraw.PURCHASE);
            timeMillis += random.exponentialMillis(
                    isImmediate ? parameters.immediatePurchaseMeanMinutes() : parameters.laterPurchaseMeanMinutes(),
                    part,
                    DepositFraudDraw.PURCHASE_TIME);
            UniformRange fraction = i == count - 1 ? parameters.lastPurchaseFraction() : parameters.purchaseFraction();
            double share = random.uniformBetween(fraction, part, DepositFraudDraw.PURCHASE_FRACTION);
            context.schedule(timeMillis, () -> context.buy(step.withKey(part), coin, share));
        }
        return timeMillis;
    }

    private void deposit(Attack attack, User account, long amountCents) {
        long key = attack.key();
        DepositParameters terms = context.customers().parameters().deposits();
        boolean isCard = random.bernoulli(parameters.cardShare(), key, DepositFraudDraw.RAIL);
        var source = new DepositSource(
                isCard ? PaymentRail.CARD : PaymentRail.BANK,
                context.infrastructure().senderId(attack, false, 0),
                TimeUnit.DAYS.toMillis(isCard ? terms.cardReversibleDays() : terms.bankReversibleDays()));
        long depositId = context.exchange().deposit(account, Asset.CASH, amountCents, source);
        long returnMillis = context.exchange().nowMillis()
                + random.logNormalMillis(
                        parameters.returnDays().median() * MINUTES_PER_DAY,
                        parameters.returnDays().sigma(),
                        key,
                        DepositFraudDraw.RETURN_DELAY,
                        0);
        context.schedule(returnMillis, () -> context.exchange().returnDeposit(account, depositId, amountCents));
    }
}
