package firedrill.ingest.attack;

import firedrill.ingest.attack.Tactic.Amount;
import firedrill.ingest.attack.Tactic.DeviceChoice;
import firedrill.ingest.event.ExchangeEvent.CredentialChange.Credential;
import firedrill.ingest.population.Ask;
import firedrill.ingest.population.Session;
import firedrill.ingest.population.Trace;
import firedrill.ingest.population.User;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * T1 and T2: somebody else opens an account, perhaps changes a credential, waits, sells, withdraws. After a SIM swap the
 * codes reach the thief, the victims are wealthier, and the carrier's report may warn.
 */
final class Takeover implements Scheme {

    private static final long MINUTE_MILLIS = TimeUnit.MINUTES.toMillis(1);
    /** A session does not stay open longer. */
    private static final long SESSION_MILLIS = 30 * MINUTE_MILLIS;
    /** The number of a sale among the parts of a crime; goes are counted from 0. */
    private static final int SELLING = -1;

    private enum Question {
        VICTIM,
        CHANGES,
        CHANGE_DELAY,
        CREDENTIAL,
        WAIT,
        SELLS,
        SELL_DELAY,
        TAKE_DELAY,
        FRACTION,
        GOES,
        SWAP_IS_SEEN,
        SWAP_DELAY,
        TAKES_REST,
        SOLD
    }

    private final Ground ground;
    private final long storyMillis;
    private final Consumer<Trace> past;
    private final Dice dice;

    /** Tells to {@code past} what of a takeover lies before the story. */
    Takeover(Ground ground, long storyMillis, Consumer<Trace> past) {
        this.ground = ground;
        this.storyMillis = storyMillis;
        this.past = past;
        dice = ground.dice("attack.takeover");
    }

    /** A theft of the past is no part of the story. */
    @Override
    public void begin(Strike strike) {
        long key = strike.key();
        long login = strike.atMillis();
        boolean isSwap = strike.typology() == Typology.SIM_SWAP;
        int chooseFrom = isSwap ? Footprints.SWAP_CHOOSES_FROM : Footprints.TAKEOVER_CHOOSES_FROM;
        User victim = ground.victim(dice, key, Question.VICTIM, chooseFrom);
        long change = changes(strike, isSwap) ? login + dice.minutes(1, 8, key, Question.CHANGE_DELAY) : 0;
        long waited =
                Math.max(login, change) + dice.waits(strike, Footprints.IMPATIENT_MEAN_MINUTES, key, Question.WAIT);
        boolean sells = dice.happens(Footprints.SELLS_FIRST, key, Question.SELLS);
        long sell = sells ? waited + dice.minutes(0.5, 3, key, Question.SELL_DELAY) : 0;
        long take = Math.max(waited, sell) + dice.minutes(0.5, 6, key, Question.TAKE_DELAY);
        if (!victim.isActive() || take < storyMillis) {
            return;
        }
        if (isSwap) {
            swap(strike, victim);
        }
        Session session = ground.kit().session(strike, victim, 0, login);
        login(login, victim, session, key);
        if (change > 0) {
            change(change, victim, session.deviceId(), credential(isSwap, key));
        }
        if (waited - login > SESSION_MILLIS) {
            login(waited, victim, session, ~key);
        }
        var crime = new Crime(ground, strike, Harm.WITHDRAWN);
        if (sell >= storyMillis) {
            ground.at(
                    sell,
                    () -> ground.sellLargest(
                            strike, new Ask(victim, session, key + SELLING, crime), dice.uniform(key, Question.SOLD)));
        }
        take(new Loot(strike, victim, session, crime), take);
    }

    private record Loot(Strike strike, User victim, Session session, Crime crime) {}

    private void swap(Strike strike, User victim) {
        long before = dice.minutes(
                Footprints.SWAP_TO_LOGIN_LEAST_MINUTES,
                Footprints.SWAP_TO_LOGIN_MOST_MINUTES,
                strike.key(),
                Question.SWAP_DELAY);
        long at = Math.max(storyMillis, strike.atMillis() - before);
        if (dice.happens(Footprints.SWAP_IS_SEEN, strike.key(), Question.SWAP_IS_SEEN)) {
            ground.at(at, () -> ground.floor().changeCredential(victim, victim.mainDevice(), Credential.SIM));
        }
    }

    private void login(long atMillis, User victim, Session session, long key) {
        if (atMillis >= storyMillis) {
            ground.loginAt(atMillis, victim, session, key);
        } else {
            past.accept(Trace.login(atMillis, victim, session));
        }
    }

    private void change(long atMillis, User victim, long deviceId, Credential credential) {
        if (atMillis >= storyMillis) {
            ground.at(atMillis, () -> ground.floor().changeCredential(victim, deviceId, credential));
        } else {
            past.accept(Trace.passwordChange(atMillis, victim, deviceId));
        }
    }

    private void take(Loot loot, long firstMillis) {
        Strike strike = loot.strike();
        long key = strike.key();
        double uniform = dice.uniform(key, Question.GOES);
        int goes = uniform < Footprints.ONE_GO ? 1 : uniform < Footprints.ONE_GO + Footprints.TWO_GOES ? 2 : 3;
        long address = ground.kit().address(strike, loot.victim(), 0, firstMillis);
        long at = firstMillis;
        for (int go = 0; go < goes; go++) {
            int left = goes - go;
            long part = key + go;
            ground.at(at, () -> take(loot, new Ask(loot.victim(), loot.session(), part, loot.crime()), address, left));
            at += dice.about(Footprints.BETWEEN_GOES_MEAN_MINUTES, key, -go - 1);
        }
        boolean isGreedy = strike.tactic().amount() == Amount.EVERYTHING;
        if (isGreedy && dice.happens(Footprints.TAKES_THE_REST, key, Question.TAKES_REST)) {
            var last = new Ask(loot.victim(), loot.session(), key + goes, loot.crime());
            ground.at(at, () -> ground.withdraw(last, 1, address));
        }
    }

    private void take(Loot loot, Ask ask, long address, int goesLeft) {
        Strike strike = loot.strike();
        Amount amount = strike.tactic().amount();
        long worthCents = loot.victim().wallet().freeCents(ground.floor().prices());
        double fraction = Share.of(amount, worthCents, 1, dice.uniform(strike.key(), Question.FRACTION));
        double part = amount == Amount.UNDER_LIMIT ? fraction : fraction / goesLeft;
        ground.withdraw(ask, part, address);
    }

    private boolean changes(Strike strike, boolean isSwap) {
        double share = Footprints.CHANGES_CREDENTIAL;
        if (isSwap) {
            share = Footprints.CHANGES_CREDENTIAL_AFTER_SWAP;
        } else if (strike.tactic().device() == DeviceChoice.OWN) {
            share = Footprints.CHANGES_CREDENTIAL_IN_SESSION;
        }
        return dice.happens(share, strike.key(), Question.CHANGES);
    }

    private Credential credential(boolean isSwap, long key) {
        double uniform = dice.uniform(key, Question.CREDENTIAL);
        if (isSwap) {
            return uniform < 0.6 ? Credential.PASSWORD : uniform < 0.8 ? Credential.EMAIL : Credential.TWO_FACTOR;
        }
        return uniform < 0.6 ? Credential.PASSWORD : uniform < 0.9 ? Credential.TWO_FACTOR : Credential.PHONE;
    }
}
