package firedrill.dashboard.cli;

import firedrill.dashboard.feed.LatencyBook.Percentiles;
import firedrill.dashboard.feed.Run;
import firedrill.dashboard.ledger.Bill;
import firedrill.ingest.publish.LiveCounts;
import firedrill.scoring.decision.DecidedBy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code up --headless} reports, in the JSON keys of the design; a figure that is not available is null.
 *
 * @param events told by the exchange after history
 * @param decisions orders and withdrawals that were answered
 * @param lost of those that asked, how many were never answered
 * @param duplicates answers to an event that had one already; ignored
 * @param fraudCaught fraudulent withdrawals that were stopped
 * @param fraudMissed fraudulent withdrawals that were let through
 * @param legitStopped honest orders and withdrawals that met friction
 */
record HeadlessReport(
        long seconds,
        String scenario,
        long seed,
        long events,
        long decisions,
        long decidedByModel,
        long decidedByRules,
        long lost,
        long duplicates,
        long deadLetters,
        long missedDeadlines,
        @Nullable Latency latencyMillis,
        long fraudCaught,
        long fraudMissed,
        long legitStopped,
        long usersLost,
        double netCostUsd,
        long modeChanges) {

    /** Decision latency over the whole run. */
    record Latency(double p50, double p99, double p999, double max) {

        static @Nullable Latency of(Optional<Percentiles> known) {
            return known.map(p -> new Latency(p.p50Millis(), p.p99Millis(), p.p999Millis(), p.maxMillis()))
                    .orElse(null);
        }
    }

    /** For people. */
    String inWords() {
        var latency = latencyMillis == null
                ? "not available"
                : "p50 %.1f ms, p99 %.1f ms".formatted(latencyMillis.p50(), latencyMillis.p99());
        return "%,d events, %,d decisions (%,d by the model, %,d by rules), %d lost; latency %s; fraud caught %d, missed %d; honest stopped %d; %d users left; net cost $%,.0f"
                .formatted(
                        events,
                        decisions,
                        decidedByModel,
                        decidedByRules,
                        lost,
                        latency,
                        fraudCaught,
                        fraudMissed,
                        legitStopped,
                        usersLost,
                        netCostUsd);
    }

    static HeadlessReport of(long seconds, Session session, long nowNanos) {
        Run.View view = session.run().view(nowNanos);
        Bill bill = view.bill();
        LiveCounts counts = session.counts();
        return new HeadlessReport(
                seconds,
                session.plan().scenario().id(),
                session.plan().seed(),
                counts.events(),
                counts.answered(),
                bill.counts().decidedBy(DecidedBy.MODEL),
                bill.counts().decidedBy(DecidedBy.RULES_IN_MODE) + bill.counts().decidedBy(DecidedBy.RULES_AT_DEADLINE),
                counts.waiting(),
                counts.repeated(),
                view.deadLetters(),
                counts.missedDeadlines(),
                Latency.of(session.latencies().whole()),
                bill.quality().fraudStopped(),
                bill.quality().fraudMissed(),
                bill.counts().legitStoppedEvents(),
                bill.people().usersLost(),
                bill.money().netCostUsd(),
                view.modeChanges().size());
    }
}
