package firedrill.ingest.fraud.scheme;

import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.User;
import firedrill.ingest.event.ExchangeEvent.Deposit.PaymentRail;
import firedrill.ingest.exchange.api.DepositSource;
import firedrill.ingest.exchange.api.Intent;
import firedrill.ingest.fraud.ring.Attack;
import firedrill.ingest.fraud.ring.Tactic.AddressChoice;
import firedrill.ingest.fraud.ring.TypologyParameters;
import firedrill.ingest.market.Asset;
import firedrill.ingest.random.RandomStream;
import java.util.concurrent.TimeUnit;

/**
 * T4: the owner is talked into sending the money, from the usual device, over the usual line, often money that was paid in
 * for it, to an address that other victims send to as well; more than once, while the spell lasts.
 */
public final class SocialEngineering implements Scheme {

    private static final long BANK_FINALITY_MILLIS = TimeUnit.DAYS.toMillis(TypologyParameters.BANK_FINALITY_DAYS);

    private enum SocialEngineeringDraw {
        VICTIM,
        DEPOSIT_FIRST,
        AMOUNT,
        RAIL,
        DWELL_TIME,
        FRACTION,
        REPEAT,
        REPEAT_DELAY
    }

    private final AttackContext context;
    private final SchemeRandom random;
    private final RandomStream bankAccountIds;

    public SocialEngineering(AttackContext ground) {
        this.context = ground;
        random = ground.randomFor("attack.scam");
        bankAccountIds = ground.randomSource().stream("attack.scam.bank");
    }

    @Override
    public void schedule(Attack strike) {
        long key = strike.key();
        User victim = context.selectVictim(
                random, key, SocialEngineeringDraw.VICTIM, TypologyParameters.SCAM_VICTIM_CANDIDATES);
        ClientSession session = context.infrastructure().ownerSession(victim, key, strike.startMillis());
        var crime = new AttackExecution(context, strike, AmountAtRisk.WITHDRAWALS);
        long next = strike.startMillis();
        context.scheduleLogin(next, victim, session, key);
        if (random.bernoulli(TypologyParameters.SCAM_DEPOSIT_FIRST_SHARE, key, SocialEngineeringDraw.DEPOSIT_FIRST)) {
            next += random.uniformMillis(2, 20, key, SocialEngineeringDraw.AMOUNT);
            scheduleDeposit(victim, key, next);
        }
        next += random.dwellMillis(
                strike, TypologyParameters.SCAM_DWELL_MEAN_MINUTES, key, SocialEngineeringDraw.DWELL_TIME);
        scheduleWithdrawal(next, strike, new Intent(victim, session, key, crime));
        if (random.bernoulli(TypologyParameters.SCAM_REPEAT_SHARE, key, SocialEngineeringDraw.REPEAT)) {
            next += random.uniformMillis(10, 240, key, SocialEngineeringDraw.REPEAT_DELAY);
            scheduleWithdrawal(next, strike, new Intent(victim, session, key + 1, crime));
        }
    }

    private void scheduleDeposit(User victim, long key, long atMillis) {
        long amountCents = (long) (victim.wealthCents()
                * random.logNormal(
                        TypologyParameters.SCAM_DEPOSIT_TO_WEALTH_MEDIAN,
                        TypologyParameters.SCAM_DEPOSIT_SIGMA,
                        key,
                        SocialEngineeringDraw.AMOUNT));
        boolean isBank = random.bernoulli(0.6, key, SocialEngineeringDraw.RAIL);
        var source = isBank
                ? new DepositSource(PaymentRail.BANK, bankAccountIds.randomId(victim.id(), 0), BANK_FINALITY_MILLIS)
                : new DepositSource(PaymentRail.CRYPTO, victim.mainAddressId(), 0);
        context.scheduleDeposit(atMillis, victim, isBank ? Asset.CASH : victim.preferredCoin(), amountCents, source);
    }

    private void scheduleWithdrawal(long atMillis, Attack strike, Intent ask) {
        double uniform = random.uniform(ask.key(), SocialEngineeringDraw.FRACTION);
        context.schedule(
                atMillis,
                () -> context.withdrawByTactic(
                        strike, ask, TypologyParameters.SCAM_MIN_FRACTION, uniform, address(strike)));
    }

    /** Never one that the victim knows: that is what talking is for. */
    private long address(Attack strike) {
        return strike.tactic().address() == AddressChoice.FRESH
                ? context.infrastructure().freshAddress(strike, 0)
                : context.infrastructure()
                        .ofRing(strike, 0, strike.startMillis(), TypologyParameters.SCAM_ADDRESS_ROTATION_HOURS);
    }
}
