package firedrill.ingest.fraud.scheme;

import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.User;
import firedrill.ingest.customer.behaviour.HistoricalActivity;
import firedrill.ingest.event.ExchangeEvent.CredentialChange.Credential;
import firedrill.ingest.exchange.api.Intent;
import firedrill.ingest.fraud.ring.Attack;
import firedrill.ingest.event.FraudTypology;
import firedrill.ingest.fraud.ring.Tactic.AmountChoice;
import firedrill.ingest.fraud.ring.Tactic.DeviceChoice;
import firedrill.ingest.fraud.ring.TypologyParameters;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * T1 and T2: somebody else opens an account, perhaps changes a credential, waits, sells, withdraws. After a SIM swap the
 * codes reach the thief, the victims are wealthier, and the carrier's report may warn.
 */
public final class AccountTakeover implements Scheme {

    private static final long MINUTE_MILLIS = TimeUnit.MINUTES.toMillis(1);
    /** A session does not stay open longer. */
    private static final long SESSION_TIMEOUT_MILLIS = 30 * MINUTE_MILLIS;
    /** The number of a sale among the parts of a crime; goes are counted from 0. */
    private static final int SALE_KEY_OFFSET = -1;

    private enum TakeoverDraw {
        VICTIM,
        CREDENTIAL_CHANGE,
        CREDENTIAL_CHANGE_DELAY,
        CREDENTIAL_KIND,
        DWELL_TIME,
        SALE,
        SALE_DELAY,
        WITHDRAWAL_DELAY,
        FRACTION,
        WITHDRAWAL_COUNT,
        SWAP_REPORT,
        SWAP_DELAY,
        REMAINDER,
        SALE_FRACTION
    }

    private final AttackContext context;
    private final long startMillis;
    private final Consumer<HistoricalActivity> history;
    private final SchemeRandom random;

    /** Tells to {@code past} what of a takeover lies before the story. */
    public AccountTakeover(AttackContext ground, long storyMillis, Consumer<HistoricalActivity> past) {
        this.context = ground;
        this.startMillis = storyMillis;
        this.history = past;
        random = ground.randomFor("attack.takeover");
    }

    /** A theft of the past is no part of the story. */
    @Override
    public void schedule(Attack strike) {
        long key = strike.key();
        long login = strike.startMillis();
        boolean isSwap = strike.typology() == FraudTypology.SIM_SWAP;
        int chooseFrom =
                isSwap ? TypologyParameters.SWAP_VICTIM_CANDIDATES : TypologyParameters.TAKEOVER_VICTIM_CANDIDATES;
        User victim = context.selectVictim(random, key, TakeoverDraw.VICTIM, chooseFrom);
        long change = changesCredential(strike, isSwap)
                ? login + random.uniformMillis(1, 8, key, TakeoverDraw.CREDENTIAL_CHANGE_DELAY)
                : 0;
        long waited = Math.max(login, change)
                + random.dwellMillis(
                        strike, TypologyParameters.TAKEOVER_DWELL_MEAN_MINUTES, key, TakeoverDraw.DWELL_TIME);
        boolean sells = random.bernoulli(TypologyParameters.TAKEOVER_SELL_FIRST_SHARE, key, TakeoverDraw.SALE);
        long sell = sells ? waited + random.uniformMillis(0.5, 3, key, TakeoverDraw.SALE_DELAY) : 0;
        long take = Math.max(waited, sell) + random.uniformMillis(0.5, 6, key, TakeoverDraw.WITHDRAWAL_DELAY);
        if (!victim.isActive() || take < startMillis) {
            return;
        }
        if (isSwap) {
            scheduleSimSwap(strike, victim);
        }
        ClientSession session = context.infrastructure().session(strike, victim, 0, login);
        scheduleLogin(login, victim, session, key);
        if (change > 0) {
            scheduleCredentialChange(change, victim, session.deviceId(), changedCredential(isSwap, key));
        }
        if (waited - login > SESSION_TIMEOUT_MILLIS) {
            scheduleLogin(waited, victim, session, ~key);
        }
        var crime = new AttackExecution(context, strike, AmountAtRisk.WITHDRAWALS);
        if (sell >= startMillis) {
            context.schedule(
                    sell,
                    () -> context.sellLargestHolding(
                            strike,
                            new Intent(victim, session, key + SALE_KEY_OFFSET, crime),
                            random.uniform(key, TakeoverDraw.SALE_FRACTION)));
        }
        withdraw(new TakenAccount(strike, victim, session, crime), take);
    }

    private record TakenAccount(Attack attack, User victim, ClientSession session, AttackExecution execution) {}

    private void scheduleSimSwap(Attack strike, User victim) {
        long before = random.uniformMillis(
                TypologyParameters.SWAP_TO_LOGIN_MIN_MINUTES,
                TypologyParameters.SWAP_TO_LOGIN_MAX_MINUTES,
                strike.key(),
                TakeoverDraw.SWAP_DELAY);
        long at = Math.max(startMillis, strike.startMillis() - before);
        if (random.bernoulli(TypologyParameters.SWAP_REPORTED_SHARE, strike.key(), TakeoverDraw.SWAP_REPORT)) {
            context.schedule(
                    at, () -> context.exchange().changeCredential(victim, victim.mainDeviceId(), Credential.SIM));
        }
    }

    private void scheduleLogin(long atMillis, User victim, ClientSession session, long key) {
        if (atMillis >= startMillis) {
            context.scheduleLogin(atMillis, victim, session, key);
        } else {
            history.accept(HistoricalActivity.login(atMillis, victim, session));
        }
    }

    private void scheduleCredentialChange(long atMillis, User victim, long deviceId, Credential credential) {
        if (atMillis >= startMillis) {
            context.schedule(atMillis, () -> context.exchange().changeCredential(victim, deviceId, credential));
        } else {
            history.accept(HistoricalActivity.passwordChange(atMillis, victim, deviceId));
        }
    }

    private void withdraw(TakenAccount loot, long firstMillis) {
        Attack strike = loot.attack();
        long key = strike.key();
        double uniform = random.uniform(key, TakeoverDraw.WITHDRAWAL_COUNT);
        int goes = uniform < TypologyParameters.ONE_WITHDRAWAL_SHARE
                ? 1
                : uniform < TypologyParameters.ONE_WITHDRAWAL_SHARE + TypologyParameters.TWO_WITHDRAWALS_SHARE ? 2 : 3;
        long address = context.infrastructure().cashOutAddress(strike, loot.victim(), 0, firstMillis);
        long at = firstMillis;
        for (int go = 0; go < goes; go++) {
            int left = goes - go;
            long part = key + go;
            context.schedule(
                    at,
                    () -> withdraw(
                            loot, new Intent(loot.victim(), loot.session(), part, loot.execution()), address, left));
            at += random.exponentialMillis(TypologyParameters.BETWEEN_WITHDRAWALS_MEAN_MINUTES, key, -go - 1);
        }
        boolean isGreedy = strike.tactic().amount() == AmountChoice.FULL_BALANCE;
        if (isGreedy && random.bernoulli(TypologyParameters.REMAINDER_WITHDRAWAL_SHARE, key, TakeoverDraw.REMAINDER)) {
            var last = new Intent(loot.victim(), loot.session(), key + goes, loot.execution());
            context.schedule(at, () -> context.withdrawFraction(last, 1, address));
        }
    }

    private void withdraw(TakenAccount loot, Intent ask, long address, int goesLeft) {
        Attack strike = loot.attack();
        AmountChoice amount = strike.tactic().amount();
        long worthCents =
                loot.victim().wallet().availableCents(context.exchange().prices());
        double fraction =
                AmountSizing.fraction(amount, worthCents, 1, random.uniform(strike.key(), TakeoverDraw.FRACTION));
        double part = amount == AmountChoice.UNDER_LIMIT ? fraction : fraction / goesLeft;
        context.withdrawFraction(ask, part, address);
    }

    private boolean changesCredential(Attack strike, boolean isSwap) {
        double share = TypologyParameters.CREDENTIAL_CHANGE_SHARE;
        if (isSwap) {
            share = TypologyParameters.CREDENTIAL_CHANGE_AFTER_SWAP_SHARE;
        } else if (strike.tactic().device() == DeviceChoice.OWNER) {
            share = TypologyParameters.CREDENTIAL_CHANGE_IN_SESSION_SHARE;
        }
        return random.bernoulli(share, strike.key(), TakeoverDraw.CREDENTIAL_CHANGE);
    }

    private Credential changedCredential(boolean isSwap, long key) {
        double uniform = random.uniform(key, TakeoverDraw.CREDENTIAL_KIND);
        if (isSwap) {
            return uniform < 0.6 ? Credential.PASSWORD : uniform < 0.8 ? Credential.EMAIL : Credential.TWO_FACTOR;
        }
        return uniform < 0.6 ? Credential.PASSWORD : uniform < 0.9 ? Credential.TWO_FACTOR : Credential.PHONE;
    }
}
