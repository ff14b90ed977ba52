package firedrill.dashboard.runtime;

import firedrill.ingest.event.Account;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.MarketSnapshot;

/** What a test asks of a running job. */
public final class WithdrawalFixture {

    /** One user's withdrawals, a second after each other. */
    public static Withdrawal withdrawal(long id) {
        return new Withdrawal(
                id,
                11,
                1_767_571_200_000L + id * 1_000,
                new MarketSnapshot(0, 0, 6_000_000),
                new Account(Account.Tier.RETAIL, Account.Jurisdiction.EU, 1_700_000_000_000L),
                12,
                13,
                "BTC",
                10_000,
                20_000,
                false,
                0,
                true);
    }

    private WithdrawalFixture() {}
}
