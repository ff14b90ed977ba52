package firedrill.ingest.market.kline;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * A recorded price path: bars of equal length without gaps, as exchanges publish them.
 *
 * <p>At least two bars; prices in dollars, from 1 to 100 million.
 */
public final class Klines {

    /** One bar; {@code trades} is 0 if the file does not count them. */
    public record Bar(double open, double high, double low, double close, double volume, long trades) {}

    private final long startMillis;
    private final long barSeconds;
    private final List<Bar> bars;
    private final double medianActivity;
    private final boolean countsTrades;

    Klines(long startMillis, long barSeconds, List<Bar> bars) {
        this.startMillis = startMillis;
        this.barSeconds = barSeconds;
        this.bars = List.copyOf(bars);
        this.countsTrades = bars.stream().filter(bar -> bar.trades() > 0).count() * 2 > bars.size();
        this.medianActivity = median();
    }

    /**
     * Reads a file in the format of {@link KlineFile}.
     *
     * @throws BadKlineFileException with the file, the line and the reason, if the file cannot be replayed
     */
    public static Klines read(Path file) throws BadKlineFileException {
        return KlineFile.read(file);
    }

    /**
     * Reads a text in the same format.
     *
     * @param name of the file, for messages
     */
    static Klines read(String name, Reader text) throws BadKlineFileException, IOException {
        return KlineFile.read(name, text);
    }

    /** When the first bar opens, UTC milliseconds. */
    public long startMillis() {
        return startMillis;
    }

    /** From the opening of the first bar to the close of the last. */
    public Duration length() {
        return Duration.ofSeconds(barSeconds * bars.size());
    }

    public long barSeconds() {
        return barSeconds;
    }

    public int size() {
        return bars.size();
    }

    public Bar bar(int index) {
        return bars.get(index);
    }

    /** Trades (or else volume) of a bar as a multiple of the median bar; 1 if the median is 0. */
    public double relativeActivity(int index) {
        return medianActivity > 0 ? countOf(bars.get(index)) / medianActivity : 1;
    }

    private double countOf(Bar bar) {
        return countsTrades ? bar.trades() : bar.volume();
    }

    private double median() {
        double[] sorted = bars.stream().mapToDouble(this::countOf).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
