package firedrill.scoring.feature;

import static firedrill.scoring.feature.Feature.Entity.ADDRESS;
import static firedrill.scoring.feature.Feature.Entity.DEVICE;
import static firedrill.scoring.feature.Feature.Entity.EVENT;
import static firedrill.scoring.feature.Feature.Entity.MARKET;
import static firedrill.scoring.feature.Feature.Entity.NETWORK;
import static firedrill.scoring.feature.Feature.Entity.SOURCE;
import static firedrill.scoring.feature.Feature.Entity.SYMBOL;
import static firedrill.scoring.feature.Feature.Entity.USER;
import static firedrill.scoring.feature.Feature.Scale.LINEAR;
import static firedrill.scoring.feature.Feature.Scale.LOG;
import static firedrill.scoring.feature.Windows.WEEK_MINUTES;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The catalogue: every number that models and rules see of an order or a withdrawal, in the order of the vector.
 *
 * <p>Each is computed from events told before this one, plus what this one says of itself. All are finite; those read
 * as {@link Scale#LOG} are at least 0. A sum over a window never counts what is older than the window, and may already
 * have dropped the oldest tile of it. Ages stop at seven days, which is also what they are where the thing never
 * happened; an id not among the last sixteen that an entity met is new to it again, and a count of ids is exact up to
 * fifteen. What does not apply has its missing value: an order has no address; only withdrawals are looked up by
 * network and by source, for each look-up is a hop of the stream; only thinly traded coins have a symbol's memory.
 */
public enum Feature {
    IS_ORDER(EVENT, LINEAR, Windows.NONE, "flag", 0, "1 for an order, 0 for a withdrawal"),
    AMOUNT_USD(EVENT, LOG, Windows.NONE, "usd", 0, "dollars that move if it is let through"),
    DRAIN_FRACTION(
            EVENT,
            LINEAR,
            Windows.NONE,
            "fraction",
            0,
            "withdrawal: share of the account's worth that leaves; sell: share of the coin held that is sold; buy: 0,"
                    + " it drains nothing"),
    ACCOUNT_AGE_DAYS(EVENT, LOG, Windows.NONE, "days", 0, "since the account was opened"),
    VOLATILITY_Z(MARKET, LINEAR, Windows.NONE, "sigma", 0, "volatility of the last hour, from its usual level; +-100"),
    RETURN_Z(MARKET, LINEAR, Windows.NONE, "sigma", 0, "return of the last hour; negative when the price fell; +-100"),
    WITHDRAWALS_1H(USER, LOG, Windows.HOUR.length(), "count", 0, "withdrawals asked for; tiles of 1 minute"),
    WITHDRAWN_USD_24H(USER, LOG, Windows.DAY.length(), "usd", 0, "asked to withdraw; tiles of 30 minutes"),
    AMOUNT_TO_USUAL(USER, LOG, Windows.NONE, "ratio", 1, "to the running mean of the last 16 or so; 1 for the first"),
    MINUTES_SINCE_CREDENTIAL_CHANGE(
            USER, LOG, Windows.WEEK, "minutes", WEEK_MINUTES, "password, two-factor, e-mail or phone"),
    MINUTES_SINCE_DEVICE_FIRST_USED(
            USER, LOG, Windows.WEEK, "minutes", WEEK_MINUTES, "by this user; 0 if never before"),
    MINUTES_SINCE_ADDRESS_FIRST_USED(
            USER, LOG, Windows.WEEK, "minutes", WEEK_MINUTES, "by this user; 0 if never before"),
    MINUTES_SINCE_DEPOSIT(USER, LOG, Windows.WEEK, "minutes", WEEK_MINUTES, "how long the last money dwelt"),
    SOLD_USD_1H(USER, LOG, Windows.HOUR.length(), "usd", 0, "dollars the user sold; tiles of 1 minute"),
    LOGINS_1H(USER, LOG, Windows.HOUR.length(), "count", 0, "sessions the user opened; tiles of 1 minute"),
    DEVICE_USERS_7D(DEVICE, LOG, Windows.WEEK, "count", 0, "distinct users other than this one; at most 15"),
    DEVICE_AGE_MINUTES(
            DEVICE, LOG, Windows.WEEK, "minutes", WEEK_MINUTES, "since anybody first used it; 0 if nobody did"),
    ADDRESS_USERS_7D(ADDRESS, LOG, Windows.WEEK, "count", 0, "distinct users other than this one; at most 15"),
    ADDRESS_AGE_MINUTES(
            ADDRESS, LOG, Windows.WEEK, "minutes", WEEK_MINUTES, "since anybody first withdrew to it; 0 if nobody"),
    ADDRESS_RECEIVED_USD_24H(ADDRESS, LOG, Windows.DAY.length(), "usd", 0, "from all users; tiles of 30 minutes"),

    SECOND_FACTOR_MISSING(EVENT, LINEAR, Windows.NONE, "flag", 0, "the log has no second factor for a withdrawal"),
    JUST_UNDER_LIMIT(EVENT, LINEAR, Windows.NONE, "flag", 0, "withdrawal within 10 % below $1,000, $3,000 or $10,000"),
    BY_API_KEY(EVENT, LINEAR, Windows.NONE, "flag", 0, "an order placed by a program"),
    MARKET_OFF_BPS(EVENT, LOG, Windows.NONE, "bps", 0, "market order: its price from the middle, against it; to 10000"),
    RESTS_OFF_BPS(EVENT, LOG, Windows.NONE, "bps", 0, "limit order: how far from the best price it rests; to 10000"),
    CANCELLED_TO_AMOUNT(EVENT, LOG, Windows.NONE, "ratio", 0, "own orders cancelled in the last minute, to this order"),
    LIQUIDATED_SHARE(MARKET, LINEAR, Windows.NONE, "fraction", 0, "of open interest, closed by force in the last hour"),
    DEPTH_SHARE(MARKET, LOG, Windows.NONE, "ratio", 1, "of the order book's usual depth; at most 100"),
    FUNDING_BPS(MARKET, LINEAR, Windows.NONE, "bps", 1, "funding rate per 8 hours; +-100"),
    MINUTES_SINCE_SIM_CHANGE(
            USER, LOG, Windows.WEEK, "minutes", WEEK_MINUTES, "a new card for the user's phone number"),
    MINUTES_SINCE_API_KEY_MADE(
            USER, LOG, Windows.WEEK, "minutes", WEEK_MINUTES, "the last key for programs that was made"),
    LAST_LOGIN_FACTOR(USER, LINEAR, Windows.NONE, "rank", 0, "beside the password: 0 nothing, 1 SMS, 2 app, 3 key"),
    MINUTES_SINCE_NETWORK_FIRST_USED(
            USER, LOG, Windows.WEEK, "minutes", WEEK_MINUTES, "by this user; 0 if never before"),
    MINUTES_SINCE_API_KEY_USED(USER, LOG, Windows.WEEK, "minutes", 0, "how long the key slept; 7 days if it is unused"),
    MINUTES_SINCE_KEY_ON_NETWORK(
            USER, LOG, Windows.WEEK, "minutes", WEEK_MINUTES, "since the key was first used from here"),
    HOUR_ODDNESS(USER, LINEAR, Windows.NONE, "fraction", 1, "0 at the hour of the last 32 or so logins, 2 opposite"),
    AMOUNT_TO_LARGEST(
            USER, LOG, Windows.NONE, "ratio", 1, "to the largest earlier of its kind, which fades; 1 for a first"),
    DEPOSITED_USD_24H(USER, LOG, Windows.DAY_ROUGHLY.length(), "usd", 0, "all that came in; tiles of 2 hours"),
    PASS_THROUGH_24H(USER, LOG, Windows.DAY.length(), "ratio", 0, "withdrawn to deposited; 0 below $200 deposited"),
    REVERSIBLE_SHARE(
            USER,
            LINEAR,
            Windows.NONE,
            "fraction",
            0,
            "of what is held, money of the last 3 days that can be called back"),
    FUNDING_AGE_MINUTES(
            USER, LOG, Windows.WEEK, "minutes", WEEK_MINUTES, "since the last deposit's source first paid the user"),
    REWARD_SHARE_7D(USER, LINEAR, Windows.WEEK_ROUGHLY.length(), "fraction", 0, "of deposits; tiles of 12 hours"),
    BAND_WITHDRAWALS_24H(USER, LOG, Windows.DAY_ROUGHLY.length(), "count", 0, "just under a limit; tiles of 2 hours"),
    ADDRESSES_24H(USER, LOG, Windows.DAY.length(), "count", 0, "the user withdrew to, other than this; at most 15"),
    ORDERS_1M(USER, LOG, Windows.MINUTE.length(), "count", 0, "orders the user placed; tiles of 5 seconds"),
    TRADED_USD_24H(
            USER,
            LOG,
            Windows.DAY_ROUGHLY.length(),
            "usd",
            0,
            "the user's market orders before this order; tiles of 2 hours"),
    NET_TO_GROSS_24H(
            USER, LINEAR, Windows.DAY_ROUGHLY.length(), "fraction", 1, "order: |bought - sold| to traded; 1 if none"),
    COUNTERPARTY_SHARE(USER, LINEAR, Windows.NONE, "fraction", 0, "of the last 16 orders that met this counterparty"),
    OPPOSITE_RESTING_USD_5M(USER, LOG, Windows.FIVE_MINUTES.length(), "usd", 0, "limit orders on the other side"),
    MINUTES_SINCE_SYMBOL_FIRST_TRADED(
            USER, LOG, Windows.WEEK, "minutes", WEEK_MINUTES, "by this user; 0 if never before"),
    NETWORK_USERS_7D(NETWORK, LOG, Windows.WEEK, "count", 0, "distinct users other than this one; at most 15"),
    NETWORK_AGE_MINUTES(
            NETWORK, LOG, Windows.WEEK, "minutes", WEEK_MINUTES, "since anybody came from it; 0 if nobody did"),
    NETWORK_WITHDRAWALS_1H(NETWORK, LOG, Windows.HOUR.length(), "count", 0, "of all users; tiles of 1 minute"),
    SOURCE_USERS_7D(SOURCE, LOG, Windows.WEEK, "count", 0, "others whom the last deposit's sender paid; at most 15"),
    SOURCE_AGE_MINUTES(
            SOURCE, LOG, Windows.WEEK, "minutes", WEEK_MINUTES, "since it first paid anybody; 0 if it never did"),
    ADDRESS_USERS_1H(ADDRESS, LOG, Windows.HOUR.length(), "count", 0, "distinct users other than this one; at most 15"),
    SYMBOL_BUYERS_1M(SYMBOL, LOG, Windows.MINUTE.length(), "count", 0, "other users who bought it; at most 15"),
    SYMBOL_COUNTERPARTY_SHARE(
            SYMBOL, LINEAR, Windows.NONE, "fraction", 0, "of the last 16 buys that met the same user");

    /** Length of a vector. */
    public static final int COUNT = values().length;

    /** Changes when anything in the catalogue does: SHA-256 over all of it, the first 12 hex digits. */
    public static final String FINGERPRINT =
            Definition.fingerprint(Stream.of(values()).map(Feature::definition).toList());

    private final Entity entity;
    private final Scale scale;
    private final Duration window;
    private final String unit;
    private final double missing;
    private final String meaning;

    Feature(Entity entity, Scale scale, Duration window, String unit, double missing, String meaning) {
        this.entity = entity;
        this.scale = scale;
        this.window = window;
        this.unit = unit;
        this.missing = missing;
        this.meaning = meaning;
    }

    /** Its name in rules, models and documents: snake case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whose memory it comes from. */
    public Entity entity() {
        return entity;
    }

    /** How far it looks back; zero if it does not, or if it has no limit. */
    public Duration window() {
        return window;
    }

    public String unit() {
        return unit;
    }

    /** What is counted, in words, with its limits. */
    public String meaning() {
        return meaning;
    }

    /** Its value where nothing is known, or where it does not apply. */
    public double missing() {
        return missing;
    }

    /** How a linear model reads it. */
    public Scale scale() {
        return scale;
    }

    /** The typologies that it helps to tell from honest life, sorted; none for what only sets the scene. */
    public Set<String> separates() {
        return Signs.of(this);
    }

    /** Its value in {@code vector}, shape {@code [COUNT]}. */
    public double in(double[] vector) {
        return vector[ordinal()];
    }

    void put(double[] vector, double value) {
        vector[ordinal()] = value;
    }

    Definition definition() {
        return new Definition(label(), entity, window, unit, meaning, missing, scale);
    }

    /** Whose memory a feature comes from. */
    public enum Entity {
        EVENT,
        MARKET,
        USER,
        DEVICE,
        NETWORK,
        SOURCE,
        ADDRESS,
        SYMBOL
    }

    /** How a linear model reads a feature. */
    public enum Scale {
        /** As it is. */
        LINEAR,
        /** As {@code log1p}, for amounts, counts and times, whose ratios matter more than their differences. */
        LOG;

        /** What the model sees of {@code value}; the same bits on every machine. */
        public double of(double value) {
            return this == LOG ? LogTable.log1p(value) : value;
        }
    }
}
