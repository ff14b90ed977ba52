package firedrill.scoring.feature;

import static firedrill.scoring.feature.Feature.Entity.ADDRESS;
import static firedrill.scoring.feature.Feature.Entity.DEVICE;
import static firedrill.scoring.feature.Feature.Entity.EVENT;
import static firedrill.scoring.feature.Feature.Entity.MARKET;
import static firedrill.scoring.feature.Feature.Entity.USER;
import static firedrill.scoring.feature.Feature.Scale.LINEAR;
import static firedrill.scoring.feature.Feature.Scale.LOG;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The catalogue: every number that models and rules see of an order or a withdrawal, in the order of the vector.
 *
 * <p>Each is computed from events told before this one, plus what this one says of itself. All are finite; those read
 * as {@link Scale#LOG} are at least 0. A sum over a window never counts what is older than the window, and may already
 * have dropped the oldest tile of it.
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
    VOLATILITY_Z(
            MARKET,
            LINEAR,
            Windows.NONE,
            "sigma",
            0,
            "realised volatility of the last hour, from its usual level; cut at 100 either way"),
    RETURN_Z(
            MARKET,
            LINEAR,
            Windows.NONE,
            "sigma",
            0,
            "return of the last hour, negative when the price fell; cut at 100 either way"),
    WITHDRAWALS_1H(
            USER, LOG, Windows.HOUR.length(), "count", 0, "withdrawals the user asked for; in tiles of 1 minute"),
    WITHDRAWN_USD_24H(
            USER, LOG, Windows.DAY.length(), "usd", 0, "dollars the user asked to withdraw; in tiles of 30 minutes"),
    AMOUNT_TO_USUAL(
            USER,
            LOG,
            Windows.NONE,
            "ratio",
            1,
            "amount over the running mean of the user's earlier orders and withdrawals, the last 16 or so; 1 for the"
                    + " first"),
    MINUTES_SINCE_CREDENTIAL_CHANGE(
            USER, LOG, Windows.WEEK, "minutes", Windows.WEEK.toMinutes(), "7 days if never, or longer ago"),
    MINUTES_SINCE_DEVICE_FIRST_USED(
            USER,
            LOG,
            Windows.WEEK,
            "minutes",
            Windows.WEEK.toMinutes(),
            "by this user; 0 if never before, or not among the user's last 16 devices; at most 7 days"),
    MINUTES_SINCE_ADDRESS_FIRST_USED(
            USER,
            LOG,
            Windows.WEEK,
            "minutes",
            Windows.WEEK.toMinutes(),
            "by this user; 0 if never before, or not among the user's last 16 addresses; at most 7 days; 7 days for an"
                    + " order"),
    MINUTES_SINCE_DEPOSIT(
            USER, LOG, Windows.WEEK, "minutes", Windows.WEEK.toMinutes(), "7 days if never, or longer ago"),
    SOLD_USD_1H(USER, LOG, Windows.HOUR.length(), "usd", 0, "dollars the user sold; in tiles of 1 minute"),
    LOGINS_1H(USER, LOG, Windows.HOUR.length(), "count", 0, "sessions the user opened; in tiles of 1 minute"),
    DEVICE_USERS_7D(
            DEVICE, LOG, Windows.WEEK, "count", 0, "distinct users other than this one; exact up to 15, then 15"),
    DEVICE_AGE_MINUTES(
            DEVICE,
            LOG,
            Windows.WEEK,
            "minutes",
            Windows.WEEK.toMinutes(),
            "since anybody first used the device; 0 if nobody did; at most 7 days"),
    ADDRESS_USERS_7D(
            ADDRESS, LOG, Windows.WEEK, "count", 0, "distinct users other than this one; exact up to 15, then 15"),
    ADDRESS_AGE_MINUTES(
            ADDRESS,
            LOG,
            Windows.WEEK,
            "minutes",
            Windows.WEEK.toMinutes(),
            "since anybody first withdrew to the address; 0 if nobody did; at most 7 days; 7 days for an order"),
    ADDRESS_RECEIVED_USD_24H(
            ADDRESS,
            LOG,
            Windows.DAY.length(),
            "usd",
            0,
            "dollars all users asked to withdraw to the address; in tiles of 30 minutes");

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
        ADDRESS
    }

    /** How a linear model reads a feature. */
    public enum Scale {
        /** As it is. */
        LINEAR,
        /** As {@code log1p}, for amounts, counts and times, whose ratios matter more than their differences. */
        LOG;

        /** What the model sees of {@code value}; the same bits on every machine. */
        public double of(double value) {
            return this == LOG ? StrictMath.log1p(value) : value;
        }
    }
}
