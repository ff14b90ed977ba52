package firedrill.dashboard.cli.output;

import firedrill.dashboard.health.HealthState;
import firedrill.dashboard.health.RunHealth;
import firedrill.dashboard.ledger.Bill;
import firedrill.dashboard.monitor.LatencyRecorder.LatencyPercentiles;
import firedrill.dashboard.monitor.LiveRun;
import firedrill.dashboard.runtime.RunSession;
import firedrill.ingest.fraud.FraudDensity;
import firedrill.ingest.kafka.LiveCounters;
import firedrill.ingest.parameters.ParameterIdentity;
import firedrill.scoring.decision.DecidedBy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Report of {@code up --headless}, in the JSON keys of the design; a figure that is not available is null.
 *
 * @param health state at the end
 * @param cause of that state, as a sentence
 * @param parameters what differs from the default parameters
 * @param fraudDensity how much more often frauds happen than in life
 * @param events published by the exchange after history
 * @param decisions orders and withdrawals that were answered
 * @param lost of those that asked, how many were never answered
 * @param duplicates answers to an event that had one already; ignored
 * @param fraudCaught thefts of which nothing left; a theft counts once, with its retries
 * @param fraudMissed thefts of which something left, at once or at a retry
 * @param legitStopped honest orders and withdrawals that met friction
 * @param peopleTold people whom the lost users told
 * @param peopleReached of these, those who were still customers
 * @param expectedUsersLost sum of the probabilities of leaving, over all who were annoyed, drawn or not
 * @param expectedUsersLostToWordOfMouth of it, the part of those who were told by others
 */
public record HeadlessReport(
        long seconds,
        String scenario,
        long seed,
        HealthState health,
        String cause,
        ParameterIdentity parameters,
        FraudDensity fraudDensity,
        long events,
        long decisions,
        long decidedByModel,
        long decidedByRules,
        long lost,
        long duplicates,
        long deadLetters,
        long missedDeadlines,
        @Nullable LatencySummary latencyMillis,
        long fraudCaught,
        long fraudMissed,
        long legitStopped,
        long usersLost,
        long usersLostToWordOfMouth,
        long peopleTold,
        long peopleReached,
        double expectedUsersLost,
        double expectedUsersLostToWordOfMouth,
        double netCostUsd,
        double expectedNetCostUsd,
        long modeChanges) {

    /** Decision latency over the whole run. */
    record LatencySummary(double p50, double p99, double p999, double max) {

        static @Nullable LatencySummary of(Optional<LatencyPercentiles> known) {
            return known.map(p -> new LatencySummary(p.p50Millis(), p.p99Millis(), p.p999Millis(), p.maxMillis()))
                    .orElse(null);
        }
    }

    /** One line of text. */
    public String toText() {
        var latency = latencyMillis == null
                ? "not available"
                : "p50 %.1f ms, p99 %.1f ms".formatted(latencyMillis.p50(), latencyMillis.p99());
        return "%,d events, %,d decisions (%,d by the model, %,d by rules), %d lost; latency %s; thefts caught %d, missed %d; legitimate stopped %d; %d users lost (%d by word of mouth; they told %d people); net cost $%,.0f%s. %s"
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
                        usersLostToWordOfMouth,
                        peopleTold,
                        netCostUsd,
                        parameters.overrides().isEmpty() ? "" : "; with " + parameters.text(),
                        fraudDensity.text());
    }

    /** After an end as planned nothing is left to do, and there may be no page to do it on. */
    private static String cause(RunHealth health) {
        return health.state() == HealthState.ENDED ? health.cause() : health.text();
    }

    public static HeadlessReport of(long seconds, RunSession session, RunHealth health, long nowNanos) {
        LiveRun.RunSnapshot view = session.run().snapshot(nowNanos);
        Bill bill = view.bill();
        Bill.TheftFigures thefts = bill.quality().thefts();
        LiveCounters counts = session.counts();
        return new HeadlessReport(
                seconds,
                session.plan().scenario().id(),
                session.plan().seed(),
                health.state(),
                cause(health),
                session.plan().world().set().identity(),
                session.plan().fraudDensity(),
                counts.liveEvents(),
                counts.answers(),
                bill.counts().decisionsBy(DecidedBy.MODEL),
                bill.counts().decisionsBy(DecidedBy.RULES_IN_MODE)
                        + bill.counts().decisionsBy(DecidedBy.RULES_AT_DEADLINE),
                counts.pendingAnswers(),
                counts.duplicateAnswers(),
                view.deadLetters(),
                counts.missedDeadlines(),
                LatencySummary.of(session.latencies().overall()),
                thefts.stopped(),
                thefts.missed() + thefts.slippedThrough(),
                bill.counts().legitStoppedEvents(),
                bill.users().usersLost(),
                bill.users().usersLostToWordOfMouth(),
                bill.users().peopleTold(),
                bill.users().peopleReached(),
                bill.users().expectedDepartures(),
                bill.users().expectedDeparturesToWordOfMouth(),
                bill.costs().netCostUsd(),
                bill.costs().expectedNetCostUsd(),
                view.modeChanges().size());
    }
}
