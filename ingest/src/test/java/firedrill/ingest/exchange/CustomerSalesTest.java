package firedrill.ingest.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firedrill.ingest.account.Archetype;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Deposit.PaymentRail;
import firedrill.ingest.event.ExchangeEvent.Login;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What honest people do around a sale, and thieves do as well: log in, sell what just came in, take the cash. */
class CustomerSalesTest {

    private static final long MINUTE = 60_000;
    private static final FraudEvents QUIET = FraudEvents.THREE_DAYS;

    @Test
    void threeInTenSellDepositedCoinsAndHalfOfThemWithdrawTheCash() {
        Map<Long, Long> sentIn = new HashMap<>();
        Map<Long, Long> sold = new HashMap<>();
        int deposits = 0;
        int sales = 0;
        int taken = 0;
        for (ExchangeEvent event : QUIET.run().events) {
            if (habit(event) != Archetype.ORDINARY || QUIET.isFraud(event)) {
                continue;
            }
            if (event instanceof Deposit deposit && deposit.rail() == PaymentRail.CRYPTO) {
                sentIn.put(event.userId(), event.timeMillis());
                deposits++;
            } else if (event instanceof Order order && isAllSold(order)) {
                boolean isSoon = isWithin(sentIn.remove(event.userId()), event, 41);
                sales += isSoon ? 1 : 0;
                if (isSoon) {
                    sold.put(event.userId(), event.timeMillis());
                }
            } else if (event instanceof Withdrawal withdrawal
                    && withdrawal.asset().equals("USDC")
                    && isWithin(sold.remove(event.userId()), event, 121)) {
                taken++;
            }
        }

        assertThat((double) sales / deposits).isCloseTo(0.3, within(0.08));
        assertThat((double) taken / sales).isCloseTo(0.5, within(0.12));
    }

    @Test
    void aThirdOfDepositsFromSelfCustodyComeFromASingleUseAddress() {
        List<Deposit> coins = QUIET.run()
                .eventsOf(Deposit.class)
                .filter(deposit -> deposit.rail() == PaymentRail.CRYPTO && habit(deposit) == Archetype.ORDINARY)
                .toList();
        Map<Long, Long> uses = coins.stream().collect(Collectors.groupingBy(Deposit::sourceId, Collectors.counting()));
        long known = coins.stream().filter(CustomerSalesTest::isFromMainAddress).count();
        long once = coins.stream()
                .filter(deposit -> !isFromMainAddress(deposit) && uses.getOrDefault(deposit.sourceId(), 0L) == 1)
                .count();

        assertThat((double) once / (once + known)).isCloseTo(0.35, within(0.06));
    }

    @Test
    void manyManualTradesFollowALoginButMostDoNot() {
        Map<Long, Long> loggedIn = new HashMap<>();
        long trades = 0;
        long soon = 0;
        for (ExchangeEvent event : QUIET.run().events) {
            if (habit(event) != Archetype.ORDINARY || QUIET.isFraud(event)) {
                continue;
            }
            if (event instanceof Login) {
                loggedIn.put(event.userId(), event.timeMillis());
            } else if (event instanceof Order order && order.details().apiKeyId() == 0 && !order.isHistorical()) {
                trades++;
                soon += isWithin(loggedIn.get(event.userId()), event, 15) ? 1 : 0;
            }
        }

        assertThat((double) soon / trades).isBetween(0.22, 0.45);
    }

    private static boolean isAllSold(Order order) {
        return order.side() == Side.SELL && order.notionalCents() >= 0.99 * order.holdingsCents();
    }

    private static boolean isWithin(@Nullable Long since, ExchangeEvent event, long minutes) {
        return since != null && event.timeMillis() - since < minutes * MINUTE;
    }

    private static boolean isFromMainAddress(Deposit deposit) {
        return deposit.sourceId()
                == QUIET.run().exchange.population().user(deposit.userId()).mainAddressId();
    }

    private static Archetype habit(ExchangeEvent event) {
        return QUIET.run().exchange.population().user(event.userId()).archetype();
    }
}
