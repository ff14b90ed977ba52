package firedrill.ingest.attack;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Draws;
import firedrill.ingest.population.Population;
import firedrill.ingest.population.User;

/**
 * What a thief means to do with one account, before anybody stands in the way. Times are simulated UTC milliseconds.
 *
 * @param loginMillis when the account is first opened
 * @param changeMillis when a credential is changed; 0 if none is
 * @param returnMillis when the thief comes back to take the money; the time of the login if it is one session
 * @param sellMillis when all coin is sold; 0 if it is not
 * @param takeMillis when the first withdrawal is asked for
 * @param fraction of the account's worth to be taken; 1 for everything
 * @param goes in how many withdrawals
 */
record Plan(
        long key,
        User victim,
        long deviceId,
        long addressId,
        long loginMillis,
        long changeMillis,
        long returnMillis,
        long sellMillis,
        long takeMillis,
        double fraction,
        int goes) {

    private static final long MINUTE = 60_000;
    /** A session does not stay open longer. */
    private static final long SESSION = 30 * MINUTE;

    /** Draws plans. */
    static final class Maker {

        private enum Question {
            VICTIM,
            OTHER_VICTIM,
            CHANGES,
            CHANGE_DELAY,
            PATIENT,
            WAIT,
            SELLS,
            SELL_DELAY,
            TAKE_DELAY,
            MODEST,
            FRACTION,
            GOES
        }

        private final Population population;
        private final Rings rings;
        private final Draws draws;

        Maker(Population population, Rings rings, Chance chance) {
            this.population = population;
            this.rings = rings;
            draws = chance.about("attack.plan");
        }

        /** The plan of a takeover that begins at {@code loginMillis}. */
        Plan draw(long key, long loginMillis) {
            User victim = victim(key);
            long device = rings.device(key, 0, victim, loginMillis);
            boolean isSession = device == victim.mainDevice();
            boolean changes = happens(
                    isSession ? Assumptions.CHANGES_CREDENTIAL_IN_SESSION : Assumptions.CHANGES_CREDENTIAL,
                    key,
                    Question.CHANGES);
            long change = changes ? loginMillis + minutes(1, 8, key, Question.CHANGE_DELAY) : 0;
            long waited = Math.max(loginMillis, change) + waits(key);
            long back = waited - loginMillis > SESSION ? waited : loginMillis;
            boolean sells = happens(Assumptions.SELLS_FIRST, key, Question.SELLS);
            long sell = sells ? waited + minutes(0.5, 3, key, Question.SELL_DELAY) : 0;
            long take = Math.max(waited, sell) + minutes(0.5, 6, key, Question.TAKE_DELAY);
            long address = rings.address(key, 0, victim, take);
            return new Plan(
                    key, victim, device, address, loginMillis, change, back, sell, take, fraction(key), goes(key));
        }

        /** Of two that could be had, the wealthier. */
        private User victim(long key) {
            User one = population.anyone(draws.uniform(key, Question.VICTIM.ordinal()));
            User other = population.anyone(draws.uniform(key, Question.OTHER_VICTIM.ordinal()));
            return one.wealthCents() >= other.wealthCents() ? one : other;
        }

        private long waits(long key) {
            if (happens(Assumptions.PATIENT, key, Question.PATIENT)) {
                return minutes(
                        60 * Assumptions.PATIENT_LEAST_HOURS, 60 * Assumptions.PATIENT_MOST_HOURS, key, Question.WAIT);
            }
            double minutes = draws.exponential(Assumptions.IMPATIENT_MEAN_MINUTES, key, Question.WAIT.ordinal());
            return (long) (minutes * MINUTE);
        }

        private double fraction(long key) {
            if (!happens(Assumptions.MODEST, key, Question.MODEST)) {
                return 1;
            }
            return draws.between(
                    Assumptions.MODEST_LEAST_FRACTION,
                    Assumptions.MODEST_MOST_FRACTION,
                    key,
                    Question.FRACTION.ordinal());
        }

        private int goes(long key) {
            double uniform = draws.uniform(key, Question.GOES.ordinal());
            if (uniform < Assumptions.ONE_GO) {
                return 1;
            }
            return uniform < Assumptions.ONE_GO + Assumptions.TWO_GOES ? 2 : 3;
        }

        private boolean happens(double probability, long key, Question question) {
            return draws.happens(probability, key, question.ordinal());
        }

        private long minutes(double low, double high, long key, Question question) {
            return (long) (draws.between(low, high, key, question.ordinal()) * MINUTE);
        }
    }
}
