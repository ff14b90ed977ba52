package firedrill.ingest.market;

import static firedrill.ingest.market.MarketParameters.BETA;
import static firedrill.ingest.market.MarketParameters.IDIOSYNCRATIC_JUMPS_PER_DAY;
import static firedrill.ingest.market.MarketParameters.IDIOSYNCRATIC_MEAN_DOWN_JUMP;
import static firedrill.ingest.market.MarketParameters.IDIOSYNCRATIC_REVERSION_DAYS;
import static firedrill.ingest.market.MarketParameters.IDIOSYNCRATIC_SIGMA;
import static firedrill.ingest.market.MarketParameters.INITIAL_PRICE_USD;
import static firedrill.ingest.market.MarketParameters.PRICE_IMPACT_BETA;
import static firedrill.ingest.market.MarketParameters.SECONDS_PER_DAY;
import static firedrill.ingest.market.MarketParameters.SECONDS_PER_YEAR;

import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;
import firedrill.ingest.random.SingleDraw;

/**
 * The prices of the coins beside the index: each follows it by its beta, suffers more from forced sales, and has noise and
 * jumps of its own, which it forgets over days.
 */
final class CoinPrices {

    private static final int COUNT = Asset.COINS.size();
    private static final double REVERSION_PER_SECOND = 1 / (IDIOSYNCRATIC_REVERSION_DAYS * SECONDS_PER_DAY);

    private final RandomStream steps;
    private final RandomStream jumps;
    private final JumpProcess[] jumpProcesses = new JumpProcess[COUNT];
    private final double[] idiosyncratic = new double[COUNT];
    private final double firstIndex;
    private double index;
    private double priceImpact;

    CoinPrices(RandomSource chance, double indexLogPrice) {
        steps = chance.stream(MarketStream.COIN_STEP);
        jumps = chance.stream(MarketStream.COIN_JUMP);
        firstIndex = indexLogPrice;
        index = indexLogPrice;
        for (int i = 0; i < COUNT; i++) {
            jumpProcesses[i] = JumpProcess.of(IDIOSYNCRATIC_JUMPS_PER_DAY[i], IDIOSYNCRATIC_MEAN_DOWN_JUMP[i]);
        }
    }

    /** The next second: where the index stands of its own accord, and how far forced sales press it. */
    void step(long second, double indexLogPrice, double pressure, Regime regime) {
        index = indexLogPrice;
        this.priceImpact = pressure;
        double perSecond = regime.sigmaPerSecond / Regime.NORMAL.sigmaPerSecond / Math.sqrt(SECONDS_PER_YEAR);
        for (int i = 1; i < COUNT; i++) {
            idiosyncratic[i] += IDIOSYNCRATIC_SIGMA[i] * perSecond * steps.normal(second, SingleDraw.VALUE, i)
                    + jumpProcesses[i].logReturn(second, jumps, i)
                    - idiosyncratic[i] * REVERSION_PER_SECOND;
        }
    }

    /** In [100, 10^10]; not of the index itself. */
    long priceCents(Asset coin) {
        int i = Asset.COINS.indexOf(coin);
        double log = BETA[i] * (index - firstIndex) + idiosyncratic[i] - PRICE_IMPACT_BETA[i] * priceImpact;
        return clampCents(INITIAL_PRICE_USD[i] * 100 * StrictMath.exp(log));
    }

    static long clampCents(double price) {
        return Math.min(MarketSnapshot.MAX_PRICE_CENTS, Math.max(MarketSnapshot.MIN_PRICE_CENTS, Math.round(price)));
    }
}
