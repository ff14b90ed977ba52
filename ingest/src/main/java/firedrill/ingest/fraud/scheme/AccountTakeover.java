package firedrill.ingest.fraud.scheme;

import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.User;
import firedrill.ingest.customer.behaviour.HistoricalActivity;
import firedrill.ingest.event.ExchangeEvent.CredentialChange.Credential;
import firedrill.ingest.event.FraudTypology;
import firedrill.ingest.fraud.parameters.TakeoverParameters;
import firedrill.ingest.fraud.ring.Attack;
import firedrill.ingest.fraud.ring.Categorical;
import firedrill.ingest.fraud.ring.FraudStream;
import firedrill.ingest.fraud.ring.Tactic.AmountChoice;
import firedrill.ingest.fraud.ring.Tactic.DeviceChoice;
import firedrill.ingest.parameters.CountRange;
import firedrill.ingest.random.Repeated;
import firedrill.ingest.random.SignedDraw;
import java.util.List;
import java.util.function.Consumer;

/**
 * T1, T2: account takeover: optional credential change, dwell time, sale, withdrawals. In a SIM swap codes reach the
 * attacker, victims are wealthier, and the carrier may report the swap.
 */
final class AccountTakeover implements Scheme {

    /** Key offset of the sale; withdrawals count from 0. */
    private static final int SALE_KEY_OFFSET = -1;
    /** Credentials in the order of their shares; the last one takes the rest. */
    private static final List<Credential> CHANGED_CREDENTIALS =
            List.of(Credential.PASSWORD, Credential.TWO_FACTOR, Credential.PHONE);

    private static final List<Credential> CHANGED_AFTER_SWAP =
            List.of(Credential.PASSWORD, Credential.EMAIL, Credential.TWO_FACTOR);

    private enum TakeoverDraw implements SignedDraw {
        VICTIM(0),
        CREDENTIAL_CHANGE(1),
        CREDENTIAL_CHANGE_DELAY(2),
        CREDENTIAL_KIND(3),
        DWELL_TIME(4),
        SALE(5),
        SALE_DELAY(6),
        WITHDRAWAL_DELAY(7),
        FRACTION(8),
        WITHDRAWAL_COUNT(9),
        SWAP_REPORT(10),
        SWAP_DELAY(11),
        REMAINDER(12),
        SALE_FRACTION(13),
        /** Repeated for each withdrawal, downwards. */
        @Repeated
        WITHDRAWAL_GAP(-1);

        private final long index;

        TakeoverDraw(long index) {
            this.index = index;
        }

        @Override
        public long index() {
            return index;
        }
    }

    private final AttackContext context;
    private final TakeoverParameters parameters;
    private final long startMillis;
    private final Consumer<HistoricalActivity> history;
    private final SchemeRandom random;

    /** {@code history} receives the steps that lie before {@code startMillis}. */
    AccountTakeover(AttackContext context, long startMillis, Consumer<HistoricalActivity> history) {
        this.context = context;
        this.startMillis = startMillis;
        this.history = history;
        parameters = context.parameters().takeover();
        random = context.randomFor(FraudStream.TAKEOVER);
    }

    private record TakenAccount(AttackExecution execution, User victim, ClientSession session) {

        AttackStep step(long key) {
            return execution.step(victim, session, key);
        }
    }

    private record Times(
            long loginMillis, long changeMillis, long dwellEndMillis, long saleMillis, long withdrawalMillis) {

        boolean hasCredentialChange() {
            return changeMillis > 0;
        }
    }

    /** Drops an attack that ends before the start. */
    @Override
    public void schedule(Attack attack) {
        long key = attack.key();
        boolean isSwap = attack.typology() == FraudTypology.SIM_SWAP;
        CountRange candidates = isSwap ? parameters.simSwap().victimCandidates() : parameters.victimCandidates();
        User victim = context.selectVictim(random, key, TakeoverDraw.VICTIM, candidates);
        Times times = times(attack, isSwap);
        if (!victim.isActive() || times.withdrawalMillis() < startMillis) {
            return;
        }
        if (isSwap) {
            scheduleSimSwap(attack, victim);
        }
        ClientSession session = context.infrastructure().session(attack, victim, 0, times.loginMillis());
        scheduleLogin(times.loginMillis(), victim, session, key);
        if (times.hasCredentialChange()) {
            scheduleCredentialChange(times.changeMillis(), victim, session.deviceId(), changedCredential(isSwap, key));
        }
        if (times.dwellEndMillis() - times.loginMillis()
                > SchemeRandom.minutesToMillis(parameters.sessionTimeoutMinutes())) {
            scheduleLogin(times.dwellEndMillis(), victim, session, ~key);
        }
        var account = new TakenAccount(new AttackExecution(context, attack, AmountAtRisk.WITHDRAWALS), victim, session);
        scheduleSale(account, times.saleMillis());
        scheduleWithdrawals(account, times.withdrawalMillis());
    }

    private Times times(Attack attack, boolean isSwap) {
        long key = attack.key();
        long login = attack.startMillis();
        long change = changesCredential(attack, isSwap)
                ? login
                        + random.uniformMinutesMillis(
                                parameters.changeDelayMinutes(), key, TakeoverDraw.CREDENTIAL_CHANGE_DELAY)
                : 0;
        long dwellEnd = Math.max(login, change)
                + random.dwellMillis(attack, parameters.dwellMeanMinutes(), key, TakeoverDraw.DWELL_TIME);
        long sale = random.bernoulli(parameters.sellFirstShare(), key, TakeoverDraw.SALE)
                ? dwellEnd + random.uniformMinutesMillis(parameters.saleDelayMinutes(), key, TakeoverDraw.SALE_DELAY)
                : 0;
        long withdrawal = Math.max(dwellEnd, sale)
                + random.uniformMinutesMillis(parameters.withdrawalDelayMinutes(), key, TakeoverDraw.WITHDRAWAL_DELAY);
        return new Times(login, change, dwellEnd, sale, withdrawal);
    }

    private void scheduleSimSwap(Attack attack, User victim) {
        long leadMillis = random.uniformMinutesMillis(
                parameters.simSwap().toLoginMinutes(), attack.key(), TakeoverDraw.SWAP_DELAY);
        long swapMillis = Math.max(startMillis, attack.startMillis() - leadMillis);
        if (random.bernoulli(parameters.simSwap().reportedShare(), attack.key(), TakeoverDraw.SWAP_REPORT)) {
            context.schedule(
                    swapMillis,
                    () -> context.exchange().changeCredential(victim, victim.mainDeviceId(), Credential.SIM));
        }
    }

    private void scheduleLogin(long timeMillis, User victim, ClientSession session, long key) {
        if (timeMillis >= startMillis) {
            context.scheduleLogin(timeMillis, victim, session, key);
        } else {
            history.accept(HistoricalActivity.login(timeMillis, victim, session));
        }
    }

    private void scheduleCredentialChange(long timeMillis, User victim, long deviceId, Credential credential) {
        if (timeMillis >= startMillis) {
            context.schedule(timeMillis, () -> context.exchange().changeCredential(victim, deviceId, credential));
        } else {
            history.accept(HistoricalActivity.passwordChange(timeMillis, victim, deviceId));
        }
    }

    private void scheduleSale(TakenAccount account, long saleMillis) {
        if (saleMillis >= startMillis) {
            long key = account.execution().attack().key();
            context.schedule(
                    saleMillis,
                    () -> context.sellLargestHolding(
                            account.step(key + SALE_KEY_OFFSET), random.uniform(key, TakeoverDraw.SALE_FRACTION)));
        }
    }

    private void scheduleWithdrawals(TakenAccount account, long firstMillis) {
        Attack attack = account.execution().attack();
        long key = attack.key();
        int count = 1
                + Categorical.index(
                        random.uniform(key, TakeoverDraw.WITHDRAWAL_COUNT),
                        parameters.oneWithdrawalShare(),
                        parameters.twoWithdrawalsShare());
        long address = context.infrastructure().cashOutAddress(attack, account.victim(), 0, firstMillis);
        long timeMillis = firstMillis;
        for (int i = 0; i < count; i++) {
            AttackStep step = account.step(key + i);
            int remaining = count - i;
            context.schedule(timeMillis, () -> withdraw(step, address, remaining));
            timeMillis += random.exponentialMillis(
                    parameters.betweenWithdrawalsMeanMinutes(), key, TakeoverDraw.WITHDRAWAL_GAP, i);
        }
        if (attack.tactic().amount() == AmountChoice.FULL_BALANCE
                && random.bernoulli(parameters.remainderWithdrawalShare(), key, TakeoverDraw.REMAINDER)) {
            AttackStep last = account.step(key + count);
            context.schedule(timeMillis, () -> context.withdrawFraction(last, 1, address));
        }
    }

    private void withdraw(AttackStep step, long address, int remaining) {
        Attack attack = step.attack();
        double fraction = context.tacticFraction(
                step, context.balanceCents(step.user()), 1, random.uniform(attack.key(), TakeoverDraw.FRACTION));
        boolean isUnderLimit = attack.tactic().amount() == AmountChoice.UNDER_LIMIT;
        context.withdrawFraction(step, isUnderLimit ? fraction : fraction / remaining, address);
    }

    private boolean changesCredential(Attack attack, boolean isSwap) {
        double share = parameters.changeCredentialShare();
        if (isSwap) {
            share = parameters.simSwap().changeCredentialShare();
        } else if (attack.tactic().device() == DeviceChoice.OWNER) {
            share = parameters.changeInOwnerSessionShare();
        }
        return random.bernoulli(share, attack.key(), TakeoverDraw.CREDENTIAL_CHANGE);
    }

    private Credential changedCredential(boolean isSwap, long key) {
        double uniform = random.uniform(key, TakeoverDraw.CREDENTIAL_KIND);
        if (isSwap) {
            TakeoverParameters.SimSwap swap = parameters.simSwap();
            return CHANGED_AFTER_SWAP.get(
                    Categorical.index(uniform, swap.changedPasswordShare(), swap.changedEmailShare()));
        }
        return CHANGED_CREDENTIALS.get(
                Categorical.index(uniform, parameters.changedPasswordShare(), parameters.changedTwoFactorShare()));
    }
}
