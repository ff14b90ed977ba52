package firedrill.dashboard.ledger;

import static firedrill.dashboard.ledger.LedgerInput.decision;
import static firedrill.dashboard.ledger.LedgerInput.ledgerOf;
import static firedrill.dashboard.ledger.LedgerInput.outcome;
import static firedrill.dashboard.ledger.LedgerInput.released;
import static firedrill.dashboard.ledger.LedgerInput.risk;
import static firedrill.dashboard.ledger.LedgerInput.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import firedrill.dashboard.ledger.Bill.ReviewFigures;
import firedrill.dashboard.ledger.Bill.UserImpact;
import firedrill.dashboard.ledger.Posting.PostingKind;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.DepartureRisk;
import firedrill.ingest.event.Outcome.Churn;
import firedrill.ingest.event.Outcome.ReviewVerdict;
import java.util.ArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Users who left, users who were expected to, and users who waited for an analyst. */
class UserLedgerTest {

    @Test
    void theExpectedCostHasExpectedInsteadOfDrawnDepartures() {
        var bill = ledgerOf(
                        outcome(new Churn(7, 10, 1, 0, 120_000, 9, 4)),
                        risk(1, 0.2, 24_000, false),
                        risk(2, 0.1, 5_000, false),
                        risk(1, 0.02, 600, true))
                .bill();

        assertThat(bill.users()).isEqualTo(new UserImpact(1, 0, 9, 4, 0.32, 0.02, 0, 0));
        assertThat(bill.costs().netCostUsd()).isEqualTo(1_200);
        assertThat(bill.costs().expectedLtvLostUsd()).isEqualTo(296);
        assertThat(bill.costs().expectedLtvLostToWordOfMouthUsd()).isEqualTo(6);
        assertThat(bill.costs().expectedNetCostUsd()).isEqualTo(296);
    }

    @Test
    void eachExpectedDollarIsPostedUnderItsEvent() {
        var postings = new ArrayList<Posting>();
        var ledger = new Ledger(LedgerInput.TARIFF, 1, postings::add);

        risk(1, 0.2, 24_000, false).applyTo(ledger);
        risk(2, 0, 0, false).applyTo(ledger);
        ledger.closeBooks();

        assertThat(postings).containsExactly(new Posting(1, PostingKind.EXPECTED_LIFETIME_VALUE_LOST, 24_000));
    }

    @Test
    void aRiskBeforeTheRunIsNotPartOfIt() {
        var ledger = ledgerOf(inputs -> inputs.recordDepartureRisk(new DepartureRisk(5, 0, 3, 0.5, 900, false)));

        assertThat(ledger.bill().users().expectedDepartures()).isZero();
    }

    @Test
    void aRequestAfterTheEndIsNotPartOfTheRunAndTheEndOfAnEarlierOneIs() {
        var ledger = ledgerOf(withdrawal(1, 100_000), decision(1, Action.HOLD, 0.4));
        ledger.closeRequests(1);
        withdrawal(2, 100_000).applyTo(ledger);
        decision(2, Action.HOLD, 0.4).applyTo(ledger);
        LedgerInput.fraud(2, 100_000).applyTo(ledger);
        released(2).applyTo(ledger);
        released(1).applyTo(ledger);
        outcome(new Churn(7, 10, 1, 0, 120_000, 0, 0)).applyTo(ledger);

        var bill = ledger.bill();
        assertThat(bill.counts().events()).isEqualTo(1);
        assertThat(bill.counts().decisions()).isEqualTo(1);
        assertThat(bill.costs().fraudLossUsd()).isZero();
        assertThat(bill.users().usersLost()).isEqualTo(1);
    }

    @Test
    void aReviewedRequestWaitsUntilItsVerdict() {
        var parts = new ArrayList<LedgerInput>();
        LongStream.rangeClosed(1, 20).forEach(id -> {
            parts.add(withdrawal(id, 100_000));
            parts.add(decision(id, Action.REVIEW, 0.4));
            parts.add(outcome(new ReviewVerdict(5, id + id * 60_000, id, false)));
        });

        assertThat(ledgerOf(parts).bill().reviews()).isEqualTo(new ReviewFigures(20, 630.0, 1_140.0));
    }

    @Test
    void withoutAReviewThereIsNoWaitingTime() {
        assertThat(ledgerOf(withdrawal(1, 100_000)).bill().reviews()).isEqualTo(new ReviewFigures(0, null, null));
    }
}
