package firedrill.ingest.market;

import firedrill.ingest.market.MarketParameters.RecordingParameters;
import firedrill.ingest.market.kline.Klines;
import firedrill.ingest.market.kline.Klines.Bar;
import firedrill.ingest.random.DrawIndex;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;
import firedrill.ingest.random.SingleDraw;

/**
 * Index of a recording: within each bar a noisy bridge from open to close that touches high and low at random moments and
 * stays between them. Before the first bar and after the last the price is constant. Declared price shocks are added.
 *
 * <p>The regime is estimated from the high and low of the bars, averaged over about an hour.
 */
final class RecordedIndex implements IndexProcess {

    /** Draws of {@link MarketStream#RECORDED_PATH}, one of each per bar. */
    private enum KnotDraw implements DrawIndex {
        LOW_FIRST(0),
        FIRST_TIME(1),
        SECOND_TIME(2);

        private final long index;

        KnotDraw(long index) {
            this.index = index;
        }

        @Override
        public long index() {
            return index;
        }
    }

    /** High over low of a driftless walk is about 1.67 standard deviations (M. Parkinson, Journal of Business 53, 1980). */
    private static final double RANGE_TO_SIGMA = 1.665;

    private final RecordingParameters parameters;
    private final RegimeModel regimes;
    private final Klines klines;
    private final PriceShocks shocks;
    private final RandomStream steps;
    private final RandomStream knots;
    private final long startSecond;
    private final double memory;
    private final double[] knotLogs = new double[3];
    private final long[] knotSeconds = new long[3];
    private int bar = -1;
    private double sigma;
    private double low;
    private double high;
    private double logPrice;
    private double cumulativeShock;
    private double variance;
    private Regime regime = Regime.NORMAL;
    private boolean isFallActive;
    private boolean isRiseActive;

    RecordedIndex(
            MarketParameters market, RegimeModel regimes, Klines klines, RandomSource source, PriceShocks shocks) {
        parameters = market.recording();
        this.regimes = regimes;
        this.klines = klines;
        this.shocks = shocks;
        steps = source.stream(MarketStream.RECORDED_STEP);
        knots = source.stream(MarketStream.RECORDED_PATH);
        startSecond = klines.startMillis() / 1_000;
        memory = Math.min(1, klines.barSeconds() / parameters.varianceDecaySeconds());
        logPrice = logCents(klines.bar(0).open());
        variance = regimes.baselineSigma() * regimes.baselineSigma();
    }

    @Override
    public void step(long second, double priceImpact) {
        double fall = shocks.fall(second);
        double rise = shocks.rise(second);
        isFallActive = fall < 0;
        isRiseActive = rise > 0;
        cumulativeShock += fall + rise;
        long elapsed = second - startSecond;
        int at = (int) Math.min(klines.size(), Math.floorDiv(elapsed - 1, klines.barSeconds()));
        if (elapsed < 1 || at >= klines.size()) {
            return;
        }
        if (at != bar) {
            bar = at;
            begin(klines.bar(at), second - 1);
        }
        for (int i = 0; i < knotLogs.length; i++) {
            if (second <= knotSeconds[i]) {
                moveTowards(knotLogs[i], knotSeconds[i] - second + 1, second);
                return;
            }
        }
    }

    private void moveTowards(double knot, long secondsLeft, long second) {
        double noise = sigma * Math.sqrt((secondsLeft - 1.0) / secondsLeft) * steps.normal(second, SingleDraw.VALUE);
        double next = logPrice + (knot - logPrice) / secondsLeft + noise;
        logPrice = secondsLeft == 1 ? knot : Math.min(high, Math.max(low, next));
    }

    private void begin(Bar next, long openSecond) {
        low = logCents(next.low());
        high = logCents(next.high());
        logPrice = logCents(next.open());
        long seconds = klines.barSeconds();
        double barSigma = (high - low) / (RANGE_TO_SIGMA * Math.sqrt((double) seconds));
        sigma = parameters.bridgeNoise() * barSigma;
        variance += memory * (barSigma * barSigma - variance);
        regime = regimes.classify(Math.sqrt(variance) / regimes.baselineSigma());
        double lowFirst = parameters.lowFirstProbability();
        boolean isRising = next.close() >= next.open();
        boolean isLowFirst = knots.bernoulli(isRising ? lowFirst : 1 - lowFirst, openSecond, KnotDraw.LOW_FIRST);
        knotLogs[0] = isLowFirst ? low : high;
        knotLogs[1] = isLowFirst ? high : low;
        knotLogs[2] = logCents(next.close());
        boolean hasKnots = seconds >= parameters.minBarSecondsWithExtremes();
        long half = seconds / 2;
        knotSeconds[0] =
                openSecond + (hasKnots ? 1 + knots.uniformInt((int) half - 1, openSecond, KnotDraw.FIRST_TIME) : 0);
        knotSeconds[1] = openSecond
                + (hasKnots ? half + knots.uniformInt((int) (seconds - half), openSecond, KnotDraw.SECOND_TIME) : 0);
        knotSeconds[2] = openSecond + seconds;
    }

    private static double logCents(double dollars) {
        return StrictMath.log(dollars * 100);
    }

    @Override
    public double logPrice() {
        return logPrice + cumulativeShock;
    }

    @Override
    public Regime regime() {
        return isFallActive || isRiseActive ? Regime.STRESS : regime;
    }

    @Override
    public boolean isFallActive() {
        return isFallActive;
    }

    @Override
    public boolean hasLiquidationImpact() {
        return false;
    }
}
