package firedrill.ingest.exchange;

import firedrill.ingest.attack.AttackSettings;
import firedrill.ingest.market.Klines;
import firedrill.ingest.population.PopulationSettings;
import java.util.Optional;

/**
 * How large an exchange, and when.
 *
 * @param users how many accounts, in [1, 1,000,000]; everything that happens grows in proportion
 * @param startMillis when the story begins, simulated UTC milliseconds, a whole minute between 2000 and 2090
 * @param passUnansweredOrdersUpToCents the position limit of the fail mode: an order without an answer in time passes if
 *     it is not larger
 * @param population how honest users talk and are talked to
 * @param attacks how fraudsters behave
 * @param record the price path to replay, which begins when the story does; drawn from the seed if empty
 */
public record ExchangeSettings(
        int users,
        long startMillis,
        long passUnansweredOrdersUpToCents,
        PopulationSettings population,
        AttackSettings attacks,
        Optional<Klines> record) {

    private static final int MOST_USERS = 1_000_000;
    private static final long YEAR_2000_MILLIS = 946_684_800_000L;
    private static final long YEAR_2090_MILLIS = 3_786_912_000_000L;
    private static final long MINUTE_MILLIS = 60_000;

    /** 10,000 users from 5 January 2026, a Monday, 00:00 UTC; orders up to 5,000 dollars pass unanswered. */
    public static final ExchangeSettings DEFAULT = new ExchangeSettings(10_000, 1_767_571_200_000L, 500_000);

    public ExchangeSettings {
        if (users < 1 || users > MOST_USERS) {
            throw new IllegalArgumentException("users must lie in [1, " + MOST_USERS + "], was " + users);
        }
        if (startMillis < YEAR_2000_MILLIS || startMillis > YEAR_2090_MILLIS || startMillis % MINUTE_MILLIS != 0) {
            throw new IllegalArgumentException(
                    "startMillis must be a whole minute between 2000 and 2090, was " + startMillis);
        }
        if (passUnansweredOrdersUpToCents < 0) {
            throw new IllegalArgumentException(
                    "passUnansweredOrdersUpToCents must not be negative, was " + passUnansweredOrdersUpToCents);
        }
        if (record.isPresent() && record.get().startMillis() != startMillis) {
            throw new IllegalArgumentException(
                    "startMillis must be that of the record, " + record.get().startMillis() + ", was " + startMillis);
        }
    }

    /** Honest users and fraudsters as they usually are. */
    public ExchangeSettings(int users, long startMillis, long passUnansweredOrdersUpToCents) {
        this(
                users,
                startMillis,
                passUnansweredOrdersUpToCents,
                PopulationSettings.DEFAULT,
                AttackSettings.DEFAULT,
                Optional.empty());
    }

    /** The same, larger or smaller. */
    public ExchangeSettings withUsers(int users) {
        return new ExchangeSettings(users, startMillis, passUnansweredOrdersUpToCents, population, attacks, record);
    }

    /** The same, with honest users who talk otherwise. */
    public ExchangeSettings withPopulation(PopulationSettings other) {
        return new ExchangeSettings(users, startMillis, passUnansweredOrdersUpToCents, other, attacks, record);
    }

    /** The same, against other fraudsters. */
    public ExchangeSettings withAttacks(AttackSettings other) {
        return new ExchangeSettings(users, startMillis, passUnansweredOrdersUpToCents, population, other, record);
    }

    /** The same, in the market of this record, from its first bar on. */
    public ExchangeSettings withRecord(Klines other) {
        return new ExchangeSettings(
                users, other.startMillis(), passUnansweredOrdersUpToCents, population, attacks, Optional.of(other));
    }
}
