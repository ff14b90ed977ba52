package firedrill.dashboard.web.view;

import firedrill.dashboard.monitor.LiveRun.RunSnapshot;
import firedrill.ingest.kafka.LiveCounters;
import firedrill.scoring.decision.DecidedBy;

/**
 * Counts and rates of events and decisions; rates are per second of wall time.
 *
 * @param events published since the start of the run
 * @param decisions read since the start of the run
 * @param awaitingDecision orders and withdrawals without a decision
 * @param deadLetters records that the scorer could not decode
 */
public record ThroughputFigures(
        double eventsPerSecond,
        double decisionsPerSecond,
        long events,
        long decisions,
        long awaitingDecision,
        long decidedByModel,
        long decidedByRules,
        long decidedAtDeadline,
        long deadLetters) {

    static ThroughputFigures of(RunSnapshot snapshot, LiveCounters counters) {
        var counts = snapshot.bill().counts();
        return new ThroughputFigures(
                snapshot.eventsPerSecond(),
                snapshot.decisionsPerSecond(),
                counters.liveEvents(),
                counts.decisions(),
                counters.pendingAnswers(),
                counts.decisionsBy(DecidedBy.MODEL),
                counts.decisionsBy(DecidedBy.RULES_IN_MODE),
                counts.decisionsBy(DecidedBy.RULES_AT_DEADLINE),
                snapshot.deadLetters());
    }
}
