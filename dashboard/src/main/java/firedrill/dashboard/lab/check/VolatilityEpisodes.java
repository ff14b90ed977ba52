package firedrill.dashboard.lab.check;

import firedrill.dashboard.lab.RunObserver;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.drift.DriftSettings;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The minutes of a run in which the price had moved, within the last hour, by more than {@value #EPISODE_Z_SCORE} standard
 * deviations of an hourly return: nobody has to make an incident of it, and people's ways change all the same.
 */
final class VolatilityEpisodes implements RunObserver {

    private static final double EPISODE_Z_SCORE = 3;
    private static final long MINUTE_MILLIS = 60_000;

    private final long startMillis;
    private final BitSet volatileMinutes = new BitSet();

    /** Of a run that begins at {@code startMillis}. */
    VolatilityEpisodes(long startMillis) {
        this.startMillis = startMillis;
    }

    @Override
    public void onEvent(ExchangeEvent event, @Nullable Decision decision) {
        if (event.timeMillis() >= startMillis && Math.abs(event.market().returnZ()) > EPISODE_Z_SCORE) {
            volatileMinutes.set(minute(event.timeMillis()));
        }
    }

    /** Whether the scores that the monitor looks back on at this time were given while the price stood where it was. */
    boolean isCalm(long timeMillis) {
        int now = minute(timeMillis);
        int first = Math.max(0, now - DriftSettings.DEFAULT.windowMinutes());
        int swing = volatileMinutes.nextSetBit(first);
        return swing < 0 || swing > now;
    }

    /** Minutes of the first {@code minutes} in which the monitor looks back on calm alone. */
    long calmMinutes(int minutes) {
        return IntStream.range(0, minutes)
                .filter(minute -> isCalm(startMillis + minute * MINUTE_MILLIS))
                .count();
    }

    /** Times at which the price began to move, and the monitor had nothing but calm to look back on. */
    long episodes() {
        return volatileMinutes.stream()
                .filter(minute -> minute == 0 || isCalm(startMillis + (minute - 1) * MINUTE_MILLIS))
                .count();
    }

    private int minute(long timeMillis) {
        return (int) ((timeMillis - startMillis) / MINUTE_MILLIS);
    }
}
