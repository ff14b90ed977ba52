package firedrill.ingest.fraud.scheme;

import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.User;
import firedrill.ingest.fraud.parameters.MuleParameters;
import firedrill.ingest.fraud.ring.Attack;
import firedrill.ingest.fraud.ring.FraudStream;
import firedrill.ingest.fraud.ring.Tactic.DwellTime;
import firedrill.ingest.market.Asset;
import firedrill.ingest.random.DrawIndex;

/**
 * T5: pass-through of illicit funds: received, and withdrawn almost entirely within minutes to hours. Accounts partly share
 * devices, senders and addresses.
 */
final class MulePassThrough implements Scheme {

    private enum PassThroughDraw implements DrawIndex {
        ACCOUNT,
        TWO_ACCOUNTS,
        AMOUNT,
        ASSET,
        SENDER,
        DEPOSIT_TIME,
        LOGIN_DELAY,
        DWELL_TIME,
        SALE,
        FRACTION,
        SALE_FRACTION,
        SALE_TIME;

        @Override
        public long index() {
            return ordinal();
        }
    }

    private final AttackContext context;
    private final MuleParameters parameters;
    private final SchemeRandom random;

    MulePassThrough(AttackContext context) {
        this.context = context;
        parameters = context.parameters().mule();
        random = context.randomFor(FraudStream.MULE_PASS_THROUGH);
    }

    @Override
    public void schedule(Attack attack) {
        long key = attack.key();
        int count = random.bernoulli(parameters.twoAccountsShare(), key, PassThroughDraw.TWO_ACCOUNTS) ? 2 : 1;
        for (int i = 0; i < count; i++) {
            User mule = attack.ring().accountAt(random.uniform(key, PassThroughDraw.ACCOUNT), i);
            passThrough(attack, mule, random.subKey(key, i), i);
        }
    }

    private void passThrough(Attack attack, User mule, long key, int number) {
        Asset asset = random.bernoulli(parameters.cashShare(), key, PassThroughDraw.ASSET)
                ? Asset.CASH
                : mule.preferredCoin();
        long depositMillis = attack.startMillis()
                + random.uniformMinutesMillis(parameters.depositDelayMinutes(), key, PassThroughDraw.DEPOSIT_TIME);
        scheduleDeposit(attack, mule, asset, key, number, depositMillis);
        ClientSession session = context.infrastructure().session(attack, mule, 0, depositMillis);
        long loginMillis = depositMillis
                + random.uniformMinutesMillis(parameters.loginDelayMinutes(), key, PassThroughDraw.LOGIN_DELAY);
        context.scheduleLogin(loginMillis, mule, session, key);
        AttackStep step = new AttackExecution(context, attack, AmountAtRisk.WITHDRAWALS).step(mule, session, key);
        long readyMillis = loginMillis + SchemeRandom.secondsToMillis(parameters.loginToActionSeconds());
        if (asset != Asset.CASH && random.bernoulli(parameters.sellShare(), key, PassThroughDraw.SALE)) {
            readyMillis += random.exponentialMillis(parameters.sellMeanMinutes(), key, PassThroughDraw.SALE_TIME);
            context.schedule(
                    readyMillis - SchemeRandom.secondsToMillis(parameters.saleLeadSeconds()),
                    () -> context.sellLargestHolding(
                            step.withKey(~key), random.uniform(key, PassThroughDraw.SALE_FRACTION)));
        }
        long withdrawalMillis = readyMillis + dwellMillis(attack, key);
        context.muleAccounts().reserve(mule, withdrawalMillis);
        context.schedule(
                withdrawalMillis,
                () -> context.withdrawByTactic(
                        step, parameters.minFraction(), random.uniform(key, PassThroughDraw.FRACTION)));
    }

    private void scheduleDeposit(Attack attack, User mule, Asset asset, long key, int number, long timeMillis) {
        double sharedSenderShare = context.parameters().funding().sharedSenderShare();
        boolean isShared = random.bernoulli(sharedSenderShare, attack.key(), PassThroughDraw.SENDER);
        context.scheduleDeposit(
                timeMillis,
                mule,
                asset,
                random.logNormalCents(parameters.amountUsd(), key, PassThroughDraw.AMOUNT),
                context.infrastructure().cryptoSource(attack, isShared, number));
    }

    /** Mules never hold funds overnight. */
    private long dwellMillis(Attack attack, long key) {
        return attack.tactic().dwellTime() == DwellTime.MINUTES
                ? random.exponentialMillis(parameters.dwellMeanMinutes(), key, PassThroughDraw.DWELL_TIME)
                : random.uniformMinutesMillis(parameters.longDwellMinutes(), key, PassThroughDraw.DWELL_TIME);
    }
}
