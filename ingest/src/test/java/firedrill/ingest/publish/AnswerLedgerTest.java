package firedrill.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.publish.AnswerLedger.Verdict.First;
import firedrill.ingest.publish.AnswerLedger.Verdict.Repeated;
import firedrill.ingest.publish.AnswerLedger.Verdict.Unasked;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerLedgerTest {

    private final AnswerLedger ledger = new AnswerLedger(50);
    private final List<Long> missed = new ArrayList<>();

    @Test
    void theFirstAnswerHasTheLatency() {
        ledger.ask(1_000, 7);
        assertThat(ledger.answer(1_000, 30)).isEqualTo(new First(23, false));
        assertThat(ledger.waiting()).isZero();
        assertThat(ledger.awaited()).isEqualTo(1);
    }

    @Test
    void aSecondAnswerIsARepetition() {
        ledger.ask(1_000, 0);
        ledger.answer(1_000, 1);
        assertThat(ledger.answer(1_000, 2)).isEqualTo(new Repeated());
    }

    @Test
    void anAnswerToWhatNeverAskedIsUnasked() {
        assertThat(ledger.answer(999, 0)).isEqualTo(new Unasked());
        ledger.ask(1_000, 0);
        ledger.ask(1_002, 0);
        assertThat(ledger.answer(999, 1)).isEqualTo(new Unasked());
        assertThat(ledger.answer(1_001, 1))
                .as("an event between, which did not ask")
                .isEqualTo(new Unasked());
        assertThat(ledger.answer(Long.MAX_VALUE, 1)).isEqualTo(new Unasked());
    }

    @Test
    void whoeverWaitsLongerThanTheDeadlineIsToldOnce() {
        ledger.ask(1_000, 0);
        ledger.ask(1_001, 10);
        ledger.ask(1_002, 20);
        ledger.answer(1_001, 30);

        ledger.passDeadlines(50, missed::add);
        assertThat(missed).as("exactly at the deadline is in time").isEmpty();
        ledger.passDeadlines(51, missed::add);
        ledger.passDeadlines(71, missed::add);
        ledger.passDeadlines(1_000, missed::add);
        assertThat(missed).containsExactly(1_000L, 1_002L);
    }

    @Test
    void aLateAnswerIsStillTheFirst() {
        ledger.ask(1_000, 0);
        ledger.passDeadlines(60, missed::add);
        assertThat(ledger.waiting()).isEqualTo(1);
        assertThat(ledger.answer(1_000, 80)).isEqualTo(new First(80, true));
    }
}
