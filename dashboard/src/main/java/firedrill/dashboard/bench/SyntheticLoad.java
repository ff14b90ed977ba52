package firedrill.dashboard.bench;

import firedrill.ingest.event.Account;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Login;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.event.OrderDetails;
import java.time.Duration;
import java.util.SplittableRandom;

/**
 * Load of exactly known size and rate, unlike that of the simulated exchange. Each event has a uniformly drawn user.
 * Orders, logins, deposits and withdrawals, with two devices, one network and one address per user.
 */
final class SyntheticLoad {

    private static final long START_MILLIS = 1_767_225_600_000L;
    private static final MarketSnapshot MARKET = new MarketSnapshot(0.5, -0.25, 6_000_000);
    private static final Account ACCOUNT =
            new Account(Account.Tier.RETAIL, Account.Jurisdiction.EU, START_MILLIS - 40_000_000_000L);
    private static final String[] SYMBOLS = {"BTC-USD", "ETH-USD", "SOL-USD", "VIA-USD"};

    private final int users;
    private final double millisPerEvent;
    private final SplittableRandom random = new SplittableRandom(7);
    private long generated;

    /**
     * A load before its first event.
     *
     * @param perUserAndHour events of each user within an hour of simulated time, on average
     */
    SyntheticLoad(int users, double perUserAndHour) {
        this.users = users;
        this.millisPerEvent = Duration.ofHours(1).toMillis() / (perUserAndHour * users);
    }

    /** The next events. */
    ExchangeEvent[] next(int count) {
        ExchangeEvent[] events = new ExchangeEvent[count];
        for (int i = 0; i < count; i++) {
            events[i] = next();
        }
        return events;
    }

    private ExchangeEvent next() {
        long id = ++generated;
        long timeMillis = START_MILLIS + (long) (id * millisPerEvent);
        long user = 1L + random.nextInt(users);
        long device = 2 * user + random.nextInt(2);
        long network = 1 + user / 4;
        long cents = 1_000L + random.nextInt(1_000_000);
        int kind = random.nextInt(100);
        if (kind < 78) {
            return order(id, user, timeMillis, device, cents, network);
        }
        if (kind < 90) {
            return new Login(id, user, timeMillis, MARKET, device, network, Login.Factor.APP);
        }
        if (kind < 95) {
            return new Deposit(
                    id, user, timeMillis, MARKET, cents, Deposit.PaymentRail.BANK, "USDC", 1 + user / 2, timeMillis);
        }
        return new Withdrawal(
                id, user, timeMillis, MARKET, ACCOUNT, device, user, "BTC", cents, 2 * cents, false, network, true);
    }

    private Order order(long id, long user, long timeMillis, long device, long cents, long network) {
        return new Order(
                id,
                user,
                timeMillis,
                MARKET,
                ACCOUNT,
                device,
                SYMBOLS[random.nextInt(SYMBOLS.length)],
                random.nextBoolean() ? Order.Side.BUY : Order.Side.SELL,
                cents,
                2 * cents,
                false,
                new OrderDetails(OrderDetails.OrderType.MARKET, 3, random.nextInt(20), 0, 0, network));
    }
}
