package firedrill.dashboard.cli.output;

import firedrill.dashboard.runtime.SystemTime;
import firedrill.scoring.training.ProgressListener;
import java.time.Duration;

/** Progress of reading a file: rows, their rate, and the remaining time at that rate. */
public final class RowProgress implements ProgressListener {

    private static final long REPORT_INTERVAL_NANOS = Duration.ofSeconds(2).toNanos();
    private static final double NANOS_PER_SECOND = 1e9;

    private final Console console;
    private final long fileBytes;
    private final long startNanos = SystemTime.nanos();
    private long lastReportNanos = startNanos;

    public RowProgress(Console console, long fileBytes) {
        this.console = console;
        this.fileBytes = fileBytes;
    }

    @Override
    public void rowsRead(long rows, long bytes) {
        long now = SystemTime.nanos();
        if (now - lastReportNanos < REPORT_INTERVAL_NANOS) {
            return;
        }
        lastReportNanos = now;
        double seconds = (now - startNanos) / NANOS_PER_SECOND;
        double share = Math.min(1, (double) bytes / Math.max(1, fileBytes));
        console.progress("%,d rows, %,.0f a second, %.0f %% of the file, %,.0f s to go"
                .formatted(rows, rows / seconds, 100 * share, seconds * (1 - share) / Math.max(share, 1e-9)));
    }

    @Override
    public void stepStarted(String description) {
        console.progress(description);
    }
}
