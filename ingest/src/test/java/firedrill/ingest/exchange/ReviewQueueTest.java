package firedrill.ingest.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewQueueTest {

    private static final long MINUTE = 60_000;
    private static final ExchangeParameters.ReviewParameters REVIEW = ExchangeParameters.DEFAULT.review();

    private final SimulationScheduler agenda = new SimulationScheduler(0);
    private final ReviewQueue queue = new ReviewQueue(agenda, REVIEW, 2);
    private final List<String> verdicts = new ArrayList<>();

    @Test
    void analystsTakeTwelveMinutesEachInTheOrderOfArrival() {
        for (String name : List.of("a", "b", "c", "d", "e")) {
            add(name);
        }
        run();

        assertThat(verdicts).containsExactly("a@12", "b@12", "c@24", "d@24", "e@36");
    }

    @Test
    void theLongerTheQueueTheLongerTheWait() {
        assertThat(queue.expectedWaitMillis()).isEqualTo(12 * MINUTE);
        add("a");
        add("b");
        assertThat(queue.expectedWaitMillis()).isEqualTo(24 * MINUTE);
        add("c");
        add("d");
        assertThat(queue.expectedWaitMillis()).isEqualTo(36 * MINUTE);
        assertThat(queue.pendingCount()).isEqualTo(2);
    }

    @Test
    void aCaseThatIsClosedBeforeItsTurnTakesNoReviewTime() {
        add("a");
        add("b");
        queue.add(() -> false, () -> verdicts.add("never"));
        add("c");
        run();

        assertThat(verdicts).containsExactly("a@12", "b@12", "c@24");
    }

    @Test
    void thereAreAnalystsForAboutOneWithdrawalInAHundred() {
        assertThat(ReviewQueue.analystsFor(REVIEW, 10_000)).isEqualTo(4);
        assertThat(ReviewQueue.analystsFor(REVIEW, 1_000_000)).isBetween(355, 365);
        assertThat(ReviewQueue.analystsFor(REVIEW, 1)).isEqualTo(1);
    }

    @Test
    void fourAnalystsReview120CasesInAShift() {
        assertThat(ExchangeSettings.DEFAULT.withUsers(10_000).reviewCapacity(Duration.ofHours(6)))
                .isEqualTo(120);
    }

    private void add(String name) {
        queue.add(() -> true, () -> verdicts.add(name + "@" + agenda.nowMillis() / MINUTE));
    }

    private void run() {
        while (agenda.nextTaskMillis() < Long.MAX_VALUE) {
            agenda.runNext();
        }
    }
}
