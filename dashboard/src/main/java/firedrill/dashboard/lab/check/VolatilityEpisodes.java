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
 * deviations of an hourly return. Such episodes occur without an incident, and customers' behaviour changes with them.
 */
final class VolatilityEpisodes implements RunObserver {

    private static final double EPISODE_Z_SCORE = 3;
    private static final long MINUTE_MILLIS = 60_000;

    private final long startMillis;
    private final BitSet volatileMinutes = new BitSet();

    /** Episodes of a run that begins at {@code startMillis}. */
    VolatilityEpisodes(long startMillis) {
        this.startMillis = startMillis;
    }

    @Override
    public void onEvent(ExchangeEvent event, @Nullable Decision decision) {
        if (event.timeMillis() >= startMillis && Math.abs(event.market().returnZ()) > EPISODE_Z_SCORE) {
            volatileMinutes.set(minute(event.timeMillis()));
        }
    }

    /** Whether the monitor's window at this time holds only scores of calm minutes. */
    boolean isCalm(long timeMillis) {
        int now = minute(timeMillis);
        int first = Math.max(0, now - DriftSettings.DEFAULT.windowMinutes());
        int swing = volatileMinutes.nextSetBit(first);
        return swing < 0 || swing > now;
    }

    /** Number of the first {@code minutes} minutes in which the monitor's window is calm. */
    long calmMinutes(int minutes) {
        return IntStream.range(0, minutes)
                .filter(minute -> isCalm(startMillis + minute * MINUTE_MILLIS))
                .count();
    }

    /** Number of episodes: volatile minutes that follow a calm window of the monitor. */
    long episodes() {
        return volatileMinutes.stream()
                .filter(minute -> minute == 0 || isCalm(startMillis + (minute - 1) * MINUTE_MILLIS))
                .count();
    }

    private int minute(long timeMillis) {
        return (int) ((timeMillis - startMillis) / MINUTE_MILLIS);
    }
}
