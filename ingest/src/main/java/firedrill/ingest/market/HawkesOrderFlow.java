package firedrill.ingest.market;

import static firedrill.ingest.market.MarketParameters.BASELINE_INTENSITY;
import static firedrill.ingest.market.MarketParameters.EXCITATION_DECAY_SECONDS;
import static firedrill.ingest.market.MarketParameters.MARK_SIGMA;
import static firedrill.ingest.market.MarketParameters.MAX_MARK;
import static firedrill.ingest.market.MarketParameters.MAX_ORDER_INTENSITY;
import static firedrill.ingest.market.MarketParameters.MAX_RELATIVE_VOLATILITY;
import static firedrill.ingest.market.MarketParameters.PRICE_INSENSITIVE_SHARE;
import static firedrill.ingest.market.MarketParameters.TRADES_PER_SECOND;

import firedrill.ingest.random.DrawIndex;
import firedrill.ingest.random.RandomStream;

/**
 * How many orders come, as a multiple of the usual number: the intensity of a marked Hawkes process of all the trades out
 * there, of which this exchange sees a few. Spontaneous orders grow with the moves of the price; each trade brings others, so
 * that activity comes in bursts that decay over minutes (A. Hawkes, "Spectra of some self-exciting and mutually exciting
 * point processes", Biometrika 58, 1971).
 *
 * <p>Exogenous: what our users or operators do does not excite it.
 */
final class HawkesOrderFlow implements OrderFlow {

    /** Draws of {@link MarketStream#ORDER_FLOW}: the trades of a second, and the mark of each. */
    private enum TradeDraw implements DrawIndex {
        COUNT(0, 1),
        MARK(1, UNBOUNDED);

        private final long index;
        private final long repetitions;

        TradeDraw(long index, long repetitions) {
            this.index = index;
            this.repetitions = repetitions;
        }

        @Override
        public long index() {
            return index;
        }

        @Override
        public long repetitions() {
            return repetitions;
        }
    }

    private static final double DECAY_PER_SECOND = 1 - 1 / EXCITATION_DECAY_SECONDS;
    private static final double MARK_MEDIAN = StrictMath.exp(-MARK_SIGMA * MARK_SIGMA / 2);

    private final RandomStream draws;
    private double excitation = 1 - BASELINE_INTENSITY;
    private double intensity = 1;

    HawkesOrderFlow(RandomStream draws) {
        this.draws = draws;
    }

    @Override
    public void step(long second, Regime regime, double nerves) {
        double moved =
                PRICE_INSENSITIVE_SHARE + (1 - PRICE_INSENSITIVE_SHARE) * Math.min(MAX_RELATIVE_VOLATILITY, nerves);
        intensity = Math.min(MAX_ORDER_INTENSITY, BASELINE_INTENSITY * moved + excitation);
        int trades = draws.poisson(TRADES_PER_SECOND * intensity, second, TradeDraw.COUNT);
        double weight = 0;
        for (int i = 0; i < trades; i++) {
            weight += Math.min(MAX_MARK, draws.logNormal(MARK_MEDIAN, MARK_SIGMA, second, TradeDraw.MARK, i));
        }
        excitation = excitation * DECAY_PER_SECOND
                + regime.branchingRatio / EXCITATION_DECAY_SECONDS * weight / TRADES_PER_SECOND;
    }

    @Override
    public double intensity() {
        return intensity;
    }
}
