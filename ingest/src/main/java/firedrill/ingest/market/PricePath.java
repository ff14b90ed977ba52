package firedrill.ingest.market;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.event.Market;
import firedrill.ingest.incident.Scheduled;
import java.util.List;
import java.util.Optional;

/**
 * The market, second by second: the index, drawn or on record, bent by the scenario's price falls and pressed by forced sales;
 * the coins that follow it; how many orders come; funding, open interest and depth. A function of seed, record, timeline and
 * second; nothing that users or operators do moves it.
 *
 * <p>O(1) per second, a fraction of a microsecond; remembers one hour.
 */
public final class PricePath implements Prices {

    /** 60,000 dollars. */
    static final double FIRST_PRICE_CENTS = Assumptions.FIRST_PRICE_USD[0] * 100;

    /** As long as the windows, and a minute more, so that the first stamp is of a full hour. */
    private static final int WARM_UP_SECONDS = Lookback.SECONDS + 60;

    private final Index index;
    private final Coins coins;
    private final Cascade cascade;
    private final Nerves nerves = new Nerves();
    private final Activity activity;
    private final Funding funding;
    private final Lookback lookback;
    private long second;
    private double logPrice;
    private double lastMinuteLogPrice;
    private Market market;

    /** A drawn path, for a scenario that begins at {@code startMillis}; stands there, after an hour of ordinary market. */
    public PricePath(Chance chance, List<Scheduled> timeline, long startMillis) {
        this(
                new SimulatedIndex(chance, Falls.of(timeline, startMillis), StrictMath.log(FIRST_PRICE_CENTS)),
                new Arrivals(chance.about("market.order")),
                chance,
                startMillis,
                WARM_UP_SECONDS);
    }

    private PricePath(Index index, Activity activity, Chance chance, long startMillis, int warmUpSeconds) {
        this.index = index;
        this.activity = activity;
        logPrice = index.logPrice();
        lastMinuteLogPrice = logPrice;
        coins = new Coins(chance, logPrice);
        cascade = new Cascade(logPrice);
        funding = new Funding(chance.about("market.funding"));
        lookback = new Lookback(logPrice);
        second = Math.floorDiv(startMillis, 1_000) - warmUpSeconds;
        market = stamp();
        advanceTo(startMillis);
    }

    /** The path on record, if there is one, and else a drawn one. */
    public static PricePath of(Optional<Klines> record, Chance chance, List<Scheduled> timeline, long startMillis) {
        if (record.isEmpty()) {
            return new PricePath(chance, timeline, startMillis);
        }
        var index = new RecordedIndex(record.get(), chance, Falls.of(timeline, startMillis));
        return new PricePath(index, new RecordedActivity(record.get()), chance, startMillis, 0);
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
            default -> coins.centsOf(asset);
        };
    }

    /** How many orders come now, as a multiple of the usual number; above 0, at most 15, about 1 on average in a quiet market. */
    public double orderIntensity() {
        return activity.intensity();
    }

    /** Share of the open interest that was closed by force within this second, in [0, 1]. */
    public double forcedShareOfLastSecond() {
        return cascade.forcedShare();
    }

    /** Open interest, as a share of the usual; above 0. */
    public double openInterestShare() {
        return cascade.openInterest();
    }

    /** How far forced sales press the price down now, logarithmic. */
    double pressure() {
        return cascade.pressure();
    }

    /** What history is stamped with: nothing unusual. */
    public static Market usual() {
        return new Market(0, 0, (long) FIRST_PRICE_CENTS);
    }

    private void step() {
        double level = nerves.level();
        index.step(second, cascade.pressure());
        cascade.step(second, logPrice, index, level);
        double next = index.logPrice() - (index.isMovedByForcedSales() ? cascade.pressure() : 0);
        nerves.add(next - logPrice);
        logPrice = next;
        if (second % 60 == 0) {
            funding.newMinute(second / 60, logPrice - lastMinuteLogPrice);
            lastMinuteLogPrice = logPrice;
        }
        activity.step(second, index.regime(), level);
        coins.step(second, index.logPrice(), cascade.pressure(), index.regime());
        lookback.add(second, logPrice);
        market = stamp();
    }

    private Market stamp() {
        return new Market(
                lookback.volatilityZ(),
                lookback.returnZ(),
                Coins.cents(StrictMath.exp(logPrice)),
                cascade.forcedShareOfHour(),
                funding.rateBps(),
                cascade.depth());
    }
}
