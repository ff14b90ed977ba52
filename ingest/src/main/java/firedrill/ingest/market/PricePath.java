package firedrill.ingest.market;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Purpose;
import firedrill.ingest.event.Market;
import firedrill.ingest.incident.Incident.PriceFall;
import firedrill.ingest.incident.Incident.Scheduled;
import firedrill.ingest.incident.Scenario;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The price of the index by the minute: a random walk whose volatility switches between calm, normal and stress
 * (a Markov chain), plus what a scenario does to it. The same for every operator.
 *
 * <p>Annual volatilities 35, 65 and 200 % are those of the parameter table; the switching rates are assumptions.
 */
public final class PricePath {

    /** Minutes told before the start, so that history has a market too. */
    public static final int HISTORY_MINUTES = 31 * 24 * 60;

    private static final double MINUTES_PER_YEAR = 365.25 * 24 * 60;
    private static final double[] ANNUAL_VOLATILITY = {0.35, 0.65, 2.0};
    /** Chance per minute to leave a regime for the next milder or harsher one. */
    private static final double[] LEAVING = {1 / 600.0, 1 / 900.0, 1 / 90.0};

    private static final double USUAL_HOURLY = 0.65 / Math.sqrt(365.25 * 24);
    /** Spread of the hourly realised volatility around its usual level, in units of that level. */
    private static final double VOLATILITY_SPREAD = 0.35;

    private static final long START_CENTS = 6_000_000;
    private static final long MINUTE_MILLIS = 60_000;
    private static final int HOUR = 60;

    private final Chance chance;
    private final Scenario scenario;
    private final long startMillis;
    private double[] logPrice = new double[HISTORY_MINUTES + 1024];
    private double[] squares = new double[HISTORY_MINUTES + 1024];
    private int known;
    private int regime = 1;
    private int lastMinute;
    private @Nullable Market last;

    /** The path of {@code seed} under {@code scenario}, which begins at {@code startMillis}. */
    public PricePath(Chance chance, Scenario scenario, long startMillis) {
        this.chance = chance;
        this.scenario = scenario;
        this.startMillis = startMillis;
    }

    /** What the exchange sees at {@code timeMillis}: the last whole minute. */
    public Market at(long timeMillis) {
        int minute = minute(timeMillis);
        if (last == null || lastMinute != minute) {
            last = new Market(volatilityZ(minute), returnZ(minute), cents(minute));
            lastMinute = minute;
        }
        return last;
    }

    /** The price at {@code timeMillis}, in cents. */
    public long priceCents(long timeMillis) {
        return cents(minute(timeMillis));
    }

    private int minute(long timeMillis) {
        long minute = HISTORY_MINUTES + Math.floorDiv(timeMillis - startMillis, MINUTE_MILLIS);
        int bounded = (int) Math.max(0, minute);
        extendTo(bounded);
        return bounded;
    }

    private long cents(int minute) {
        return Math.max(1, Math.round(START_CENTS * StrictMath.exp(logPrice[minute])));
    }

    private double returnZ(int minute) {
        return (logPrice[minute] - logPrice[Math.max(0, minute - HOUR)]) / USUAL_HOURLY;
    }

    private double volatilityZ(int minute) {
        double hour = squares[minute] - squares[Math.max(0, minute - HOUR)];
        double share = minute < HOUR ? 1 : StrictMath.sqrt(Math.max(0, hour)) / USUAL_HOURLY;
        return (share - 1) / VOLATILITY_SPREAD;
    }

    private void extendTo(int minute) {
        if (minute >= logPrice.length) {
            int length = Math.max(minute + 1, logPrice.length * 2);
            logPrice = Arrays.copyOf(logPrice, length);
            squares = Arrays.copyOf(squares, length);
        }
        while (known < minute) {
            step(known + 1);
        }
    }

    private void step(int minute) {
        switchRegime(minute);
        double sigma = ANNUAL_VOLATILITY[regime] / StrictMath.sqrt(MINUTES_PER_YEAR);
        double change = sigma * chance.normal(Purpose.RETURN, minute, 0) + fall(minute);
        logPrice[minute] = logPrice[minute - 1] + change;
        squares[minute] = squares[minute - 1] + change * change;
        known = minute;
    }

    private void switchRegime(int minute) {
        if (chance.happens(LEAVING[regime], Purpose.REGIME, minute, 0)) {
            boolean up = regime == 0 || (regime == 1 && chance.happens(0.3, Purpose.REGIME, minute, 1));
            regime += up ? 1 : -1;
        }
    }

    /** Log change that the scenario adds in this minute. */
    private double fall(int minute) {
        double sum = 0;
        long from = (minute - 1L - HISTORY_MINUTES) * MINUTE_MILLIS;
        for (var scheduled : scenario.timeline()) {
            sum += fall(scheduled, from);
        }
        return sum;
    }

    private double fall(Scheduled scheduled, long fromMillis) {
        long begin = scheduled.at().toMillis();
        long end = begin + scheduled.lasting().toMillis();
        long overlap = Math.min(end, fromMillis + MINUTE_MILLIS) - Math.max(begin, fromMillis);
        if (overlap <= 0 || !(scheduled.incident() instanceof PriceFall fall)) {
            return 0;
        }
        return StrictMath.log1p(-fall.percent() / 100) * overlap / (end - begin);
    }
}
