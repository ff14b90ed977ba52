package firedrill.ingest.market;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Draws;
import firedrill.ingest.event.Market;
import firedrill.ingest.incident.Scheduled;
import java.util.List;

/**
 * The price of the one index, second by second: a diffusion whose volatility switches between {@link Regime}s, bent by
 * the scenario's price falls. A function of seed, timeline and second; nothing that users or operators do moves it.
 *
 * <p>O(1) per second; remembers one hour.
 */
public final class PricePath implements Prices {

    /** 60,000 dollars. */
    static final double FIRST_PRICE_CENTS = 6_000_000;

    /** A coin never costs less than a dollar, so that quantities of coin stay within their range. */
    private static final long LEAST_PRICE_CENTS = 100;

    /** As long as the windows, and a minute more, so that the first stamp is of a full hour. */
    private static final int WARM_UP_SECONDS = Lookback.SECONDS + 60;

    private static final double SECONDS_A_YEAR = 365 * 86_400.0;

    private final Draws steps;
    private final Draws switches;
    private final Falls falls;
    private final Lookback lookback;
    private long second;
    private double logPrice = StrictMath.log(FIRST_PRICE_CENTS);
    private Regime regime = Regime.NORMAL;
    private Market market;

    /** The path of a scenario that begins at {@code startMillis}; stands there, after an hour of ordinary market. */
    public PricePath(Chance chance, List<Scheduled> timeline, long startMillis) {
        steps = chance.about("market.step");
        switches = chance.about("market.regime");
        falls = Falls.of(timeline, startMillis);
        long start = Math.floorDiv(startMillis, 1_000);
        second = start - WARM_UP_SECONDS;
        lookback = new Lookback(logPrice);
        market = stamp();
        advanceTo(startMillis);
    }

    /** The market as of the second of {@code timeMillis}, which must not lie before an earlier question. */
    public Market advanceTo(long timeMillis) {
        long until = Math.floorDiv(timeMillis, 1_000);
        while (second < until) {
            second++;
            step();
        }
        return market;
    }

    /** As at the last question. */
    public Market now() {
        return market;
    }

    @Override
    public long centsOf(Asset asset) {
        return switch (asset) {
            case CASH -> 100;
            case BTC -> market.priceCents();
            case ETH -> Math.max(LEAST_PRICE_CENTS, market.priceCents() / 20);
            case SOL -> Math.max(LEAST_PRICE_CENTS, market.priceCents() / 400);
            case PUMP -> Math.max(LEAST_PRICE_CENTS, market.priceCents() / 20_000);
        };
    }

    /** What history is stamped with: nothing unusual. */
    public static Market usual() {
        return new Market(0, 0, (long) FIRST_PRICE_CENTS);
    }

    private void step() {
        if (second % 60 == 0) {
            regime = regime.next(switches.uniform(second, 0));
        }
        double fall = falls.logReturnOf(second);
        double sigma = (fall < 0 ? Regime.STRESS : regime).annualSigma / Math.sqrt(SECONDS_A_YEAR);
        logPrice += sigma * steps.normal(second, 0) - sigma * sigma / 2 + fall;
        lookback.add(second, logPrice);
        market = stamp();
    }

    private Market stamp() {
        long cents = Math.max(LEAST_PRICE_CENTS, Math.round(StrictMath.exp(logPrice)));
        return new Market(lookback.volatilityZ(), lookback.returnZ(), cents);
    }
}
