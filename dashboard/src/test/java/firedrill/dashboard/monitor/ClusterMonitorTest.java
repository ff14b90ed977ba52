package firedrill.dashboard.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.Account;
import firedrill.ingest.event.ExchangeEvent.Login;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.event.Outcome.FraudReport;
import firedrill.scoring.graph.BlastRadius;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterMonitorTest {

    private static final long MINUTE = 60_000;
    private static final long START = 20_000 * 1440 * MINUTE;
    private static final MarketSnapshot CALM = new MarketSnapshot(0, 0, 1);

    private final ClusterMonitor book = new ClusterMonitor();
    private long id;

    @Test
    void theMostUrgentClusterComesFirstWithItsBlastRadius() {
        withdraws(1, 10, 100);
        withdraws(2, 10, 101);
        withdraws(3, 10, 102);
        withdraws(4, 40, 400);
        withdraws(5, 50, 400);
        book.recordOutcome(new FraudReport(5, START, 5));
        book.recordEvent(new Login(++id, 9, START + 60 * MINUTE, CALM, 90));
        assertThat(book.rows())
                .containsExactly(
                        new ClusterRow(4, 2, 1, 1, 0.5, 1, START, 8.0), new ClusterRow(1, 3, 3, 0, 0, 1, START, 12.0));
        // Each account is two days old, is worth $4 and asked for $1.
        assertThat(book.detail(4))
                .contains(new ClusterDetail(
                        new ClusterRow(4, 2, 1, 1, 0.5, 1, START, 8.0),
                        List.of(4L, 5L),
                        List.of(400L),
                        new BlastRadius(2, 1, 0, 0, 8.0, 2, 2.0, 2, 2 + 1 / 24.0, 0)));
        assertThat(book.detail(2)).isEmpty();
    }

    @Test
    void clustersAreOrderedByTheConfirmedShareOfTheirBalance() {
        for (long user = 1; user <= 6; user++) {
            withdraws(user, 10, 100);
        }
        withdraws(11, 20, 200, 1_000);
        withdraws(12, 20, 200, 1_000);
        withdraws(21, 30, 300, 9_000);
        withdraws(22, 30, 300, 9_000);
        withdraws(23, 30, 300, 9_000);
        book.recordOutcome(new FraudReport(11, START, 7));
        book.recordOutcome(new FraudReport(21, START, 9));
        book.recordEvent(new Login(++id, 9, START + 60 * MINUTE, CALM, 90));
        // Half of $20, a third of $270, none of $24.
        assertThat(book.rows()).extracting(ClusterRow::id).containsExactly(21L, 11L, 1L);
    }

    private void withdraws(long user, long device, long address) {
        withdraws(user, device, address, 400);
    }

    private void withdraws(long user, long device, long address, long balanceCents) {
        Account account = new Account(Account.Tier.RETAIL, Account.Jurisdiction.EU, START - 2 * 1440 * MINUTE);
        book.recordEvent(new Withdrawal(
                ++id, user, START, CALM, account, device, address, "BTC", 100, balanceCents, false, 7, true));
    }
}
