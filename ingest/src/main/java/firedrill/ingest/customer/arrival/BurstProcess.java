package firedrill.ingest.customer.arrival;

import firedrill.ingest.parameters.UniformRange;
import firedrill.ingest.random.DrawIndex;
import firedrill.ingest.random.RandomStream;
import firedrill.ingest.random.SingleDraw;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Bursts of arrivals: each minute starts one with a small probability; its size is Poisson, most arrive early. */
final class BurstProcess {

    static final long MINUTE_MILLIS = TimeUnit.MINUTES.toMillis(1);
    static final int MINUTES_PER_DAY = (int) TimeUnit.DAYS.toMinutes(1);

    private final RandomStream draws;
    private final RandomStream keys;
    private final BurstDraws indices;
    private final double perDay;

    /** Bursts at this mean rate per day; {@code keys} gives the key of each arrival. */
    BurstProcess(RandomStream draws, RandomStream keys, BurstDraws indices, double perDay) {
        this.draws = draws;
        this.keys = keys;
        this.indices = indices;
        this.perDay = perDay;
    }

    /** Purposes of the draws about a burst and, last, about an arrival. */
    record BurstDraws(DrawIndex start, DrawIndex size, DrawIndex length, DrawIndex position) {}

    /**
     * An arrival of a burst.
     *
     * @param key of the draws about it
     * @param position in (0, 1); the square is the part of the burst's length that has passed
     */
    record BurstArrival(long key, double position, long timeMillis) {}

    /** Whether a burst starts with the second that begins at this time. */
    boolean starts(long secondMillis) {
        return secondMillis % MINUTE_MILLIS == 0
                && draws.bernoulli(perDay / MINUTES_PER_DAY, secondMillis, indices.start());
    }

    /** The arrivals of the burst that starts at this time. */
    List<BurstArrival> arrivals(long startMillis, double meanSize, UniformRange lengthMinutes) {
        int size = draws.poisson(meanSize, startMillis, indices.size());
        double minutes = draws.uniformBetween(lengthMinutes.min(), lengthMinutes.max(), startMillis, indices.length());
        var arrivals = new ArrayList<BurstArrival>(size);
        for (int i = 0; i < size; i++) {
            long key = keys.bits(startMillis, SingleDraw.VALUE, i);
            double position = draws.uniform(key, indices.position());
            long afterMillis = (long) (position * position * minutes * MINUTE_MILLIS);
            arrivals.add(new BurstArrival(key, position, startMillis + afterMillis));
        }
        return arrivals;
    }
}
