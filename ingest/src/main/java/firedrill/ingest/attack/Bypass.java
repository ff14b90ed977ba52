package firedrill.ingest.attack;

import firedrill.ingest.chance.Draws;
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
    private final Draws draws;
    private final Delays delays;

    Bypass(Ground ground) {
        this.ground = ground;
        draws = ground.chance().about("attack.bypass");
        delays = new Delays(draws);
    }

    @Override
    public void begin(Strike strike) {
        int count = Assumptions.BREAK_IN_LEAST_ACCOUNTS
                + draws.below(Assumptions.BREAK_IN_MORE_ACCOUNTS, strike.key(), Question.COUNT.ordinal());
        for (int i = 0; i < count; i++) {
            long key = draws.bits(strike.key(), i);
            User victim = ground.victim(draws, key, Question.VICTIM.ordinal(), 1);
            long at = strike.atMillis() + delays.between(0, Assumptions.BREAK_IN_MINUTES, key, Question.WHEN.ordinal());
            ground.floor().at(at, () -> take(strike, victim, key));
        }
    }

    private void take(Strike strike, User victim, long key) {
        long now = ground.floor().nowMillis();
        Session session = ground.kit().session(strike, victim, 0, now);
        boolean isForged = draws.happens(Assumptions.BREAK_IN_FORGES_LOG, key, Question.FORGES.ordinal());
        int number = draws.below(Assumptions.BREAK_IN_ADDRESSES, key, Question.ADDRESS.ordinal());
        long address = ground.kit().fresh(strike, number);
        long worthCents = victim.wallet().freeCents(ground.floor().prices());
        double fraction = Share.of(
                strike.tactic().amount(),
                worthCents,
                Assumptions.BREAK_IN_LEAST_FRACTION,
                draws,
                key,
                Question.FRACTION.ordinal());
        var ask = new Ask(victim, session, key, 0, new Crime(ground, strike, Harm.WITHDRAWN), isForged);
        ground.withdraw(
                ask, Math.min(fraction, 100 * Assumptions.BREAK_IN_MOST_USD / Math.max(1, worthCents)), address);
    }
}
