package firedrill.ingest.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.account.AddressGenerator;
import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.User;
import firedrill.ingest.account.Wallet;
import firedrill.ingest.customer.CustomerContext;
import firedrill.ingest.customer.CustomerParameters;
import firedrill.ingest.customer.Population;
import firedrill.ingest.customer.arrival.ArrivalProcess;
import firedrill.ingest.customer.reaction.ChurnModel;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Deposit.PaymentRail;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Outcome.DepositReturn;
import firedrill.ingest.exchange.api.DepositSource;
import firedrill.ingest.exchange.api.OrderIntent;
import firedrill.ingest.market.Asset;
import firedrill.ingest.market.MarketParameters;
import firedrill.ingest.market.PricePath;
import firedrill.ingest.random.RandomSource;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** What the exchange does to an account without asking: selling it out, and taking a deposit back. */
class LiquidationAndClawbackTest {

    private static final long START = ExchangeSettings.DEFAULT.startMillis();
    private static final long MANY_CENTS = 1_000_000;

    private final RandomSource random = new RandomSource(5);
    private final SimulationScheduler agenda = new SimulationScheduler(START);
    private final PricePath prices = new PricePath(MarketParameters.DEFAULT, random, List.of(), START);
    private final List<ExchangeEvent> events = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final ExchangeListener listener = ExchangeListener.of(events::add, outcomes::add, truth -> {
        throw new AssertionError("nobody steals here: " + truth);
    });
    private final CustomerParameters customers = WorldParameters.DEFAULT.customer();
    private final AddressGenerator addresses = new AddressGenerator(customers.addresses(), random);
    private final Population population = new Population(5_000, customers, addresses, random, START, prices);
    private final OrderExecution fills = new OrderExecution(population, prices, ExchangeParameters.DEFAULT);
    private final ExchangeGateway desk = new ExchangeGateway(
            agenda,
            prices,
            new EventIdSequence(1),
            listener,
            fills,
            new ExecutionCostModel(ExchangeParameters.DEFAULT.book()),
            new SettlementEngine(agenda, prices, listener, fills, random, ExchangeSettings.DEFAULT.withUsers(5_000)));
    private final User user = population.user(1);

    @Test
    void aLiquidationIsAnOrderWithoutADecision() {
        user.wallet().credit(Asset.ETH, Asset.ETH.quantity(MANY_CENTS, prices));
        long before = user.wallet().availableCents(prices);
        OrderIntent everything = OrderIntent.market(Asset.ETH, Side.SELL, Long.MAX_VALUE);

        desk.liquidate(user, new ClientSession(user.mainDeviceId(), 0), everything);

        assertThat(events).singleElement().isInstanceOfSatisfying(Order.class, order -> {
            assertThat(order.isHistorical()).isTrue();
            assertThat(order.requiresDecision()).isFalse();
        });
        assertThat(user.wallet().availableQuantity(Asset.ETH)).isZero();
        assertThat(user.wallet().reservedQuantity(Asset.ETH)).isZero();
        assertThat(user.wallet().availableCents(prices)).isBetween(before - MANY_CENTS / 500, before);
    }

    @Test
    void whenTheMarketIsSoldOutSoAreThoseOnMarginInProportion() {
        var context = CustomerContext.of(desk, population, addresses, customers, random);
        var arrivals = new ArrivalProcess(context, new ChurnModel(context));
        long second = START;
        for (int i = 0; i < 100; i++) {
            arrivals.generateArrivals(second, prices.snapshot(), 1, 0.004);
            second += 1_000;
        }
        while (agenda.nextTaskMillis() < second) {
            agenda.runNext();
        }

        long forced = events.stream()
                .filter(event -> event instanceof Order order && order.isHistorical())
                .count();
        assertThat(forced).isBetween(60L, 200L);
    }

    @Test
    void aDepositThatIsCalledBackTakesCashThenCoinsAndTheRestIsALoss() {
        Wallet wallet = user.wallet();
        empty(wallet);
        var source = new DepositSource(PaymentRail.BANK, 9, 86_400_000);
        long id = desk.deposit(user, Asset.CASH, MANY_CENTS, source);
        wallet.reserve(Asset.CASH, 700_000);
        wallet.debitReserved(Asset.CASH, 700_000);
        wallet.credit(Asset.BTC, Asset.BTC.quantity(100_000, prices));

        desk.returnDeposit(user, id, MANY_CENTS);

        assertThat(wallet.availableCents(prices)).isZero();
        assertThat(outcomes).singleElement().isInstanceOfSatisfying(DepositReturn.class, returned -> {
            assertThat(returned.depositEventId()).isEqualTo(id);
            assertThat(returned.amountCents()).isEqualTo(MANY_CENTS);
            assertThat(returned.shortfallCents()).isBetween(600_000L, 600_001L);
        });
    }

    @Property(tries = 200)
    void whatIsTakenBackAndWhatIsMissingAddUp(
            @ForAll @LongRange(min = 0, max = 50_000_000) long cash,
            @ForAll @LongRange(min = 0, max = 50_000_000) long coins,
            @ForAll @LongRange(min = 1, max = 90_000_000) long owed) {
        var wallet = new Wallet();
        wallet.credit(Asset.CASH, cash);
        wallet.credit(Asset.SOL, Asset.SOL.quantity(coins, prices));
        long before = wallet.availableCents(prices);

        long missing = DepositClawback.debit(wallet, owed, prices);

        long taken = before - wallet.availableCents(prices);
        assertThat(missing).isBetween(Math.max(0, owed - before), owed);
        assertThat(taken + missing).isBetween(owed - 1, owed + 1);
    }

    private void empty(Wallet wallet) {
        for (Asset asset : Asset.values()) {
            long free = wallet.availableQuantity(asset);
            wallet.reserve(asset, free);
            wallet.debitReserved(asset, free);
        }
    }
}
