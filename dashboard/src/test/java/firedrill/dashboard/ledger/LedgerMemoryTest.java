package firedrill.dashboard.ledger;

import static firedrill.dashboard.ledger.LedgerInput.decision;
import static firedrill.dashboard.ledger.LedgerInput.event;
import static firedrill.dashboard.ledger.LedgerInput.fraud;
import static firedrill.dashboard.ledger.LedgerInput.ledgerOf;
import static firedrill.dashboard.ledger.LedgerInput.outcome;
import static firedrill.dashboard.ledger.LedgerInput.settled;
import static firedrill.dashboard.ledger.LedgerInput.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.ExchangeEvent.Login;
import firedrill.ingest.event.Outcome.ReviewVerdict;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import org.junit.jupiter.api.Test;

/** Cases are dropped once they are final. */
class LedgerMemoryTest {

    @Test
    void aLatePartOfADroppedCaseOpensNoNewCase() {
        long afterGrace = 11 * 60_000;
        var ledger = ledgerOf(
                withdrawal(1, 100_000),
                decision(1, Action.REVIEW, 0.4),
                settled(1, Disposition.REFUSED),
                event(new Login(2, 5, afterGrace, LedgerInput.MARKET, 9)));
        assertThat(ledger.openCaseCount()).isZero();
        var before = ledger.bill();

        decision(1, Action.REVIEW, 0.4).applyTo(ledger);
        settled(1, Disposition.REFUSED).applyTo(ledger);
        fraud(1, 100_000).applyTo(ledger);
        assertThat(ledger.bill()).isEqualTo(before);
        outcome(new ReviewVerdict(5, afterGrace + 1, 1, true)).applyTo(ledger);

        assertThat(ledger.openCaseCount()).isZero();
        assertThat(ledger.entries()).isEmpty();
        assertThat(ledger.bill().costs().reviewCostUsd())
                .as("the analyst is paid")
                .isEqualTo(9);
    }
}
