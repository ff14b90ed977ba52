package firedrill.dashboard.runtime;

import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.exchange.WorldParameters;
import firedrill.ingest.scenario.Scenario;

/**
 * What a live run is to be.
 *
 * @param speed simulated seconds per second of wall time
 * @param firstEventId above every id of earlier runs on the same broker
 */
public record RunPlan(Scenario scenario, ExchangeSettings settings, long seed, double speed, long firstEventId) {

    private static final long IDS_PER_RUN = 1L << 32;

    /** Above every id of a run that began earlier on the same broker; still exact in a browser's numbers. */
    public static long firstEventIdAt(long wallMillis) {
        return (wallMillis / 1_000) << 20;
    }

    /** The parameters of the run, those of its scenario included. */
    public WorldParameters world() {
        return settings.withParametersOf(scenario).world();
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
