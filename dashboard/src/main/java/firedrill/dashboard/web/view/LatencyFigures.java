package firedrill.dashboard.web.view;

import firedrill.dashboard.monitor.LatencyRecorder;
import firedrill.dashboard.monitor.LatencyRecorder.LatencyPercentiles;
import firedrill.dashboard.monitor.LiveRun.DecisionRecord;
import firedrill.ingest.kafka.LiveSettings;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Decision latency, wall clock: from the publication of a request to the read of its decision.
 *
 * @param budgetMillis bound of the 99th percentile
 * @param recent over the last ten seconds
 * @param overall over the whole run
 * @param stages mean latency by stage
 * @param missedDeadlines requests without a decision within the budget
 */
public record LatencyFigures(
        double budgetMillis,
        PercentilePair recent,
        PercentilePair overall,
        LatencyStages stages,
        long missedDeadlines) {

    private static final double BUDGET_MILLIS = LiveSettings.DEFAULT.deadline().toMillis();

    /** Null before the first decision. */
    public record PercentilePair(
            @Nullable Double p50Millis, @Nullable Double p99Millis) {

        static PercentilePair of(Optional<LatencyPercentiles> percentiles) {
            return new PercentilePair(
                    percentiles.map(LatencyPercentiles::p50Millis).orElse(null),
                    percentiles.map(LatencyPercentiles::p99Millis).orElse(null));
        }
    }

    /** Means over the decisions of the snapshot, whose sum is the mean latency; null before the first decision. */
    public record LatencyStages(
            @Nullable Double queueMillis,
            @Nullable Double featureMillis,
            @Nullable Double decideMillis,
            @Nullable Double returnMillis) {

        static LatencyStages of(List<DecisionRecord> decisions) {
            var timed = decisions.stream()
                    .filter(row -> row.latencyMicros().isPresent())
                    .toList();
            if (timed.isEmpty()) {
                return new LatencyStages(null, null, null, null);
            }
            double queue = meanMillis(timed, row -> row.decision().timing().queueMicros());
            double features = meanMillis(timed, row -> row.decision().timing().featureMicros());
            double decide = meanMillis(timed, row -> row.decision().timing().decideMicros());
            double whole = meanMillis(timed, row -> row.latencyMicros().orElseThrow());
            return new LatencyStages(queue, features, decide, Math.max(0, whole - queue - features - decide));
        }

        private static double meanMillis(List<DecisionRecord> rows, ToLongFunction<DecisionRecord> micros) {
            return rows.stream().mapToLong(micros).average().orElseThrow() / 1e3;
        }
    }

    static LatencyFigures of(
            LatencyRecorder recorder, List<DecisionRecord> decisions, long missedDeadlines, long nowNanos) {
        return new LatencyFigures(
                BUDGET_MILLIS,
                PercentilePair.of(recorder.recent(nowNanos)),
                PercentilePair.of(recorder.overall()),
                LatencyStages.of(decisions),
                missedDeadlines);
    }
}
