package firedrill.scoring.graph;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.Account;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Outcome.Settlement;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import firedrill.scoring.feature.SampleEvents;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlastRadiusTest {

    private static final long DAY = 86_400_000;
    private static final long NOW = 20_000 * DAY;
    private static final Cluster THREE = new Cluster(List.of(1L, 2L, 3L), List.of(100L), NOW - DAY, 0.75, List.of(2L));

    private final AccountSnapshots accounts = new AccountSnapshots();

    @Test
    void theBlastRadiusCountsOnlyWhatTheExchangeObserves() {
        accounts.observe(asks(11, 1, 400, 100_00, 1_000_00));
        accounts.observe(asks(12, 2, 2, 250_00, 500_00));
        accounts.applyOutcome(new Settlement(1, NOW, 11, Disposition.RELEASED, 100_00, 0));
        assertThat(BlastRadius.of(THREE, accounts, NOW))
                .isEqualTo(new BlastRadius(3, 2, 1, 1 / 3.0, 900.0 + 500.0, 2, 250.0, 1, 201.0, 0.25));
    }

    @Test
    void whatWasRefusedStaysInTheAccount() {
        accounts.observe(asks(11, 1, 400, 100_00, 1_000_00));
        accounts.applyOutcome(new Settlement(1, NOW, 11, Disposition.REFUSED, 100_00, 0));
        assertThat(BlastRadius.of(THREE, accounts, NOW))
                .isEqualTo(new BlastRadius(3, 2, 1, 1 / 3.0, 1_000.0, 1, 0, 0, 400.0, 0.25));
    }

    @Test
    void aSettlementMayArriveBeforeItsWithdrawal() {
        accounts.applyOutcome(new Settlement(1, NOW, 11, Disposition.RELEASED, 100_00, 0));
        accounts.observe(asks(11, 1, 400, 100_00, 1_000_00));
        assertThat(BlastRadius.of(THREE, accounts, NOW))
                .isEqualTo(new BlastRadius(3, 2, 1, 1 / 3.0, 900.0, 1, 0, 0, 400.0, 0.25));
    }

    @Test
    void anUnknownBalanceIsNotZero() {
        assertThat(BlastRadius.of(THREE, accounts, NOW))
                .isEqualTo(new BlastRadius(3, 2, 0, 0, null, 0, 0, 0, null, 0.25));
    }

    @Test
    void aRepeatedSettlementCountsOnce() {
        accounts.observe(asks(11, 1, 400, 100_00, 1_000_00));
        Settlement settled = new Settlement(1, NOW, 11, Disposition.LIMITED, 50_00, 0);
        accounts.applyOutcome(settled);
        accounts.applyOutcome(settled);
        assertThat(BlastRadius.of(THREE, accounts, NOW).balanceUsd()).isEqualTo(950.0);
    }

    private static Withdrawal asks(long id, long user, long accountDays, long cents, long balanceCents) {
        Account account = new Account(Account.Tier.RETAIL, Account.Jurisdiction.EU, NOW - accountDays * DAY);
        return new Withdrawal(
                id, user, NOW - DAY, SampleEvents.CALM, account, 10, 100, "BTC", cents, balanceCents, false, 7, true);
    }
}
