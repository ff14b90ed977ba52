package firedrill.dashboard.web.view;

import firedrill.dashboard.health.RunHealth;
import firedrill.dashboard.monitor.BillComparison;
import java.util.List;

/**
 * The complete state of the page at one moment; the components, in this order and under these names, are the JSON.
 *
 * <p>Figures are written to four decimals. A figure that is not available is null (or not a number), and never 0. Times
 * are simulated UTC milliseconds, money is US dollars, latencies are wall-clock milliseconds.
 *
 * @param minutes points of the charts, oldest first; the last {@link #MAX_MINUTES} are kept
 * @param incidents announced incidents of the timeline, oldest first
 * @param decisions newest first; the first {@link #MAX_DECISIONS} are kept
 * @param stopped the same of the decisions other than allow, which are rare among all decisions
 * @param registry the model registry
 * @param modeChanges newest first; the first {@link #MAX_MODE_CHANGES} are kept
 * @param scenarios scenarios that can be started from the page
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

    /** Rows of the decision table. */
    public static final int MAX_DECISIONS = 30;

    /** Rows of the list of mode changes. */
    public static final int MAX_MODE_CHANGES = 30;

    public PageState {
        minutes = List.copyOf(minutes.subList(Math.max(0, minutes.size() - MAX_MINUTES), minutes.size()));
        incidents = List.copyOf(incidents);
        decisions = firstOf(decisions, MAX_DECISIONS);
        stopped = firstOf(stopped, MAX_DECISIONS);
        modeChanges = firstOf(modeChanges, MAX_MODE_CHANGES);
        scenarios = List.copyOf(scenarios);
    }

    static <T> List<T> firstOf(List<T> items, int max) {
        return List.copyOf(items.subList(0, Math.min(max, items.size())));
    }
}
