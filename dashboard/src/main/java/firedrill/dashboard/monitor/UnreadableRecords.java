package firedrill.dashboard.monitor;

import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the records of each topic that the page cannot read or does not believe; logs the first, second, fourth, ... of
 * a topic, so that a flood of records is no flood of lines. Not thread-safe.
 */
final class UnreadableRecords {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadableRecords.class);

    private final RunMetrics metrics;
    private final Map<String, Long> counts = new HashMap<>();

    UnreadableRecords(RunMetrics metrics) {
        this.metrics = metrics;
    }

    void add(String topic, String reason) {
        metrics.recordUnreadable(topic);
        long count = counts.merge(topic, 1L, Long::sum);
        if (Long.bitCount(count) == 1) {
            LOG.warn("{} unreadable records on {} so far, the last: {}", count, topic, reason);
        }
    }
}
