package firedrill.dashboard.lab.check;

import firedrill.dashboard.lab.RunObserver;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.drift.DriftSettings;
import firedrill.scoring.feature.Feature;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The minutes of a run in which a withdrawal met a market that swings, by the bounds of the drift monitor. Such episodes
 * occur without an incident. In them, and in the memory of the monitor after them, scores do not count.
 */
final class VolatilityEpisodes implements RunObserver {

    private static final long MINUTE_MILLIS = 60_000;

    private final DriftSettings settings;
    private final long startMillis;
    private final BitSet volatileMinutes = new BitSet();

    /** Episodes of a run that begins at {@code startMillis}, for a monitor with these settings. */
    VolatilityEpisodes(DriftSettings settings, long startMillis) {
        this.settings = settings;
        this.startMillis = startMillis;
    }

    @Override
    public void onEvent(ExchangeEvent event, @Nullable Decision decision) {
        if (decision != null && event.isWithdrawal() && isSwing(decision)) {
            volatileMinutes.set(minute(event.timeMillis()));
        }
    }

    private boolean isSwing(Decision decision) {
        return Math.abs(decision.features().at(Feature.RETURN_Z.ordinal())) > settings.calmReturnZ()
                || decision.features().at(Feature.VOLATILITY_Z.ordinal()) > settings.calmVolatilityZ();
    }

    /** Whether no swing lies in the minutes before this one that the monitor remembers. */
    boolean isCalm(long timeMillis) {
        int now = minute(timeMillis);
        int swing = volatileMinutes.nextSetBit(Math.max(0, now - settings.swingMemoryMinutes() + 1));
        return swing < 0 || swing >= now;
    }

    /** Number of the first {@code minutes} minutes that are calm. */
    long calmMinutes(int minutes) {
        return IntStream.range(0, minutes)
                .filter(minute -> isCalm(startMillis + minute * MINUTE_MILLIS))
                .count();
    }

    private int minute(long timeMillis) {
        return (int) ((timeMillis - startMillis) / MINUTE_MILLIS);
    }
}
