package firedrill.ingest.market;

import firedrill.ingest.market.MarketParameters.OrderFlowParameters;
import firedrill.ingest.random.DrawIndex;
import firedrill.ingest.random.RandomStream;
import firedrill.ingest.random.Repeated;

/**
 * Simulated order flow: the intensity of a marked Hawkes process of all trades in the market, of which this exchange sees a
 * few. The baseline intensity grows with volatility; each trade excites further trades, so activity comes in bursts that
 * decay over minutes (A. Hawkes, "Spectra of some self-exciting and mutually exciting point processes", Biometrika 58, 1971).
 */
final class HawkesOrderFlow implements OrderFlow {

    /** Draws of {@link MarketStream#ORDER_FLOW}: the trades of a second, and the mark of each. */
    private enum TradeDraw implements DrawIndex {
        COUNT(0),
        @Repeated
        MARK(1);

        private final long index;

        TradeDraw(long index) {
            this.index = index;
        }

        @Override
        public long index() {
            return index;
        }
    }

    private final OrderFlowParameters parameters;
    private final RegimeModel regimes;
    private final RandomStream draws;
    private final double tradesPerSecond;
    private final double decayPerSecond;
    private final double markMedian;
    private double excitation;
    private double intensity = 1;

    HawkesOrderFlow(OrderFlowParameters parameters, RegimeModel regimes, RandomStream draws) {
        this.parameters = parameters;
        this.regimes = regimes;
        this.draws = draws;
        tradesPerSecond = parameters.tradesPerMinute() / 60;
        decayPerSecond = 1 - 1 / parameters.excitationDecaySeconds();
        markMedian = StrictMath.exp(-parameters.markSigma() * parameters.markSigma() / 2);
        excitation = 1 - parameters.baselineIntensity();
    }

    @Override
    public void step(long second, Regime regime, double relativeVolatility) {
        double insensitive = parameters.priceInsensitiveShare();
        double priceFactor =
                insensitive + (1 - insensitive) * Math.min(parameters.maxRelativeVolatility(), relativeVolatility);
        intensity = Math.min(parameters.maxIntensity(), parameters.baselineIntensity() * priceFactor + excitation);
        int trades = draws.poisson(tradesPerSecond * intensity, second, TradeDraw.COUNT);
        double weight = 0;
        for (int i = 0; i < trades; i++) {
            double mark = draws.logNormal(markMedian, parameters.markSigma(), second, TradeDraw.MARK, i);
            weight += Math.min(parameters.maxMark(), mark);
        }
        excitation = excitation * decayPerSecond
                + regimes.of(regime).branchingRatio() / parameters.excitationDecaySeconds() * weight / tradesPerSecond;
    }

    @Override
    public double intensity() {
        return intensity;
    }
}
