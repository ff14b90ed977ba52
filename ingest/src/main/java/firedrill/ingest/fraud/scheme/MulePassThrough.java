package firedrill.ingest.fraud.scheme;

import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.User;
import firedrill.ingest.exchange.api.Intent;
import firedrill.ingest.fraud.ring.Attack;
import firedrill.ingest.fraud.ring.Tactic.DwellTime;
import firedrill.ingest.fraud.ring.TypologyParameters;
import firedrill.ingest.market.Asset;

/**
 * T5: money stolen elsewhere arrives in accounts that a ring owns and leaves again, nearly all of it, within minutes or
 * hours. The accounts share devices, senders and addresses, but not always.
 */
public final class MulePassThrough implements Scheme {

    private static final long MINUTE_MILLIS = 60_000;

    private enum PassThroughDraw {
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
        SALE_TIME
    }

    private final AttackContext context;
    private final SchemeRandom random;

    public MulePassThrough(AttackContext ground) {
        this.context = ground;
        random = ground.randomFor("attack.mule");
    }

    @Override
    public void schedule(Attack strike) {
        long key = strike.key();
        int count =
                random.bernoulli(TypologyParameters.MULE_TWO_ACCOUNTS_SHARE, key, PassThroughDraw.TWO_ACCOUNTS) ? 2 : 1;
        for (int i = 0; i < count; i++) {
            User mule = strike.ring().accountAt(random.uniform(key, PassThroughDraw.ACCOUNT), i);
            passThrough(strike, mule, random.subKey(key, i), i);
        }
    }

    private void passThrough(Attack strike, User mule, long key, int number) {
        boolean isShared =
                random.bernoulli(TypologyParameters.MULE_SHARED_SENDER_SHARE, strike.key(), PassThroughDraw.SENDER);
        Asset asset = random.bernoulli(0.5, key, PassThroughDraw.ASSET) ? Asset.CASH : mule.preferredCoin();
        long amountCents = (long) (100
                * random.logNormal(
                        TypologyParameters.MULE_MEDIAN_USD,
                        TypologyParameters.MULE_SIGMA,
                        key,
                        PassThroughDraw.AMOUNT));
        long arrives = strike.startMillis() + random.uniformMillis(0, 25, key, PassThroughDraw.DEPOSIT_TIME);
        context.scheduleDeposit(
                arrives, mule, asset, amountCents, context.infrastructure().cryptoSource(strike, isShared, number));
        ClientSession session = context.infrastructure().session(strike, mule, 0, arrives);
        long login = arrives + random.uniformMillis(1, 12, key, PassThroughDraw.LOGIN_DELAY);
        context.scheduleLogin(login, mule, session, key);
        var crime = new AttackExecution(context, strike, AmountAtRisk.WITHDRAWALS);
        long ready = login + MINUTE_MILLIS;
        if (asset != Asset.CASH && random.bernoulli(TypologyParameters.MULE_SELL_SHARE, key, PassThroughDraw.SALE)) {
            ready +=
                    random.exponentialMillis(TypologyParameters.MULE_SELL_MEAN_MINUTES, key, PassThroughDraw.SALE_TIME);
            context.schedule(
                    ready - MINUTE_MILLIS / 2,
                    () -> context.sellLargestHolding(
                            strike,
                            new Intent(mule, session, ~key, crime),
                            random.uniform(key, PassThroughDraw.SALE_FRACTION)));
        }
        long passes = ready + dwellMillis(strike, key);
        context.muleAccounts().reserve(mule, passes);
        context.schedule(
                passes,
                () -> context.withdrawByTactic(
                        strike,
                        new Intent(mule, session, key, crime),
                        TypologyParameters.MULE_MIN_FRACTION,
                        random.uniform(key, PassThroughDraw.FRACTION)));
    }

    /** Money that is looked for does not stay overnight. */
    private long dwellMillis(Attack strike, long key) {
        return strike.tactic().dwellTime() == DwellTime.MINUTES
                ? random.exponentialMillis(TypologyParameters.MULE_DWELL_MEAN_MINUTES, key, PassThroughDraw.DWELL_TIME)
                : random.uniformMillis(120, 480, key, PassThroughDraw.DWELL_TIME);
    }
}
