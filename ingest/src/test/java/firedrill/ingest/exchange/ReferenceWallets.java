package firedrill.ingest.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.account.User;
import firedrill.ingest.event.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Outcome.DepositReturn;
import firedrill.ingest.event.Outcome.Settlement;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import firedrill.ingest.market.Asset;
import firedrill.ingest.market.MarketParameters;
import firedrill.ingest.market.PricePath;
import firedrill.ingest.market.PriceShock;
import firedrill.ingest.random.RandomSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Every wallet once more, kept by what the exchange told alone; whoever keeps books outside can do the same. */
final class ReferenceWallets {

    private record Holding(long userId, Asset asset) {}

    private record PendingTransfer(DecisionRequest event, Asset asset, long quantity, Asset coin, long coinCents) {

        PendingTransfer moved(long part) {
            return new PendingTransfer(event, asset, part, coin, coinCents);
        }
    }

    private static final ExecutionCostModel COSTS = new ExecutionCostModel(ExchangeParameters.DEFAULT.book());

    private final Map<Holding, Long> free = new HashMap<>();
    private final Set<Long> ofRings = new HashSet<>();
    private final Map<Long, PendingTransfer> pending = new HashMap<>();
    private final PricePath prices;

    ReferenceWallets(Exchange exchange, long seed, List<PriceShock> shocks) {
        prices = new PricePath(MarketParameters.DEFAULT, new RandomSource(seed), shocks, exchange.startMillis());
        for (User user : exchange.population().users()) {
            if (user.isRingAccount()) {
                ofRings.add(user.id());
            }
            for (Asset asset : Asset.values()) {
                free.put(new Holding(user.id(), asset), user.wallet().availableQuantity(asset));
            }
        }
    }

    void onEvent(ExchangeEvent event) {
        prices.advanceTo(event.timeMillis());
        if (event instanceof Deposit deposit) {
            Asset asset = Asset.fromSymbol(deposit.asset());
            add(event.userId(), asset, asset.quantity(deposit.amountCents(), prices));
        } else if (event instanceof Order order) {
            Asset coin = Asset.fromSymbol(order.symbol());
            Asset sold = order.side() == Side.SELL ? coin : Asset.CASH;
            assertThat(order.holdingsCents()).isEqualTo(sold.valueCents(held(order.userId(), sold), prices));
            setAside(order, sold, coin);
            if (order.isHistorical()) {
                pay(order, order.notionalCents(), remove(order.id()));
            }
        } else if (event instanceof Withdrawal withdrawal) {
            Asset asset = Asset.fromSymbol(withdrawal.asset());
            long worth = Stream.of(Asset.values())
                    .mapToLong(held -> held.valueCents(held(withdrawal.userId(), held), prices))
                    .sum();
            assertThat(withdrawal.balanceCents()).isEqualTo(worth);
            setAside(withdrawal, asset, asset == Asset.CASH ? Asset.BTC : asset);
        }
    }

    void onSettlement(Settlement settlement) {
        PendingTransfer settled = remove(settlement.eventId());
        prices.advanceTo(settlement.timeMillis());
        double asked = settled.coinCents();
        double rise = prices.priceCents(settled.coin()) - asked;
        double against = settled.asset() == Asset.CASH ? rise : -rise;
        assertThat(settlement.opportunityLossCents())
                .isEqualTo(Math.round(settlement.amountCents() * Math.max(0, against / asked)));
        long moved = moved(settlement, settled);
        add(settlement.userId(), settled.asset(), settled.quantity() - moved);
        if (moved > 0 && settled.event() instanceof Order order) {
            pay(order, settlement.amountCents(), settled.moved(moved));
        }
    }

    /** A deposit was called back: cash goes first, then coins in their order, and what is missing is missing. */
    void onDepositReturned(DepositReturn returned) {
        prices.advanceTo(returned.timeMillis());
        long owed = returned.amountCents();
        for (Asset asset : Asset.values()) {
            long all = held(returned.userId(), asset);
            long worth = asset.valueCents(all, prices);
            add(returned.userId(), asset, -(worth <= owed ? all : asset.quantity(owed, prices)));
            owed -= Math.min(owed, worth);
        }
        assertThat(returned.shortfallCents()).isEqualTo(owed);
    }

    private void pay(Order order, long notionalCents, PendingTransfer sold) {
        double share = COSTS.filledShare(order.details());
        long traded = share == 1 ? sold.quantity() : (long) (sold.quantity() * share);
        add(order.userId(), sold.asset(), sold.quantity() - traded);
        double kept = ExecutionCostModel.proceedsShare(order.side(), order.details());
        long receivedCents = (long) (sold.asset().valueCents(traded, prices) * kept);
        long feeCents = ExchangeParameters.DEFAULT.economics().orderFeeCents((long) (notionalCents * share));
        Asset bought = order.side() == Side.BUY ? sold.coin() : Asset.CASH;
        meet(order.details().counterpartyId(), sold.asset(), traded, bought, bought.quantity(receivedCents, prices));
        add(order.userId(), bought, bought.quantity(Math.max(0, receivedCents - feeCents), prices));
    }

    /** An account of a ring that is named as the other side takes what is paid and gives what is received. */
    private void meet(long counterpartyId, Asset paid, long paidQuantity, Asset given, long givenQuantity) {
        if (ofRings.contains(counterpartyId) && held(counterpartyId, given) >= givenQuantity) {
            add(counterpartyId, given, -givenQuantity);
            add(counterpartyId, paid, paidQuantity);
        }
    }

    private PendingTransfer remove(long eventId) {
        return Objects.requireNonNull(pending.remove(eventId), () -> "settled twice, or never asked: " + eventId);
    }

    private static long moved(Settlement settlement, PendingTransfer settled) {
        if (settlement.disposition() == Disposition.LIMITED) {
            assertThat(settlement.amountCents()).isLessThan(settled.event().amountCents());
            return (long) (settled.quantity()
                    * ((double) settlement.amountCents() / settled.event().amountCents()));
        }
        assertThat(settlement.amountCents()).isEqualTo(settled.event().amountCents());
        return settlement.disposition() == Disposition.RELEASED ? settled.quantity() : 0;
    }

    void assertEqualTo(Exchange exchange) {
        Map<Holding, Long> aside = new HashMap<>();
        for (PendingTransfer open : pending.values()) {
            aside.merge(new Holding(open.event().userId(), open.asset()), open.quantity(), Long::sum);
        }
        for (User user : exchange.population().users()) {
            for (Asset asset : Asset.values()) {
                assertThat(user.wallet().availableQuantity(asset)).isEqualTo(held(user.id(), asset));
                assertThat(user.wallet().reservedQuantity(asset))
                        .isEqualTo(aside.getOrDefault(new Holding(user.id(), asset), 0L));
            }
        }
        assertThat(exchange.status().unsettledRequests()).isEqualTo(pending.size());
    }

    private void setAside(DecisionRequest event, Asset asset, Asset coin) {
        long all = held(event.userId(), asset);
        boolean isAll = event.amountCents() == asset.valueCents(all, prices);
        long quantity = isAll ? all : asset.quantity(event.amountCents(), prices);
        add(event.userId(), asset, -quantity);
        pending.put(event.id(), new PendingTransfer(event, asset, quantity, coin, prices.priceCents(coin)));
    }

    private long held(long userId, Asset asset) {
        return free.getOrDefault(new Holding(userId, asset), 0L);
    }

    private void add(long userId, Asset asset, long quantity) {
        long sum = free.merge(new Holding(userId, asset), quantity, Long::sum);
        assertThat(sum).as("%s of user %s", asset, userId).isNotNegative();
    }
}
