package firedrill.ingest.attack;

import firedrill.ingest.attack.Tactic.Amount;
import firedrill.ingest.chance.Draws;
import firedrill.ingest.event.ExchangeEvent.Deposit.Funding;
import firedrill.ingest.market.Asset;
import firedrill.ingest.population.Ask;
import firedrill.ingest.population.Session;
import firedrill.ingest.population.Source;
import firedrill.ingest.population.User;

/** T6: dirty money leaves in portions just under a limit, evenly spaced, to many addresses. */
final class Structuring implements Scheme {

    private enum Question {
        ACCOUNT,
        LIMIT,
        PORTIONS,
        SPACING,
        JITTER,
        PORTION,
        ADDRESS,
        SENDER
    }

    private final Ground ground;
    private final Draws draws;
    private final Delays delays;

    Structuring(Ground ground) {
        this.ground = ground;
        draws = ground.chance().about("attack.structuring");
        delays = new Delays(draws);
    }

    @Override
    public void begin(Strike strike) {
        if (strike.ring().accounts().isEmpty()) {
            return;
        }
        long key = strike.key();
        User account = strike.ring().account(draws.uniform(key, Question.ACCOUNT.ordinal()), 0);
        long limitCents = limitCents(key);
        int portions = Assumptions.STRUCTURING_LEAST_PORTIONS
                + draws.below(Assumptions.STRUCTURING_MORE_PORTIONS, key, Question.PORTIONS.ordinal());
        boolean isShared = draws.happens(Assumptions.MULE_SENDER_SHARED, key, Question.SENDER.ordinal());
        var source = new Source(Funding.CRYPTO, ground.kit().sender(strike, isShared, 0), 0);
        ground.floor()
                .at(
                        strike.atMillis(),
                        () -> ground.floor().deposit(account, Asset.CASH, portions * limitCents, source));
        Session session = ground.kit().session(strike, account, 0, strike.atMillis());
        var crime = new Crime(ground, strike, Harm.WITHDRAWN);
        long spacing = delays.between(
                Assumptions.STRUCTURING_LEAST_MINUTES,
                Assumptions.STRUCTURING_MOST_MINUTES,
                key,
                Question.SPACING.ordinal());
        for (int i = 0; i < portions; i++) {
            int number = i;
            double jitter = Assumptions.STRUCTURING_JITTER * draws.between(-1, 1, key + i, Question.JITTER.ordinal());
            long at = strike.atMillis() + (long) (spacing * (i + 0.5 + jitter));
            if (i % 3 == 0) {
                ground.floor().at(at - 60_000, () -> ground.login(account, session, key + number));
            }
            ground.floor()
                    .at(at, () -> take(strike, new Ask(account, session, key + number, crime), limitCents, number));
        }
    }

    private long limitCents(long key) {
        double rest = draws.uniform(key, Question.LIMIT.ordinal());
        int which = 0;
        while (which < Assumptions.LIMIT_SHARES.length - 1 && rest > Assumptions.LIMIT_SHARES[which]) {
            rest -= Assumptions.LIMIT_SHARES[which++];
        }
        return (long) (100 * Assumptions.LIMITS_USD[which]);
    }

    private void take(Strike strike, Ask ask, long limitCents, int number) {
        if (Ground.isOver(ask)) {
            return;
        }
        boolean isWary = strike.tactic().amount() == Amount.MODEST;
        double share = isWary
                ? draws.between(
                        Assumptions.LIMIT_WARY_LEAST, Assumptions.LIMIT_LEAST, ask.key(), Question.PORTION.ordinal())
                : draws.between(Assumptions.LIMIT_LEAST, Assumptions.LIMIT_MOST, ask.key(), Question.PORTION.ordinal());
        boolean isShared = draws.happens(Assumptions.STRUCTURING_SHARED_ADDRESS, ask.key(), Question.ADDRESS.ordinal());
        long address = isShared
                ? ground.kit().address(strike, ask.user(), 0, ground.floor().nowMillis())
                : ground.kit().fresh(strike, number);
        ground.floor().withdraw(ask, Asset.CASH, address, (long) (share * limitCents));
    }
}
