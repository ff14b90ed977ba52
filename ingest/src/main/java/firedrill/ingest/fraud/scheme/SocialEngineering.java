package firedrill.ingest.fraud.scheme;

import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.User;
import firedrill.ingest.event.ExchangeEvent.Deposit.PaymentRail;
import firedrill.ingest.exchange.api.DepositSource;
import firedrill.ingest.fraud.parameters.SocialEngineeringParameters;
import firedrill.ingest.fraud.ring.Attack;
import firedrill.ingest.fraud.ring.FraudStream;
import firedrill.ingest.fraud.ring.Tactic.AddressChoice;
import firedrill.ingest.market.Asset;
import firedrill.ingest.random.DrawIndex;
import firedrill.ingest.random.RandomStream;
import firedrill.ingest.random.SingleDraw;
import java.util.concurrent.TimeUnit;

/**
 * T4: authorised push payment. The owner sends from the usual device and network, often after funding the account, to an
 * address shared by victims; the withdrawal may repeat.
 */
final class SocialEngineering implements Scheme {

    private enum SocialEngineeringDraw implements DrawIndex {
        VICTIM,
        DEPOSIT_FIRST,
        AMOUNT,
        RAIL,
        DWELL_TIME,
        FRACTION,
        REPEAT,
        REPEAT_DELAY;

        @Override
        public long index() {
            return ordinal();
        }
    }

    private final AttackContext context;
    private final SocialEngineeringParameters parameters;
    private final SchemeRandom random;
    private final RandomStream bankAccountIds;

    SocialEngineering(AttackContext context) {
        this.context = context;
        parameters = context.parameters().socialEngineering();
        random = context.randomFor(FraudStream.SOCIAL_ENGINEERING);
        bankAccountIds = context.randomSource().stream(FraudStream.VICTIM_BANK_ACCOUNTS);
    }

    @Override
    public void schedule(Attack attack) {
        long key = attack.key();
        User victim = context.selectVictim(random, key, SocialEngineeringDraw.VICTIM, parameters.victimCandidates());
        ClientSession session = context.infrastructure().ownerSession(victim, key, attack.startMillis());
        AttackStep step = new AttackExecution(context, attack, AmountAtRisk.WITHDRAWALS).step(victim, session, key);
        long timeMillis = attack.startMillis();
        context.scheduleLogin(timeMillis, victim, session, key);
        if (random.bernoulli(parameters.depositFirstShare(), key, SocialEngineeringDraw.DEPOSIT_FIRST)) {
            timeMillis +=
                    random.uniformMinutesMillis(parameters.depositDelayMinutes(), key, SocialEngineeringDraw.AMOUNT);
            scheduleDeposit(victim, key, timeMillis);
        }
        timeMillis += random.dwellMillis(attack, parameters.dwellMeanMinutes(), key, SocialEngineeringDraw.DWELL_TIME);
        scheduleWithdrawal(timeMillis, step);
        if (random.bernoulli(parameters.repeatShare(), key, SocialEngineeringDraw.REPEAT)) {
            timeMillis += random.uniformMinutesMillis(
                    parameters.repeatDelayMinutes(), key, SocialEngineeringDraw.REPEAT_DELAY);
            scheduleWithdrawal(timeMillis, step.withKey(key + 1));
        }
    }

    private void scheduleDeposit(User victim, long key, long timeMillis) {
        long amountCents = (long) (victim.wealthCents()
                * random.logNormal(parameters.depositToWealth(), key, SocialEngineeringDraw.AMOUNT));
        boolean isBank = random.bernoulli(parameters.bankShare(), key, SocialEngineeringDraw.RAIL);
        DepositSource source = isBank ? bankSource(victim) : cryptoSource(victim);
        Asset asset = isBank ? Asset.CASH : victim.preferredCoin();
        context.scheduleDeposit(timeMillis, victim, asset, amountCents, source);
    }

    private DepositSource bankSource(User victim) {
        return new DepositSource(
                PaymentRail.BANK,
                bankAccountIds.randomId(victim.id(), SingleDraw.VALUE),
                TimeUnit.DAYS.toMillis(
                        context.customers().parameters().deposits().bankReversibleDays()));
    }

    private static DepositSource cryptoSource(User victim) {
        return new DepositSource(PaymentRail.CRYPTO, victim.mainAddressId(), 0);
    }

    private void scheduleWithdrawal(long timeMillis, AttackStep step) {
        double uniform = random.uniform(step.key(), SocialEngineeringDraw.FRACTION);
        context.schedule(
                timeMillis,
                () -> context.withdrawByTactic(step, parameters.minFraction(), uniform, address(step.attack())));
    }

    /** An address that is new to the victim. */
    private long address(Attack attack) {
        return attack.tactic().address() == AddressChoice.FRESH
                ? context.infrastructure().freshAddress(attack, 0)
                : context.infrastructure()
                        .ringAddress(attack, 0, attack.startMillis(), parameters.addressRotationHours());
    }
}
