package firedrill.ingest.market.kline;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * A real price path: bars of equal length, one after the other without a gap, as exchanges publish them.
 *
 * <p>At least two bars; prices in dollars, from 1 to 100 million.
 */
public final class Klines {

    /** One bar. {@code trades} is how many there were, 0 if the file does not say. */
    public record Bar(double open, double high, double low, double close, double volume, long trades) {}

    private static final double MIN_RELATIVE_ACTIVITY = 0.05;

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
     * The bars of a file; see {@link KlineFile} for its format.
     *
     * @throws BadKlineFileException naming the file, the line and the reason, if it cannot be replayed
     */
    public static Klines read(Path file) throws BadKlineFileException {
        return KlineFile.read(file);
    }

    /**
     * The bars of a text in the same format.
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

    /** How busy a bar was, in trades or else in volume, as a multiple of the median bar; at least 0.05. */
    public double relativeActivity(int index) {
        return medianActivity > 0 ? Math.max(MIN_RELATIVE_ACTIVITY, countOf(bars.get(index)) / medianActivity) : 1;
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
