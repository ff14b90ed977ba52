package firedrill.ingest.event;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.RunClock.SavedClock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RunClockTest {

    private static final long START = 1_767_571_200_000L;
    private static final long POISON = 4_102_444_799_999L;
    private static final long SECOND = 1_000;
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final RunClock clock = RunClock.startingAt(START);
    private long appendedMillis = 5_000_000;

    @Test
    void aRecordOfTheFarFutureIsRefusedWithItsReasonAndMovesNothing() {
        runSeconds(100);
        assertThat(refusal(POISON))
                .hasValueSatisfying(
                        reason -> assertThat(reason)
                                .startsWith(
                                        "timeMillis 4102444799999 lies 2334873515999 ms ahead of the clock of the run, at most "));
        assertThat(clock.latestMillis()).isEqualTo(START + 96 * SECOND);
        assertThat(refusal(START + 101 * SECOND)).isEmpty();
    }

    @Test
    void aRecordOfTheFarPastIsRefused() {
        runSeconds(100);
        assertThat(refusal(0)).isPresent();
        assertThat(refusal(START - 401 * DAY)).isPresent();
        assertThat(refusal(START - 300 * DAY)).isEmpty();
    }

    @Test
    void theFirstRecordOfARunIsBoundedByItsStart() {
        assertThat(refusal(POISON)).isPresent();
        assertThat(refusal(0)).isPresent();
        assertThat(refusal(START - 90 * DAY)).isEmpty();
    }

    @Test
    void aPoisonedFirstRecordOfAnUnknownRunIsOutvotedByThoseThatFollow() {
        RunClock unknown = RunClock.ofUnknownRun();
        unknown.observe(POISON, 0);
        for (int i = 0; i < 100; i++) {
            assertThat(unknown.observe(START + i * SECOND, 0)).isEmpty();
        }
        assertThat(unknown.observe(POISON, 0)).isPresent();
        assertThat(unknown.latestMillis()).isLessThanOrEqualTo(START + 100 * SECOND);
    }

    @Test
    void historyUpToTheStartIsAcceptedWithWhateverGaps() {
        LongStream.of(90, 89, 89, 89, 89, 89, 60, 2, 1, 0)
                .forEach(days -> assertThat(refusal(START - days * DAY)).isEmpty());
    }

    @Test
    void anExchangeThatWasSilentMayGoOnLaterByWhatTheHighestSpeedAllows() {
        runSeconds(100);
        appendedMillis += 30_000;
        assertThat(refusal(START + 5 * DAY)).isPresent();
        assertThat(refusal(START + 2 * DAY)).isEmpty();
    }

    @Test
    void afterAMinuteOfRefusalsAloneTheRefusedAreBelieved() {
        RunClock unknown = RunClock.ofUnknownRun();
        LongStream.range(0, 50).forEach(i -> unknown.observe(POISON - 50 + i, 0));
        LongStream.range(0, 50)
                .forEach(i -> assertThat(unknown.observe(START + i, i)).isPresent());
        LongStream.range(0, 50)
                .forEach(i ->
                        assertThat(unknown.observe(START + 50 + i, 60_000 + i)).isEmpty());
        assertThat(unknown.latestMillis()).isBetween(START, START + 100);
    }

    @Test
    void aRestoredClockGoesOnAsTheSavedOne() {
        runSeconds(100);
        RunClocks clocks = new RunClocks(Optional.of(START));
        SavedClock saved = clock.save("topic", 3);
        clocks.restore(saved);
        clocks.restore(new SavedClock("topic", 3, new long[] {POISON}, 0, 1));
        assertThat(clocks.observe("topic", 3, POISON, appendedMillis)).isEqualTo(refusal(POISON));
        assertThat(clocks.observe("topic", 3, START + 100 * SECOND, appendedMillis))
                .isEmpty();
        assertThat(clocks.save()).hasSize(1);
    }

    @Property
    void whateverIsRefusedLeavesTheClockAsItWas(
            @ForAll @Size(max = 80) @LongRange(min = 0, max = POISON) long[] times) {
        RunClock any = RunClock.startingAt(START);
        for (long time : times) {
            long before = any.latestMillis();
            if (any.observe(time, 0).isPresent()) {
                assertThat(any.latestMillis()).isEqualTo(before);
            }
        }
    }

    @Property
    void noRecordThatIsAcceptedMovesTheClockOfABusyRunByMoreThanItsBounds(
            @ForAll @LongRange(min = 0, max = POISON) long poison, @ForAll @IntRange(min = 31, max = 200) int seconds) {
        RunClock busy = RunClock.startingAt(START);
        for (int i = 0; i < seconds; i++) {
            busy.observe(START + i * SECOND, 0);
        }
        long before = busy.latestMillis();
        busy.observe(poison, 0);
        assertThat(busy.latestMillis() - before).isBetween(0L, 2 * SECOND);
    }

    /** One record a second, at speed 60. */
    private void runSeconds(int seconds) {
        for (int i = 0; i < seconds; i++) {
            appendedMillis += 17;
            assertThat(refusal(START + i * SECOND)).isEmpty();
        }
    }

    private Optional<String> refusal(long timeMillis) {
        return clock.observe(timeMillis, appendedMillis);
    }
}
