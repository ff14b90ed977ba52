package firedrill.ingest.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Deposit.Funding;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Outcome.Settlement;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import firedrill.ingest.incident.Scheduled;
import firedrill.ingest.market.PricePath;
import firedrill.ingest.population.Asset;
import firedrill.ingest.population.User;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Every wallet once more, kept by what the exchange told alone; whoever keeps books outside can do the same. */
final class ShadowBooks {

    private record Holding(long userId, Asset asset) {}

    private record Pending(Decided event, Asset asset, long quantity) {}

    private final Map<Holding, Long> free = new HashMap<>();
    private final Map<Long, Pending> pending = new HashMap<>();
    private final PricePath prices;

    ShadowBooks(Exchange exchange, long seed, List<Scheduled> timeline) {
        prices = new PricePath(new Chance(seed), timeline, exchange.startMillis());
        for (User user : exchange.population().users()) {
            for (Asset asset : Asset.values()) {
                free.put(new Holding(user.id(), asset), user.wallet().free(asset));
            }
        }
    }

    void event(ExchangeEvent event) {
        long price = event.market().priceCents();
        if (event instanceof Deposit deposit) {
            Asset asset = deposit.funding() == Funding.CRYPTO ? Asset.COIN : Asset.CASH;
            add(event.userId(), asset, asset.quantity(deposit.amountCents(), price));
        } else if (event instanceof Order order) {
            Asset sold = order.side() == Side.SELL ? Asset.COIN : Asset.CASH;
            assertThat(order.holdingsCents()).isEqualTo(sold.valueCents(held(order.userId(), sold), price));
            setAside(order, sold);
        } else if (event instanceof Withdrawal withdrawal) {
            Asset asset = withdrawal.asset().equals(Asset.COIN.symbol()) ? Asset.COIN : Asset.CASH;
            long worth = Asset.CASH.valueCents(held(withdrawal.userId(), Asset.CASH), price)
                    + Asset.COIN.valueCents(held(withdrawal.userId(), Asset.COIN), price);
            assertThat(withdrawal.balanceCents()).isEqualTo(worth);
            setAside(withdrawal, asset);
        }
    }

    void settlement(Settlement settlement) {
        Pending settled = Objects.requireNonNull(
                pending.remove(settlement.eventId()), () -> "settled twice, or never asked: " + settlement);
        assertThat(settlement.amountCents()).isEqualTo(settled.event().amountCents());
        long price = prices.advanceTo(settlement.timeMillis()).priceCents();
        double asked = settled.event().market().priceCents();
        double against = settled.asset() == Asset.COIN ? asked - price : price - asked;
        assertThat(settlement.opportunityLossCents())
                .isEqualTo(Math.round(settlement.amountCents() * Math.max(0, against / asked)));
        if (settlement.disposition() != Disposition.RELEASED) {
            add(settlement.userId(), settled.asset(), settled.quantity());
        } else if (settled.event() instanceof Order order) {
            long paidCents = settled.asset().valueCents(settled.quantity(), price)
                    - Economics.orderFeeCents(order.notionalCents());
            Asset bought = order.side() == Side.BUY ? Asset.COIN : Asset.CASH;
            add(settlement.userId(), bought, bought.quantity(Math.max(0, paidCents), price));
        }
    }

    void assertEqualTo(Exchange exchange) {
        Map<Holding, Long> aside = new HashMap<>();
        for (Pending open : pending.values()) {
            aside.merge(new Holding(open.event().userId(), open.asset()), open.quantity(), Long::sum);
        }
        for (User user : exchange.population().users()) {
            for (Asset asset : Asset.values()) {
                assertThat(user.wallet().free(asset)).isEqualTo(held(user.id(), asset));
                assertThat(user.wallet().aside(asset)).isEqualTo(aside.getOrDefault(new Holding(user.id(), asset), 0L));
            }
        }
        assertThat(exchange.census().unsettled()).isEqualTo(pending.size());
    }

    private void setAside(Decided event, Asset asset) {
        long all = held(event.userId(), asset);
        long price = event.market().priceCents();
        boolean isAll = event.amountCents() == asset.valueCents(all, price);
        long quantity = isAll ? all : asset.quantity(event.amountCents(), price);
        add(event.userId(), asset, -quantity);
        pending.put(event.id(), new Pending(event, asset, quantity));
    }

    private long held(long userId, Asset asset) {
        return free.getOrDefault(new Holding(userId, asset), 0L);
    }

    private void add(long userId, Asset asset, long quantity) {
        long sum = free.merge(new Holding(userId, asset), quantity, Long::sum);
        assertThat(sum).as("%s of user %s", asset, userId).isNotNegative();
    }
}
