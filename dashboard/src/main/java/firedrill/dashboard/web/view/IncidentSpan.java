package firedrill.dashboard.web.view;

import firedrill.ingest.scenario.ScheduledIncident;

/** An announced incident and its simulated time span. */
public record IncidentSpan(String name, long fromMillis, long toMillis) {

    static IncidentSpan of(ScheduledIncident scheduled, long startMillis) {
        long from = startMillis + scheduled.start().toMillis();
        String name = scheduled
                .incident()
                .match(
                        fall -> "the price falls %.0f %%".formatted(fall.percent()),
                        rise -> "the price rises %.0f %%".formatted(rise.percent()));
        return new IncidentSpan(name, from, from + scheduled.duration().toMillis());
    }
}
