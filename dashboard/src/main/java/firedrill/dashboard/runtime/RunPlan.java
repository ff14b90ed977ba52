package firedrill.dashboard.runtime;

import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.exchange.WorldParameters;
import firedrill.ingest.fraud.FraudDensity;
import firedrill.ingest.scenario.Scenario;

/**
 * Configuration of a live run.
 *
 * @param speed simulated seconds per second of wall time
 * @param firstEventId above every id of earlier runs on the same broker
 */
public record RunPlan(Scenario scenario, ExchangeSettings settings, long seed, double speed, long firstEventId) {

    private static final long IDS_PER_RUN = 1L << 32;

    /** Ids left out above the highest published event, for records that were sent but not confirmed. */
    private static final long MARGIN = 1L << 20;

    /**
     * The first event id of a run that starts on a broker with data of earlier runs, above every id of those; exact in a
     * browser's numbers.
     *
     * @param highestPublishedId of the events topic; the time alone is not enough, because a run that follows another
     *     in the same process begins {@code IDS_PER_RUN} further on, and clocks are set back
     * @param wallMillis keeps ids apart from those of events that the topic does not hold any more
     */
    public static long firstEventIdAfter(long highestPublishedId, long wallMillis) {
        return Math.max(highestPublishedId + MARGIN, (wallMillis / 1_000) << 20);
    }

    /** The parameters of the run, those of its scenario included. */
    public WorldParameters world() {
        return settings.withParametersOf(scenario).world();
    }

    /** How much more often frauds happen in the run than in life. */
    public FraudDensity fraudDensity() {
        return settings.withParametersOf(scenario).fraudDensity();
    }

    long endMillis() {
        return settings.startMillis() + scenario.length().toMillis();
    }

    /** The next run on the same broker: its event ids begin above every id of this one. */
    RunPlan nextRun(Scenario next) {
        var played = settings.recordedMarket()
                .map(record -> next.fitToRecord(record.length()))
                .orElse(next);
        return new RunPlan(played, settings, seed, speed, firstEventId + IDS_PER_RUN);
    }
}
