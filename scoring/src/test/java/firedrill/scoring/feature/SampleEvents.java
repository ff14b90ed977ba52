package firedrill.scoring.feature;

import firedrill.ingest.event.Account;
import firedrill.ingest.event.ExchangeEvent.CredentialChange;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Login;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.event.OrderDetails;

/** Events with the parts that a test does not care about filled in. */
public final class SampleEvents {

    public static final MarketSnapshot CALM = new MarketSnapshot(0, 0, 6_000_000);
    public static final Account ACCOUNT = new Account(Account.Tier.RETAIL, Account.Jurisdiction.EU, 0);

    /** Of 5,000 dollars from an account of 5,200. */
    public static final Withdrawal DRAIN =
            new Withdrawal(77, 5, 1_767_225_600_000L, CALM, ACCOUNT, 4, 6, "BTC", 500_000, 520_000, false, 0, true);

    public static Login login(long id, long userId, long timeMillis, long deviceId) {
        return new Login(id, userId, timeMillis, CALM, deviceId);
    }

    public static CredentialChange credentialChange(long id, long userId, long timeMillis, long deviceId) {
        return new CredentialChange(id, userId, timeMillis, CALM, deviceId, CredentialChange.Credential.PASSWORD);
    }

    public static Deposit deposit(long id, long userId, long timeMillis, long amountCents) {
        return new Deposit(id, userId, timeMillis, CALM, amountCents, Deposit.PaymentRail.BANK);
    }

    /** Opened two days earlier for each user than for the one before, back from late 2023. */
    private static Account account(long userId) {
        long opened = 1_700_000_000_000L - userId * 2 * 86_400_000;
        return new Account(Account.Tier.RETAIL, Account.Jurisdiction.EU, Math.max(opened, 0));
    }

    public static Order order(
            long id, long userId, long timeMillis, long deviceId, Order.Side side, long notionalCents) {
        return new Order(
                id,
                userId,
                timeMillis,
                CALM,
                account(userId),
                deviceId,
                "BTC-USD",
                side,
                notionalCents,
                2 * notionalCents,
                false,
                OrderDetails.manualMarketOrder(0));
    }

    public static Withdrawal withdrawal(
            long id, long userId, long timeMillis, long deviceId, long addressId, long amountCents) {
        return new Withdrawal(
                id,
                userId,
                timeMillis,
                CALM,
                ACCOUNT,
                deviceId,
                addressId,
                "BTC",
                amountCents,
                4 * amountCents,
                false,
                0,
                true);
    }

    private SampleEvents() {}
}
