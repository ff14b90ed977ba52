package firedrill.ingest.attack;

import firedrill.ingest.population.Ask;
import firedrill.ingest.population.Session;
import firedrill.ingest.population.User;

/**
 * T3: within minutes, withdrawals from many accounts to few addresses without the second factor that the log must show;
 * but an intruder may have written it there.
 */
final class Bypass implements Scheme {

    private enum Question {
        COUNT,
        VICTIM,
        WHEN,
        FRACTION,
        FORGES,
        ADDRESS
    }

    private final Ground ground;
    private final Dice dice;

    Bypass(Ground ground) {
        this.ground = ground;
        dice = ground.dice("attack.bypass");
    }

    @Override
    public void begin(Strike strike) {
        int count = Footprints.BREAK_IN_LEAST_ACCOUNTS
                + dice.below(Footprints.BREAK_IN_MORE_ACCOUNTS, strike.key(), Question.COUNT);
        for (int i = 0; i < count; i++) {
            long key = dice.part(strike.key(), i);
            User victim = ground.victim(dice, key, Question.VICTIM, 1);
            long at = strike.atMillis() + dice.minutes(0, Footprints.BREAK_IN_MINUTES, key, Question.WHEN);
            ground.at(at, () -> take(strike, victim, key));
        }
    }

    private void take(Strike strike, User victim, long key) {
        Session session = ground.kit().session(strike, victim, 0, ground.floor().nowMillis());
        boolean isForged = dice.happens(Footprints.BREAK_IN_FORGES_LOG, key, Question.FORGES);
        int number = dice.below(Footprints.BREAK_IN_ADDRESSES, key, Question.ADDRESS);
        long worthCents = victim.wallet().freeCents(ground.floor().prices());
        double fraction = Share.of(
                strike.tactic().amount(),
                worthCents,
                Footprints.BREAK_IN_LEAST_FRACTION,
                dice.uniform(key, Question.FRACTION));
        double unseen = 100 * Footprints.BREAK_IN_MOST_USD / Math.max(1, worthCents);
        var ask = new Ask(victim, session, key, 0, new Crime(ground, strike, Harm.WITHDRAWN), isForged);
        ground.withdraw(ask, Math.min(fraction, unseen), ground.kit().fresh(strike, number));
    }
}
