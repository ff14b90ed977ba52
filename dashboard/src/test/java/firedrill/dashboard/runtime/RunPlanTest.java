package firedrill.dashboard.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.scenario.Scenario;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class RunPlanTest {

    private static final long FIRST_START_MILLIS = 1_780_000_000_000L;
    private static final Scenario QUIET = new Scenario("quiet", "Quiet", "", Duration.ofHours(6), List.of());

    /** A process plays some runs; another resumes on its broker, at any time, also by a clock that was set back. */
    @Property
    void aResumedRunGivesNoEventIdOutAgain(
            @ForAll @IntRange(max = 5) int furtherRuns,
            @ForAll @LongRange(min = 1, max = 100_000_000) long events,
            @ForAll @LongRange(min = -10_000, max = 40_000) long secondsLater) {
        RunPlan plan = plan(RunPlan.firstEventIdAfter(0, FIRST_START_MILLIS));
        for (int run = 0; run < furtherRuns; run++) {
            plan = plan.nextRun(QUIET);
        }
        long highest = plan.firstEventId() + events - 1;

        long resumed = RunPlan.firstEventIdAfter(highest, FIRST_START_MILLIS + secondsLater * 1_000);

        assertThat(resumed).isGreaterThan(highest).isLessThan(1L << 53);
    }

    private static RunPlan plan(long firstEventId) {
        return new RunPlan(QUIET, ExchangeSettings.DEFAULT, 7, 60, firstEventId);
    }
}
