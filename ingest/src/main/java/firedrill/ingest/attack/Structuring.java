package firedrill.ingest.attack;

import firedrill.ingest.attack.Tactic.Amount;
import firedrill.ingest.market.Asset;
import firedrill.ingest.population.Ask;
import firedrill.ingest.population.Session;
import firedrill.ingest.population.User;

/** T6: dirty money leaves in portions just under a limit, evenly spaced, to many addresses, old and new. */
final class Structuring implements Scheme {

    private static final long MINUTE_MILLIS = 60_000;
    private static final int PORTIONS_A_SESSION = 3;

    private enum Question {
        ACCOUNT,
        LIMIT,
        PORTIONS,
        SPACING,
        JITTER,
        PORTION,
        ADDRESS,
        WHICH_ADDRESS,
        SENDER,
        LUMP,
        RESTS
    }

    private final Ground ground;
    private final Dice dice;

    Structuring(Ground ground) {
        this.ground = ground;
        dice = ground.dice("attack.structuring");
    }

    @Override
    public void begin(Strike strike) {
        long key = strike.key();
        User account = strike.ring().account(dice.uniform(key, Question.ACCOUNT), 0);
        long limitCents = limitCents(key);
        int portions = Footprints.STRUCTURING_LEAST_PORTIONS
                + dice.below(Footprints.STRUCTURING_MORE_PORTIONS, key, Question.PORTIONS);
        Session session = ground.kit().session(strike, account, 0, strike.atMillis());
        var crime = new Crime(ground, strike, Harm.WITHDRAWN);
        long spacing = dice.minutes(
                Footprints.STRUCTURING_LEAST_MINUTES, Footprints.STRUCTURING_MOST_MINUTES, key, Question.SPACING);
        payIn(strike, account, portions * limitCents, portions * spacing);
        long first = strike.atMillis() + rests(key);
        ground.recruits().reserve(account, first + portions * spacing);
        for (int i = 0; i < portions; i++) {
            int number = i;
            double jitter = Footprints.STRUCTURING_JITTER * dice.between(-1, 1, key + i, Question.JITTER);
            long at = first + (long) (spacing * (i + 0.5 + jitter));
            if (i % PORTIONS_A_SESSION == 0) {
                ground.loginAt(at - MINUTE_MILLIS, account, session, key + i);
            }
            var ask = new Ask(account, session, key + i, crime);
            ground.at(at, () -> take(strike, ask, limitCents, number));
        }
    }

    /** Money that nobody looks for may lie for a day. */
    private long rests(long key) {
        return dice.happens(Footprints.STRUCTURING_RESTS, key, Question.RESTS)
                ? dice.minutes(
                        60 * Footprints.STRUCTURING_RESTS_LEAST_HOURS,
                        60 * Footprints.STRUCTURING_RESTS_MOST_HOURS,
                        key,
                        Question.RESTS)
                : 0;
    }

    /** At once, or in two halves from two senders. */
    private void payIn(Strike strike, User account, long cents, long withinMillis) {
        boolean isShared = dice.happens(Footprints.MULE_SENDER_SHARED, strike.key(), Question.SENDER);
        int lumps = dice.happens(Footprints.STRUCTURING_ONE_LUMP, strike.key(), Question.LUMP) ? 1 : 2;
        for (int i = 0; i < lumps; i++) {
            long at = strike.atMillis() + i * withinMillis / lumps;
            ground.payAt(at, account, Asset.CASH, cents / lumps, ground.kit().coins(strike, isShared, i));
        }
    }

    private long limitCents(long key) {
        double rest = dice.uniform(key, Question.LIMIT);
        int which = 0;
        while (which < Footprints.LIMIT_SHARES.length - 1 && rest > Footprints.LIMIT_SHARES[which]) {
            rest -= Footprints.LIMIT_SHARES[which++];
        }
        return (long) (100 * Footprints.LIMITS_USD[which]);
    }

    private void take(Strike strike, Ask ask, long limitCents, int number) {
        if (Ground.isOver(ask)) {
            return;
        }
        boolean isWary = strike.tactic().amount() == Amount.MODEST;
        double share = dice.between(
                isWary ? Footprints.LIMIT_WARY_LEAST : Footprints.LIMIT_LEAST,
                isWary ? Footprints.LIMIT_LEAST : Footprints.LIMIT_MOST,
                ask.key(),
                Question.PORTION);
        ground.floor().withdraw(ask, Asset.CASH, address(strike, ask, number), (long) (share * limitCents));
    }

    /** The ring's, one that the account has used before, or a new one. */
    private long address(Strike strike, Ask ask, int number) {
        double kind = dice.uniform(ask.key(), Question.ADDRESS);
        if (kind < Footprints.STRUCTURING_SHARED_ADDRESS) {
            return ground.kit().address(strike, ask.user(), 0, ground.floor().nowMillis());
        }
        if (kind < Footprints.STRUCTURING_SHARED_ADDRESS + Footprints.STRUCTURING_SAVED_ADDRESS) {
            long[] saved = ask.user().savedAddresses();
            return saved[dice.below(saved.length, ask.key(), Question.WHICH_ADDRESS)];
        }
        return ground.kit().fresh(strike, number);
    }
}
