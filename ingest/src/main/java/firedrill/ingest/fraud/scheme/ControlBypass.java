package firedrill.ingest.fraud.scheme;

import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.User;
import firedrill.ingest.exchange.api.Intent;
import firedrill.ingest.fraud.parameters.ControlBypassParameters;
import firedrill.ingest.fraud.ring.Attack;
import firedrill.ingest.fraud.ring.FraudStream;
import firedrill.ingest.parameters.UniformRange;
import firedrill.ingest.random.DrawIndex;

/**
 * T3: control bypass: a burst of withdrawals from many accounts to few addresses without the second factor; the log entry
 * may be forged.
 */
final class ControlBypass implements Scheme {

    private enum BypassDraw implements DrawIndex {
        COUNT,
        VICTIM,
        TIME,
        FRACTION,
        FORGED_LOG,
        ADDRESS;

        @Override
        public long index() {
            return ordinal();
        }
    }

    private final AttackContext context;
    private final ControlBypassParameters parameters;
    private final SchemeRandom random;

    ControlBypass(AttackContext context) {
        this.context = context;
        parameters = context.parameters().controlBypass();
        random = context.randomFor(FraudStream.CONTROL_BYPASS);
    }

    @Override
    public void schedule(Attack attack) {
        int count = random.uniformInt(parameters.accounts(), attack.key(), BypassDraw.COUNT);
        var windowMinutes = new UniformRange(0, parameters.windowMinutes());
        for (int i = 0; i < count; i++) {
            long key = random.subKey(attack.key(), i);
            User victim = context.selectVictim(random, key, BypassDraw.VICTIM, parameters.victimCandidates());
            long timeMillis = attack.startMillis() + random.uniformMinutesMillis(windowMinutes, key, BypassDraw.TIME);
            context.schedule(timeMillis, () -> withdraw(attack, victim, key));
        }
    }

    private void withdraw(Attack attack, User victim, long key) {
        ClientSession session = context.infrastructure()
                .session(attack, victim, 0, context.exchange().nowMillis());
        boolean isForged = random.bernoulli(parameters.forgedLogShare(), key, BypassDraw.FORGED_LOG);
        var execution = new AttackExecution(context, attack, AmountAtRisk.WITHDRAWALS);
        var step = new AttackStep(execution, new Intent(victim, session, key, 0, execution, isForged));
        int addressNumber = random.uniformInt(parameters.addresses(), key, BypassDraw.ADDRESS);
        long balanceCents = context.balanceCents(victim);
        double fraction = context.tacticFraction(
                step, balanceCents, parameters.minFraction(), random.uniform(key, BypassDraw.FRACTION));
        double maxFraction = 100 * parameters.maxUsd() / Math.max(1, balanceCents);
        context.withdrawFraction(
                step, Math.min(fraction, maxFraction), context.infrastructure().freshAddress(attack, addressNumber));
    }
}
