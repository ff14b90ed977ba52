package firedrill.ingest.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Deposit.Funding;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Outcome.DepositReturned;
import firedrill.ingest.event.Truth;
import firedrill.ingest.market.Asset;
import firedrill.ingest.market.PricePath;
import firedrill.ingest.population.Addresses;
import firedrill.ingest.population.Crowd;
import firedrill.ingest.population.Draft;
import firedrill.ingest.population.Population;
import firedrill.ingest.population.PopulationSettings;
import firedrill.ingest.population.Session;
import firedrill.ingest.population.Source;
import firedrill.ingest.population.User;
import firedrill.ingest.population.Wallet;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** What the exchange does to an account without asking: selling it out, and taking a deposit back. */
class ForcedTest {

    private static final long START = ExchangeSettings.DEFAULT.startMillis();
    private static final long MANY_CENTS = 1_000_000;

    private final Chance chance = new Chance(5);
    private final Agenda agenda = new Agenda(START);
    private final PricePath prices = new PricePath(chance, List.of(), START);
    private final Book book = new Book();
    private final Addresses addresses = new Addresses(chance);
    private final Population population = new Population(5_000, chance, addresses, START, prices);
    private final Fills fills = new Fills(population, prices);
    private final Desk desk = new Desk(
            agenda,
            prices,
            new Ids(1),
            book,
            fills,
            new Requests(agenda, prices, book, fills, chance, ExchangeSettings.DEFAULT.withUsers(5_000)));
    private final User user = population.user(1);

    @Test
    void aLiquidationIsAnOrderThatNobodyIsAskedAbout() {
        user.wallet().add(Asset.ETH, Asset.ETH.quantity(MANY_CENTS, prices));
        long before = user.wallet().freeCents(prices);
        Draft everything = Draft.market(Asset.ETH, Side.SELL, Long.MAX_VALUE);

        desk.liquidate(user, new Session(user.mainDevice(), 0), everything);

        assertThat(book.events).singleElement().isInstanceOfSatisfying(Order.class, order -> {
            assertThat(order.settled()).isTrue();
            assertThat(order.awaitsAnswer()).isFalse();
        });
        assertThat(user.wallet().free(Asset.ETH)).isZero();
        assertThat(user.wallet().aside(Asset.ETH)).isZero();
        assertThat(user.wallet().freeCents(prices)).isBetween(before - MANY_CENTS / 500, before);
    }

    @Test
    void whenTheMarketIsSoldOutSoAreThoseOnMarginInProportion() {
        var crowd = new Crowd(population, addresses, desk, chance, PopulationSettings.DEFAULT);
        long second = START;
        for (int i = 0; i < 100; i++) {
            crowd.arrive(second, prices.now(), 1, 0.004);
            second += 1_000;
        }
        while (agenda.nextMillis() < second) {
            agenda.doNext();
        }

        long forced = book.events.stream()
                .filter(event -> event instanceof Order order && order.settled())
                .count();
        assertThat(forced).isBetween(60L, 200L);
    }

    @Test
    void aDepositThatIsCalledBackTakesCashThenCoinsAndTheRestIsALoss() {
        Wallet wallet = user.wallet();
        empty(wallet);
        var source = new Source(Funding.BANK, 9, 86_400_000);
        long id = desk.deposit(user, Asset.CASH, MANY_CENTS, source);
        wallet.setAside(Asset.CASH, 700_000);
        wallet.spend(Asset.CASH, 700_000);
        wallet.add(Asset.BTC, Asset.BTC.quantity(100_000, prices));

        desk.takeBack(user, id, MANY_CENTS);

        assertThat(wallet.freeCents(prices)).isZero();
        assertThat(book.outcomes).singleElement().isInstanceOfSatisfying(DepositReturned.class, returned -> {
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
        wallet.add(Asset.CASH, cash);
        wallet.add(Asset.SOL, Asset.SOL.quantity(coins, prices));
        long before = wallet.freeCents(prices);

        long missing = Clawback.from(wallet, owed, prices);

        long taken = before - wallet.freeCents(prices);
        assertThat(missing).isBetween(Math.max(0, owed - before), owed);
        assertThat(taken + missing).isBetween(owed - 1, owed + 1);
    }

    private void empty(Wallet wallet) {
        for (Asset asset : Asset.values()) {
            long free = wallet.free(asset);
            wallet.setAside(asset, free);
            wallet.spend(asset, free);
        }
    }

    /** Keeps what it is told. */
    private static final class Book implements Tape {

        final List<ExchangeEvent> events = new ArrayList<>();
        final List<Outcome> outcomes = new ArrayList<>();

        @Override
        public void event(ExchangeEvent event) {
            events.add(event);
        }

        @Override
        public void outcome(Outcome outcome) {
            outcomes.add(outcome);
        }

        @Override
        public void truth(Truth truth) {
            throw new AssertionError("nobody steals here: " + truth);
        }
    }
}
