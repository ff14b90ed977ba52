package firedrill.ingest.market;

import static firedrill.ingest.market.Assumptions.BETA;
import static firedrill.ingest.market.Assumptions.FIRST_PRICE_USD;
import static firedrill.ingest.market.Assumptions.OWN_DAYS;
import static firedrill.ingest.market.Assumptions.OWN_JUMPS_PER_DAY;
import static firedrill.ingest.market.Assumptions.OWN_MEAN_JUMP_DOWN;
import static firedrill.ingest.market.Assumptions.OWN_SIGMA;
import static firedrill.ingest.market.Assumptions.PRESSURE_BETA;
import static firedrill.ingest.market.Assumptions.SECONDS_A_DAY;
import static firedrill.ingest.market.Assumptions.SECONDS_A_YEAR;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Draws;

/**
 * The prices of the coins beside the index: each follows it by its beta, suffers more from forced sales, and has noise and
 * jumps of its own, which it forgets over days.
 */
final class Coins {

    /** A coin never costs less than a dollar, so that quantities of coin stay within their range, nor more than $100 m. */
    static final long LEAST_CENTS = 100;

    static final long MOST_CENTS = 10_000_000_000L;

    private static final int COUNT = Asset.COINS.size();
    private static final double FORGOTTEN = 1 / (OWN_DAYS * SECONDS_A_DAY);

    private final Draws steps;
    private final Draws jumps;
    private final Jumps[] laws = new Jumps[COUNT];
    private final double[] own = new double[COUNT];
    private final double firstIndex;
    private double index;
    private double pressure;

    Coins(Chance chance, double indexLogPrice) {
        steps = chance.about("market.coin.step");
        jumps = chance.about("market.coin.jump");
        firstIndex = indexLogPrice;
        index = indexLogPrice;
        for (int i = 0; i < COUNT; i++) {
            laws[i] = Jumps.of(OWN_JUMPS_PER_DAY[i], OWN_MEAN_JUMP_DOWN[i]);
        }
    }

    /** The next second: where the index stands of its own accord, and how far forced sales press it. */
    void step(long second, double indexLogPrice, double pressure, Regime regime) {
        index = indexLogPrice;
        this.pressure = pressure;
        double perSecond = regime.secondSigma / Regime.NORMAL.secondSigma / Math.sqrt(SECONDS_A_YEAR);
        for (int i = 1; i < COUNT; i++) {
            own[i] += OWN_SIGMA[i] * perSecond * steps.normal(second, i)
                    + laws[i].in(second, jumps, i)
                    - own[i] * FORGOTTEN;
        }
    }

    /** In [100, 10^10]; not of the index itself. */
    long centsOf(Asset coin) {
        int i = Asset.COINS.indexOf(coin);
        double log = BETA[i] * (index - firstIndex) + own[i] - PRESSURE_BETA[i] * pressure;
        return cents(FIRST_PRICE_USD[i] * 100 * StrictMath.exp(log));
    }

    static long cents(double price) {
        return Math.min(MOST_CENTS, Math.max(LEAST_CENTS, Math.round(price)));
    }
}
