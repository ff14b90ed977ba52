package firedrill.ingest.market;

import firedrill.ingest.market.kline.Klines;

/** Order flow of a recording: trades (or else volume) of the current bar relative to the median bar; 1 outside of it. */
final class RecordedOrderFlow implements OrderFlow {

    private final Klines klines;
    private final long startSecond;
    private final double minIntensity;
    private final double maxIntensity;
    private double intensity = 1;

    RecordedOrderFlow(MarketParameters parameters, Klines klines) {
        this.klines = klines;
        startSecond = klines.startMillis() / 1_000;
        minIntensity = parameters.recording().minRelativeActivity();
        maxIntensity = parameters.orderFlow().maxIntensity();
    }

    @Override
    public void step(long second, Regime regime, double relativeVolatility) {
        long bar = Math.floorDiv(second - startSecond - 1, klines.barSeconds());
        intensity = bar >= 0 && bar < klines.size()
                ? Math.min(maxIntensity, Math.max(minIntensity, klines.relativeActivity((int) bar)))
                : 1;
    }

    @Override
    public double intensity() {
        return intensity;
    }
}
