package firedrill.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.kafka.AnswerTracker.AnswerStatus.Duplicate;
import firedrill.ingest.kafka.AnswerTracker.AnswerStatus.First;
import firedrill.ingest.kafka.AnswerTracker.AnswerStatus.Unexpected;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerTrackerTest {

    private final AnswerTracker ledger = new AnswerTracker(50);
    private final List<Long> missed = new ArrayList<>();

    @Test
    void theFirstAnswerHasTheLatency() {
        ledger.expect(1_000, 7);
        assertThat(ledger.recordAnswer(1_000, 30)).isEqualTo(new First(23, false));
        assertThat(ledger.pendingCount()).isZero();
        assertThat(ledger.expectedCount()).isEqualTo(1);
    }

    @Test
    void aSecondAnswerIsARepetition() {
        ledger.expect(1_000, 0);
        ledger.recordAnswer(1_000, 1);
        assertThat(ledger.recordAnswer(1_000, 2)).isEqualTo(new Duplicate());
    }

    @Test
    void anAnswerWithoutARequestIsUnexpected() {
        assertThat(ledger.recordAnswer(999, 0)).isEqualTo(new Unexpected());
        ledger.expect(1_000, 0);
        ledger.expect(1_002, 0);
        assertThat(ledger.recordAnswer(999, 1)).isEqualTo(new Unexpected());
        assertThat(ledger.recordAnswer(1_001, 1))
                .as("an event between, which did not ask")
                .isEqualTo(new Unexpected());
        assertThat(ledger.recordAnswer(Long.MAX_VALUE, 1)).isEqualTo(new Unexpected());
    }

    @Test
    void aMissedDeadlineIsReportedOnce() {
        ledger.expect(1_000, 0);
        ledger.expect(1_001, 10);
        ledger.expect(1_002, 20);
        ledger.recordAnswer(1_001, 30);

        ledger.expireDeadlines(50, missed::add);
        assertThat(missed).as("exactly at the deadline is in time").isEmpty();
        ledger.expireDeadlines(51, missed::add);
        ledger.expireDeadlines(71, missed::add);
        ledger.expireDeadlines(1_000, missed::add);
        assertThat(missed).containsExactly(1_000L, 1_002L);
    }

    @Test
    void aLateAnswerIsStillTheFirst() {
        ledger.expect(1_000, 0);
        ledger.expireDeadlines(60, missed::add);
        assertThat(ledger.pendingCount()).isEqualTo(1);
        assertThat(ledger.recordAnswer(1_000, 80)).isEqualTo(new First(80, true));
    }
}
