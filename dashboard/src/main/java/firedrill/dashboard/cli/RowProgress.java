package firedrill.dashboard.cli;

import firedrill.scoring.external.TrialListener;
import java.time.Duration;

/** How far a file has been read: rows, their rate, and how long the rest takes at that rate. */
final class RowProgress implements TrialListener {

    private static final long EVERY_NANOS = Duration.ofSeconds(2).toNanos();
    private static final double NANOS_PER_SECOND = 1e9;

    private final Console console;
    private final long fileBytes;
    private final long startNanos = System.nanoTime();
    private long saidNanos = startNanos;

    RowProgress(Console console, long fileBytes) {
        this.console = console;
        this.fileBytes = fileBytes;
    }

    @Override
    public void read(long rows, long bytes) {
        long now = System.nanoTime();
        if (now - saidNanos < EVERY_NANOS) {
            return;
        }
        saidNanos = now;
        double seconds = (now - startNanos) / NANOS_PER_SECOND;
        double share = Math.min(1, (double) bytes / Math.max(1, fileBytes));
        console.say("%,d rows, %,.0f a second, %.0f %% of the file, %,.0f s to go"
                .formatted(rows, rows / seconds, 100 * share, seconds * (1 - share) / Math.max(share, 1e-9)));
    }

    @Override
    public void begins(String what) {
        console.say(what);
    }
}
