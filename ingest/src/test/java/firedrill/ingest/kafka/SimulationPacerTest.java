package firedrill.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SimulationPacerTest {

    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;

    @Test
    void simulatedTimeRunsAtItsSpeed() {
        SimulationPacer pacer = new SimulationPacer(5_000, 60, 0);
        assertThat(pacer.advance(10 * MILLI)).isEqualTo(5_600);
        assertThat(pacer.advance(20 * MILLI)).isEqualTo(6_200);
    }

    @Test
    void aStallIsCaughtUpAtTwiceTheSpeedAndNotInOneBurst() {
        SimulationPacer pacer = new SimulationPacer(0, 1, 0);
        long afterStall = pacer.advance(SECOND);
        assertThat(afterStall).as("one step after a stall").isEqualTo(40);

        assertThat(step(pacer, SECOND, SECOND + 500 * MILLI)).isEqualTo(40 + 1_000);
        assertThat(step(pacer, SECOND + 500 * MILLI, 3 * SECOND))
                .as("caught up, at its speed again")
                .isEqualTo(3_000);
        assertThat(pacer.lagMillis()).isZero();
    }

    @Test
    void aHeldClockStandsAndThenCatchesUp() {
        SimulationPacer pacer = new SimulationPacer(0, 1, 0);
        for (long now = 0; now <= SECOND; now += MILLI) {
            pacer.pause(now);
        }
        assertThat(pacer.nowMillis()).isZero();
        assertThat(pacer.lagMillis()).isEqualTo(1_000);
        assertThat(pacer.advance(SECOND + MILLI)).isEqualTo(2);
        assertThat(step(pacer, SECOND + MILLI, 4 * SECOND)).isEqualTo(4_000);
    }

    @Property
    void simulatedTimeNeitherGoesBackNorRunsAhead(@ForAll List<@LongRange(max = 3 * SECOND) Long> steps) {
        SimulationPacer pacer = new SimulationPacer(0, 60, 0);
        long nanos = 0;
        long before = 0;
        for (long step : steps) {
            nanos += step;
            long now = pacer.advance(nanos);
            assertThat(now).isGreaterThanOrEqualTo(before).isLessThanOrEqualTo(nanos * 60 / MILLI + 1);
            before = now;
        }
    }

    @Test
    void aSpeedThatIsNotAboveZeroIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SimulationPacer(0, 0, 0))
                .withMessage("speed must be above 0, was 0.0");
    }

    private static long step(SimulationPacer pacer, long fromNanos, long toNanos) {
        for (long now = fromNanos + MILLI; now <= toNanos; now += MILLI) {
            pacer.advance(now);
        }
        return pacer.nowMillis();
    }
}
