package firedrill.ingest.market.kline;

import firedrill.ingest.market.MarketParameters;
import firedrill.ingest.market.PricePath;
import firedrill.ingest.market.PriceShock;
import firedrill.ingest.random.RandomSource;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Writes a simulated crash day in the public kline format, for tests. */
final class KlineWriter {

    static final String HEADER = "open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,"
            + "taker_buy_quote_volume,ignore";

    private static final long START = 1_767_571_200_000L;
    private static final int MINUTES = 360;

    private KlineWriter() {}

    /** A fall of 12 % from the second hour on. */
    static String crashDay(long seed) {
        var shock = new PriceShock(Duration.ofMinutes(120), Duration.ofMinutes(30), -12);
        var path = new PricePath(MarketParameters.DEFAULT, new RandomSource(seed), List.of(shock), START);
        var text = new StringBuilder(HEADER).append('\n');
        for (int minute = 0; minute < MINUTES; minute++) {
            bar(path, START + minute * 60_000L, text);
        }
        return text.toString();
    }

    private static void bar(PricePath path, long openMillis, StringBuilder text) {
        long open = path.snapshot().priceCents();
        long high = open;
        long low = open;
        double trades = 0;
        for (int second = 1; second <= 60; second++) {
            long price = path.advanceTo(openMillis + second * 1_000L).priceCents();
            high = Math.max(high, price);
            low = Math.min(low, price);
            trades += path.orderIntensity() * 20;
        }
        double close = path.snapshot().priceCents() / 100.0;
        double volume = trades * 0.01;
        text.append(String.format(
                Locale.ROOT,
                "%d,%.2f,%.2f,%.2f,%.2f,%.4f,%d,%.2f,%d,%.4f,%.2f,0%n",
                openMillis,
                open / 100.0,
                high / 100.0,
                low / 100.0,
                close,
                volume,
                openMillis + 59_999,
                volume * close,
                Math.round(trades),
                volume / 2,
                volume / 2 * close));
    }
}
