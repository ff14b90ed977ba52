package firedrill.ingest.market;

import firedrill.ingest.market.kline.Klines;

/** As busy as the market on record was, in trades or else in volume, compared with its median bar; 1 outside the record. */
final class RecordedOrderFlow implements OrderFlow {

    private final Klines klines;
    private final long startSecond;
    private double intensity = 1;

    RecordedOrderFlow(Klines klines) {
        this.klines = klines;
        startSecond = klines.startMillis() / 1_000;
    }

    @Override
    public void step(long second, Regime regime, double nerves) {
        long bar = Math.floorDiv(second - startSecond - 1, klines.barSeconds());
        intensity = bar >= 0 && bar < klines.size()
                ? Math.min(MarketParameters.MAX_ORDER_INTENSITY, klines.relativeActivity((int) bar))
                : 1;
    }

    @Override
    public double intensity() {
        return intensity;
    }
}
