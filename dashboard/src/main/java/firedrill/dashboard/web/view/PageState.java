package firedrill.dashboard.web.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import firedrill.dashboard.monitor.BillComparison;
import firedrill.dashboard.monitor.RunHealth;
import firedrill.scoring.drift.DriftReading;
import firedrill.scoring.drift.Mode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything the page shows at one moment; its components, in this order and by these names, are the JSON.
 *
 * <p>Figures are written to four decimals. One that is not available is null (or not a number), and the page says so in
 * words; it is never 0. Times are simulated UTC milliseconds, money is US dollars, latencies are wall-clock
 * milliseconds.
 *
 * @param minutes the charts, oldest first; only the last {@link #MAX_MINUTES} are kept
 * @param incidents what the page announces of the timeline, oldest first
 * @param decisions the last ones, newest first; only the first {@link #MAX_DECISIONS} are kept
 * @param stopped the last ones that were not simply allowed, likewise: between many decisions they would pass unseen
 * @param registry which models there are
 * @param modeChanges newest first; only the first {@link #MAX_MODE_CHANGES} are kept
 * @param scenarios what can be started from the page
 */
public record PageState(
        RunHeader run,
        DecisionMode decider,
        ThroughputFigures rates,
        LatencyFigures latency,
        CostFigures costs,
        QualityFigures quality,
        UserFigures users,
        DriftFigures drift,
        List<MinutePoint> minutes,
        List<IncidentSpan> incidents,
        List<DecisionRow> decisions,
        List<DecisionRow> stopped,
        List<ModeChangeRow> modeChanges,
        RegistryState registry,
        List<ScenarioChoice> scenarios,
        BillComparison bill,
        RunHealth health) {

    /** Points of the charts: six simulated hours. */
    public static final int MAX_MINUTES = 360;

    /** Rows of the table of decisions. */
    public static final int MAX_DECISIONS = 30;

    /** Rows of the list of mode changes. */
    public static final int MAX_MODE_CHANGES = 30;

    public PageState {
        minutes = List.copyOf(minutes.subList(Math.max(0, minutes.size() - MAX_MINUTES), minutes.size()));
        incidents = List.copyOf(incidents);
        decisions = List.copyOf(decisions.subList(0, Math.min(MAX_DECISIONS, decisions.size())));
        stopped = List.copyOf(stopped.subList(0, Math.min(MAX_DECISIONS, stopped.size())));
        modeChanges = List.copyOf(modeChanges.subList(0, Math.min(MAX_MODE_CHANGES, modeChanges.size())));
        scenarios = List.copyOf(scenarios);
    }

    /** How far a run is. */
    public enum RunPhase {
        /** Broker and job come up; no event has been told yet. */
        STARTING,
        /** Simulated time passes. */
        RUNNING,
        /** Simulated time stands still; the bill is made. */
        FINISHED
    }

    /**
     * The run that is shown.
     *
     * @param speed simulated seconds in one second of wall time
     * @param startMillis simulated time at which the run began
     * @param nowMillis simulated time reached
     * @param lengthMillis how long the run is to last, in simulated milliseconds
     */
    public record RunHeader(
            String scenarioId,
            String scenarioTitle,
            String briefing,
            long seed,
            double speed,
            RunPhase phase,
            long startMillis,
            long nowMillis,
            long lengthMillis) {

        /** Simulated milliseconds since the run began. */
        @JsonProperty
        public long elapsedMillis() {
            return nowMillis - startMillis;
        }
    }

    /**
     * Who decides, and with what.
     *
     * @param pinned whether an operator fixed the mode, so that the monitor may not change it
     * @param actor {@code "monitor"} or an operator's name
     * @param sinceMillis when this mode began
     * @param modelVersion how people call the champion
     * @param featureCount features computed for each decision
     * @param ruleCount rules evaluated for each decision
     */
    public record DecisionMode(
            Mode mode,
            boolean pinned,
            String actor,
            String reason,
            long sinceMillis,
            String modelVersion,
            String modelHash,
            int featureCount,
            int ruleCount,
            String ruleSetHash,
            String policyHash) {}

    /**
     * How much happens; rates are per second of wall time.
     *
     * @param events told since the run began
     * @param decisions read back since the run began
     * @param awaitingDecision orders and withdrawals still without a decision
     * @param deadLetters records the scorer could not read
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
            long deadLetters) {}

    /**
     * Decision latency: from publishing a request to reading its decision.
     *
     * @param budgetMillis what p99 has to stay under
     * @param recent over the last ten seconds
     * @param overall over the whole run
     * @param stages where the time went
     * @param missedDeadlines requests without a decision when the budget was spent
     */
    public record LatencyFigures(
            double budgetMillis,
            PercentilePair recent,
            PercentilePair overall,
            LatencyStages stages,
            long missedDeadlines) {

        /** Null before the first decision. */
        public record PercentilePair(
                @Nullable Double p50Millis, @Nullable Double p99Millis) {}

        /** Means over the last ten seconds, so that they add up to the mean latency; null before the first decision. */
        public record LatencyStages(
                @Nullable Double queueMillis,
                @Nullable Double featureMillis,
                @Nullable Double decideMillis,
                @Nullable Double returnMillis) {}
    }

    /**
     * Dollars since the run began.
     *
     * @param netCostUsd what the run cost: fraud, lifetime value and fees lost
     * @param fraudLossUsd what fraudsters got away with
     * @param fraudPreventedUsd what they asked for and did not get
     * @param ltvLostUsd lifetime value of the users who left
     * @param feeLossUsd fees of honest business that did not happen
     * @param opportunityLossUsd what prices did against honest users who had to wait; not part of the net cost
     */
    public record CostFigures(
            @Nullable Double netCostUsd,
            @Nullable Double fraudLossUsd,
            @Nullable Double fraudPreventedUsd,
            @Nullable Double ltvLostUsd,
            @Nullable Double feeLossUsd,
            @Nullable Double opportunityLossUsd) {}

    /**
     * Quality of the decisions, judged by the truth of the simulation; positive means stopped.
     *
     * @param precision stopped frauds among all stopped, in [0, 1]; null while nothing was stopped
     * @param recall stopped frauds among all frauds, in [0, 1]; null while there was no fraud
     * @param falsePositiveRate stopped honest among all honest, in [0, 1]
     */
    public record QualityFigures(
            @Nullable Double precision,
            @Nullable Double recall,
            @Nullable Double falsePositiveRate,
            long truePositives,
            long falsePositives,
            long falseNegatives,
            long trueNegatives) {}

    /**
     * What it did to users since the run began.
     *
     * @param lost users who went to a competitor, however they came to it
     * @param lostToWordOfMouth those of them who had only heard of it
     * @param honestStoppedEvents different honest users of whom something was stopped
     */
    public record UserFigures(
            long active, long lost, long lostToWordOfMouth, long complaints, long honestStoppedEvents) {}

    /**
     * The drift monitor.
     *
     * @param reading its last one; null until the window holds enough withdrawals
     * @param alarmThreshold the index above which the rules take over: the reading's critical value
     * @param recoveryThreshold the index under which the model may come back
     */
    public record DriftFigures(@Nullable DriftReading reading, double alarmThreshold, double recoveryThreshold) {}

    /**
     * One simulated minute of the charts.
     *
     * @param timeMillis when it began
     * @param stoppedPercent of its withdrawals; null if there were none
     * @param fraudPercent of its withdrawals, by the truth of the simulation; null if there were none
     * @param psi the monitor's reading, null if there was none
     */
    public record MinutePoint(
            long timeMillis,
            long withdrawals,
            @Nullable Double stoppedPercent,
            @Nullable Double fraudPercent,
            @Nullable Double priceUsd,
            @Nullable Double p50Millis,
            @Nullable Double p99Millis,
            @Nullable Double psi) {}

    /** An announced incident, in the words the page shows. */
    public record IncidentSpan(String name, long fromMillis, long toMillis) {}

    /** A scenario to choose. */
    public record ScenarioChoice(String id, String title, String briefing) {}
}
