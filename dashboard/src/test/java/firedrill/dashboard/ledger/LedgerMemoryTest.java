package firedrill.dashboard.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.dashboard.ledger.Posting.PostingKind;
import firedrill.ingest.event.Account;
import firedrill.ingest.event.Account.Jurisdiction;
import firedrill.ingest.event.Account.Tier;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.event.Outcome.Churn;
import firedrill.ingest.event.Outcome.FraudReport;
import firedrill.ingest.event.Outcome.ReviewVerdict;
import firedrill.ingest.event.Outcome.Settlement;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import firedrill.ingest.event.Truth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerMemoryTest {

    private static final long MONTH_MILLIS = Duration.ofDays(30).toMillis();
    private static final MarketSnapshot MARKET = new MarketSnapshot(0, 0, 5_000_000);
    private static final Account ACCOUNT = new Account(Tier.RETAIL, Jurisdiction.EU, 0);

    private final List<Posting> journal = new ArrayList<>();
    private final Ledger ledger = new Ledger(new LedgerEntry.Tariff(10, 0.03, 900), 1, journal::add);

    @Test
    void aFraudAMonthOldGoesToTheJournalAndStaysInTheSums() {
        theft(1, 10);
        ledger.recordEvent(withdrawal(2, MONTH_MILLIS));
        assertThat(ledger.entries()).hasSize(1);
        Bill before = ledger.bill();

        ledger.recordEvent(withdrawal(3, 20 + MONTH_MILLIS));

        assertThat(ledger.entries()).isEmpty();
        assertThat(journal)
                .containsExactly(
                        new Posting(1, PostingKind.FRAUD_ATTEMPTED, 100_000),
                        new Posting(1, PostingKind.FRAUD_LOST, 97_000));
        assertThat(ledger.bill().costs()).isEqualTo(before.costs());
        assertThat(ledger.bill().quality()).isEqualTo(before.quality());
    }

    @Test
    void aReportWithinTheMonthStillMakesAFraudKnown() {
        theft(1, 10);
        ledger.recordOutcome(new FraudReport(5, MONTH_MILLIS - 1, 1));
        assertThat(ledger.bill().quality().recall().observed()).isZero();
    }

    @Test
    void leaversAndVerdictsArePostedUnderTheEventThatSetThemOff() {
        ledger.recordOutcome(new Churn(5, 10, 77, 0, 123_400));
        ledger.recordOutcome(new ReviewVerdict(6, 11, 78, false));
        assertThat(journal)
                .containsExactly(
                        new Posting(77, PostingKind.LIFETIME_VALUE_LOST, 123_400),
                        new Posting(78, PostingKind.REVIEW_PAID, 900));
    }

    @Test
    void closingTheBooksTellsWhatIsStillOpenOnce() {
        theft(1, 10);
        ledger.closeBooks();
        ledger.closeBooks();
        assertThat(journal)
                .containsExactly(
                        new Posting(1, PostingKind.FRAUD_ATTEMPTED, 100_000),
                        new Posting(1, PostingKind.FRAUD_LOST, 97_000));
    }

    private void theft(long id, long timeMillis) {
        ledger.recordEvent(withdrawal(id, timeMillis));
        ledger.recordTruth(new Truth(id, 5, timeMillis, "account-takeover", 100_000));
        ledger.recordDecision(DecisionFixtures.of(id, timeMillis, Action.ALLOW, 0.1));
        ledger.recordOutcome(new Settlement(5, timeMillis, id, Disposition.RELEASED, 100_000, 0));
    }

    private static Withdrawal withdrawal(long id, long timeMillis) {
        return new Withdrawal(id, 5, timeMillis, MARKET, ACCOUNT, 9, 11, "BTC", 100_000, 100_000, false, 0, true);
    }
}
