package firedrill.ingest.market;

import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.market.MarketParameters.CoinParameters;
import firedrill.ingest.market.MarketParameters.CoinsParameters;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;
import firedrill.ingest.random.SingleDraw;
import java.util.List;

/**
 * Prices of the coins beside the index. Each follows the index by its beta, has a larger price impact beta for liquidations,
 * and a mean-reverting idiosyncratic component with jumps.
 */
final class CoinPrices {

    private static final int COUNT = Asset.COINS.size();
    /** Position of the first coin that is not the index; also its first draw, since draws are numbered by position. */
    private static final int FIRST = 1;

    private final RandomStream steps;
    private final RandomStream jumps;
    private final RegimeModel regimes;
    private final CoinParameters[] parameters = new CoinParameters[COUNT];
    private final JumpProcess[] jumpProcesses = new JumpProcess[COUNT];
    private final double[] idiosyncratic = new double[COUNT];
    private final double reversionPerSecond;
    private final double initialIndex;
    private double index;
    private double priceImpact;

    CoinPrices(MarketParameters market, RegimeModel regimes, RandomSource source, double indexLogPrice) {
        this.regimes = regimes;
        steps = source.stream(MarketStream.COIN_STEP);
        jumps = source.stream(MarketStream.COIN_JUMP);
        initialIndex = indexLogPrice;
        index = indexLogPrice;
        CoinsParameters coins = market.coins();
        reversionPerSecond = 1 / (coins.reversionDays() * MarketParameters.SECONDS_PER_DAY);
        int next = FIRST;
        for (CoinParameters coin : List.of(coins.eth(), coins.sol(), coins.thinCoin())) {
            parameters[next] = coin;
            jumpProcesses[next++] = JumpProcess.of(market.jump(), coin.jumpsPerDay(), coin.meanDownJump());
        }
    }

    /** Advances to the next second; {@code priceImpact} is that of liquidations on the index. */
    void step(long second, double indexLogPrice, double priceImpact, Regime regime) {
        index = indexLogPrice;
        this.priceImpact = priceImpact;
        double perSecond =
                regimes.sigmaPerSecond(regime) / regimes.baselineSigma() / Math.sqrt(MarketParameters.SECONDS_PER_YEAR);
        for (int i = FIRST; i < COUNT; i++) {
            idiosyncratic[i] +=
                    parameters[i].idiosyncraticVolatility() * perSecond * steps.normal(second, SingleDraw.VALUE, i)
                            + jumpProcesses[i].logReturn(second, jumps, i)
                            - idiosyncratic[i] * reversionPerSecond;
        }
    }

    /** Price of a coin other than the index, within the bounds of {@link MarketSnapshot}. */
    long priceCents(Asset coin) {
        int i = Asset.COINS.indexOf(coin);
        CoinParameters each = parameters[i];
        double log = each.beta() * (index - initialIndex) + idiosyncratic[i] - each.priceImpactBeta() * priceImpact;
        return clampCents(each.initialPriceUsd() * 100 * StrictMath.exp(log));
    }

    static long clampCents(double price) {
        return Math.min(MarketSnapshot.MAX_PRICE_CENTS, Math.max(MarketSnapshot.MIN_PRICE_CENTS, Math.round(price)));
    }
}
