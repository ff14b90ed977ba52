package firedrill.scoring.job.operator;

import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.OrderDetails;
import firedrill.scoring.job.JobFixtures;

/** The events that an old state is asked about. */
final class StateProbe {

    private static final long TIME_MILLIS = JobFixtures.START_MILLIS + 45 * 60_000;

    static final Withdrawal WITHDRAWAL = new Withdrawal(
            9_001,
            7,
            TIME_MILLIS,
            JobFixtures.MARKET,
            JobFixtures.ACCOUNT,
            70,
            7,
            "BTC",
            950_00,
            2_000_00,
            false,
            7,
            true);

    static final Order ORDER = new Order(
            9_002,
            7,
            TIME_MILLIS,
            JobFixtures.MARKET,
            JobFixtures.ACCOUNT,
            70,
            "VIA-USD",
            Order.Side.BUY,
            500_00,
            2_000_00,
            false,
            new OrderDetails(OrderDetails.OrderType.MARKET, 3, 7, 0, 0, 7));

    private StateProbe() {}
}
