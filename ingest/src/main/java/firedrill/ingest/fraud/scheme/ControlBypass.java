package firedrill.ingest.fraud.scheme;

import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.User;
import firedrill.ingest.exchange.api.Intent;
import firedrill.ingest.fraud.ring.Attack;
import firedrill.ingest.fraud.ring.TypologyParameters;

/**
 * T3: within minutes, withdrawals from many accounts to few addresses without the second factor that the log must show;
 * but an intruder may have written it there.
 */
public final class ControlBypass implements Scheme {

    private enum BypassDraw {
        COUNT,
        VICTIM,
        TIME,
        FRACTION,
        FORGED_LOG,
        ADDRESS
    }

    private final AttackContext context;
    private final SchemeRandom random;

    public ControlBypass(AttackContext ground) {
        this.context = ground;
        random = ground.randomFor("attack.bypass");
    }

    @Override
    public void schedule(Attack strike) {
        int count = TypologyParameters.BYPASS_MIN_ACCOUNTS
                + random.uniformInt(TypologyParameters.BYPASS_EXTRA_ACCOUNTS, strike.key(), BypassDraw.COUNT);
        for (int i = 0; i < count; i++) {
            long key = random.subKey(strike.key(), i);
            User victim = context.selectVictim(random, key, BypassDraw.VICTIM, 1);
            long at = strike.startMillis()
                    + random.uniformMillis(0, TypologyParameters.BYPASS_WINDOW_MINUTES, key, BypassDraw.TIME);
            context.schedule(at, () -> withdraw(strike, victim, key));
        }
    }

    private void withdraw(Attack strike, User victim, long key) {
        ClientSession session = context.infrastructure()
                .session(strike, victim, 0, context.exchange().nowMillis());
        boolean isForged = random.bernoulli(TypologyParameters.BYPASS_FORGED_LOG_SHARE, key, BypassDraw.FORGED_LOG);
        int number = random.uniformInt(TypologyParameters.BYPASS_ADDRESSES, key, BypassDraw.ADDRESS);
        long worthCents = victim.wallet().availableCents(context.exchange().prices());
        double fraction = AmountSizing.fraction(
                strike.tactic().amount(),
                worthCents,
                TypologyParameters.BYPASS_MIN_FRACTION,
                random.uniform(key, BypassDraw.FRACTION));
        double unseen = 100 * TypologyParameters.BYPASS_MAX_USD / Math.max(1, worthCents);
        var ask = new Intent(
                victim, session, key, 0, new AttackExecution(context, strike, AmountAtRisk.WITHDRAWALS), isForged);
        context.withdrawFraction(
                ask, Math.min(fraction, unseen), context.infrastructure().freshAddress(strike, number));
    }
}
