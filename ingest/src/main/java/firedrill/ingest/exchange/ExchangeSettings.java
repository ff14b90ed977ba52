package firedrill.ingest.exchange;

import firedrill.ingest.fraud.FraudDensity;
import firedrill.ingest.fraud.FraudSettings;
import firedrill.ingest.market.kline.Klines;
import firedrill.ingest.scenario.Scenario;
import java.time.Duration;
import java.util.Optional;

/**
 * Settings of a simulated exchange.
 *
 * @param users number of accounts, in [1, 1,000,000]; all activity scales with it
 * @param startMillis start, simulated UTC milliseconds, a whole minute between 2000 and 2090
 * @param failOpenLimitCents position limit of the fail mode: an order up to it passes without an answer in time
 * @param fraud behaviour of fraud rings
 * @param world parameters of market, customers, fraud and exchange
 * @param recordedMarket price path to replay, from {@code startMillis}; simulated from the seed if empty
 */
public record ExchangeSettings(
        int users,
        long startMillis,
        long failOpenLimitCents,
        FraudSettings fraud,
        WorldParameters world,
        Optional<Klines> recordedMarket) {

    private static final int MAX_USERS = 1_000_000;
    private static final long YEAR_2000_MILLIS = 946_684_800_000L;
    private static final long YEAR_2090_MILLIS = 3_786_912_000_000L;
    private static final long MINUTE_MILLIS = 60_000;

    /** 10,000 users from Monday 5 January 2026, 00:00 UTC; orders up to 5,000 dollars pass unanswered. */
    public static final ExchangeSettings DEFAULT = new ExchangeSettings(10_000, 1_767_571_200_000L, 500_000);

    public ExchangeSettings {
        if (users < 1 || users > MAX_USERS) {
            throw new IllegalArgumentException("users must lie in [1, " + MAX_USERS + "], was " + users);
        }
        if (startMillis < YEAR_2000_MILLIS || startMillis > YEAR_2090_MILLIS || startMillis % MINUTE_MILLIS != 0) {
            throw new IllegalArgumentException(
                    "startMillis must be a whole minute between 2000 and 2090, was " + startMillis);
        }
        if (failOpenLimitCents < 0) {
            throw new IllegalArgumentException("failOpenLimitCents must not be negative, was " + failOpenLimitCents);
        }
        if (recordedMarket.isPresent() && recordedMarket.get().startMillis() != startMillis) {
            throw new IllegalArgumentException("startMillis must equal that of the recorded market, "
                    + recordedMarket.get().startMillis() + ", was " + startMillis);
        }
    }

    /** The default customers, fraud and parameters. */
    public ExchangeSettings(int users, long startMillis, long failOpenLimitCents) {
        this(users, startMillis, failOpenLimitCents, FraudSettings.DEFAULT, WorldParameters.DEFAULT, Optional.empty());
    }

    /** Density of the frauds of a run. */
    public FraudDensity fraudDensity() {
        return new FraudDensity(fraud.rateMultiplier() * world.fraud().rate().timesLife());
    }

    /** The same with this number of users. */
    public ExchangeSettings withUsers(int users) {
        return new ExchangeSettings(users, startMillis, failOpenLimitCents, fraud, world, recordedMarket);
    }

    /** The same with other fraud. */
    public ExchangeSettings withFraud(FraudSettings other) {
        return new ExchangeSettings(users, startMillis, failOpenLimitCents, other, world, recordedMarket);
    }

    /** The same with other parameters. */
    public ExchangeSettings withWorld(WorldParameters other) {
        return new ExchangeSettings(users, startMillis, failOpenLimitCents, fraud, other, recordedMarket);
    }

    /**
     * The same with the parameters of a scenario, where these settings leave the default.
     *
     * @throws IllegalArgumentException if the values do not fit each other
     */
    public ExchangeSettings withParametersOf(Scenario scenario) {
        return withWorld(world.with(scenario));
    }

    /** Number of cases that the analysts of this exchange can review in {@code length}. */
    public long reviewCapacity(Duration length) {
        var review = world.exchange().review();
        return ReviewQueue.analystsFor(review, users) * length.toMillis() / review.durationMillis();
    }

    /** The same in this recorded market, from its first bar on. */
    public ExchangeSettings withRecordedMarket(Klines other) {
        return new ExchangeSettings(users, other.startMillis(), failOpenLimitCents, fraud, world, Optional.of(other));
    }
}
