package firedrill.ingest.market;

import static firedrill.ingest.market.Assumptions.EXCITEMENT_SECONDS;
import static firedrill.ingest.market.Assumptions.MARK_SIGMA;
import static firedrill.ingest.market.Assumptions.MOST_MARK;
import static firedrill.ingest.market.Assumptions.MOST_NERVES;
import static firedrill.ingest.market.Assumptions.MOST_ORDERS;
import static firedrill.ingest.market.Assumptions.SPONTANEOUS;
import static firedrill.ingest.market.Assumptions.TRADES_PER_SECOND;
import static firedrill.ingest.market.Assumptions.UNMOVED_ORDERS;

import firedrill.ingest.chance.Draws;

/**
 * How many orders come, as a multiple of the usual number: the intensity of a marked Hawkes process of all the trades out
 * there, of which this exchange sees a few. Spontaneous orders grow with the moves of the price; each trade brings others, so
 * that activity comes in bursts that decay over minutes (A. Hawkes, "Spectra of some self-exciting and mutually exciting
 * point processes", Biometrika 58, 1971).
 *
 * <p>Exogenous: what our users or operators do does not excite it.
 */
final class Arrivals implements Activity {

    private static final double KEPT = 1 - 1 / EXCITEMENT_SECONDS;
    private static final double MARK_MEDIAN = StrictMath.exp(-MARK_SIGMA * MARK_SIGMA / 2);
    private static final int MARKS = 1;

    private final Draws draws;
    private double excited = 1 - SPONTANEOUS;
    private double intensity = 1;

    Arrivals(Draws draws) {
        this.draws = draws;
    }

    @Override
    public void step(long second, Regime regime, double nerves) {
        double moved = UNMOVED_ORDERS + (1 - UNMOVED_ORDERS) * Math.min(MOST_NERVES, nerves);
        intensity = Math.min(MOST_ORDERS, SPONTANEOUS * moved + excited);
        int trades = draws.poisson(TRADES_PER_SECOND * intensity, second, 0);
        double weight = 0;
        for (int i = 0; i < trades; i++) {
            weight += Math.min(MOST_MARK, draws.logNormal(MARK_MEDIAN, MARK_SIGMA, second, MARKS + i));
        }
        excited = excited * KEPT + regime.branching / EXCITEMENT_SECONDS * weight / TRADES_PER_SECOND;
    }

    @Override
    public double intensity() {
        return intensity;
    }
}
