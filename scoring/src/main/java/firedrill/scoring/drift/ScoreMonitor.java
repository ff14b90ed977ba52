package firedrill.scoring.drift;

import java.util.Arrays;
import java.util.Optional;

/**
 * Compares the champion's scores of the last minutes with its reference, once per simulated minute.
 *
 * <p>The window slides in tiles of one minute. A reading covers the full minutes before the current one and is taken
 * when the first score of that minute arrives. A late score is counted in the tile of its minute while the window holds
 * that tile, and dropped afterwards. O(1) per score.
 */
public final class ScoreMonitor {

    private static final long MINUTE_MILLIS = 60_000;
    /**
     * Scores in a row that are too late for the window, after which the monitor starts anew at their time: it is not they
     * that have the wrong time. More than a few stragglers, and seconds of withdrawals.
     */
    static final int MAX_LATE_SCORES = 64;
    /** Header of {@link #save} before the tiles: hash of the reference, current minute. */
    private static final int SAVED_HEAD = 2;

    private final ReferenceDistribution reference;
    private final DriftSettings settings;
    private final PopulationStabilityIndex index;
    private final int bins;
    /** Scores per minute and bin; minute {@code m} is row {@code m % windowMinutes}. */
    private final long[] tiles;
    /** Sums of the rows. */
    private final long[] window;

    private long sampleSize;
    /** The latest minute seen, -1 before the first score. */
    private long minute = -1;

    private int lateScoresInARow;

    public ScoreMonitor(ReferenceDistribution reference, DriftSettings settings) {
        this.reference = reference;
        this.settings = settings;
        this.index = new PopulationStabilityIndex(reference, settings.confidence());
        this.bins = reference.binCount();
        this.tiles = new long[settings.windowMinutes() * bins];
        this.window = new long[bins];
    }

    /** Value that the index of {@code sample} scores must exceed to be significant. */
    public double criticalValue(long sample) {
        return index.criticalValue(sample);
    }

    /**
     * Adds one score.
     *
     * @param timeMillis simulated, at least 0; may be earlier than that of the last score
     * @return a reading, if a minute has ended and the window holds the minimum sample
     */
    public Optional<DriftReading> observe(double probability, long timeMillis) {
        long now = timeMillis / MINUTE_MILLIS;
        lateScoresInARow = now > minute - settings.windowMinutes() ? 0 : lateScoresInARow + 1;
        if (lateScoresInARow == MAX_LATE_SCORES) {
            clear();
        }
        Optional<DriftReading> reading = now > minute ? beginMinute(now) : Optional.empty();
        if (now > minute - settings.windowMinutes() && timeMillis >= 0) {
            int bin = reference.bin(probability);
            tiles[row(now) + bin]++;
            window[bin]++;
            sampleSize++;
        }
        return reading;
    }

    /** The state for a restart: hash of the reference, current minute, tiles. */
    public long[] save() {
        long[] saved = new long[savedLength()];
        saved[0] = reference.hashCode();
        saved[1] = minute;
        System.arraycopy(tiles, 0, saved, SAVED_HEAD, tiles.length);
        return saved;
    }

    /** Length of what {@link #save} returns. */
    int savedLength() {
        return SAVED_HEAD + tiles.length;
    }

    /** Continues from {@code saved}; starts empty if it belongs to another reference or window. */
    public void restore(long[] saved) {
        boolean isValid = saved.length == savedLength() && saved[0] == reference.hashCode();
        clear();
        minute = isValid ? saved[1] : -1;
        for (int i = 0; isValid && i < tiles.length; i++) {
            tiles[i] = saved[SAVED_HEAD + i];
            window[i % bins] += tiles[i];
            sampleSize += tiles[i];
        }
    }

    private void clear() {
        Arrays.fill(tiles, 0);
        Arrays.fill(window, 0);
        sampleSize = 0;
        lateScoresInARow = 0;
        minute = -1;
    }

    private Optional<DriftReading> beginMinute(long now) {
        int length = settings.windowMinutes();
        for (long old = minute - length + 1; old < now - length && old <= minute; old++) {
            evictMinute(old);
        }
        Optional<DriftReading> reading =
                sampleSize < settings.minimumSampleSize() ? Optional.empty() : Optional.of(read(now));
        evictMinute(now - length);
        minute = now;
        return reading;
    }

    private DriftReading read(long now) {
        return new DriftReading(
                now * MINUTE_MILLIS,
                index.of(window, sampleSize),
                Math.max(settings.effectSize(), index.criticalValue(sampleSize)),
                sampleSize,
                reference.sampleSize());
    }

    private void evictMinute(long old) {
        int row = row(old);
        for (int bin = 0; bin < bins; bin++) {
            window[bin] -= tiles[row + bin];
            sampleSize -= tiles[row + bin];
            tiles[row + bin] = 0;
        }
    }

    private int row(long ofMinute) {
        return Math.floorMod(ofMinute, settings.windowMinutes()) * bins;
    }
}
