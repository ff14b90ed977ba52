package firedrill.scoring.feature;

import static firedrill.scoring.feature.NaiveFeatures.DAY;
import static firedrill.scoring.feature.NaiveFeatures.HOUR;
import static firedrill.scoring.feature.NaiveFeatures.WEEK;
import static firedrill.scoring.feature.NaiveFeatures.clock;
import static firedrill.scoring.feature.NaiveFeatures.manyOthers;
import static firedrill.scoring.feature.NaiveFeatures.only;
import static firedrill.scoring.feature.NaiveFeatures.others;
import static firedrill.scoring.feature.NaiveFeatures.remembered;
import static firedrill.scoring.feature.NaiveFeatures.sinceFirst;
import static firedrill.scoring.feature.NaiveFeatures.sum;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.scoring.feature.NaiveFeatures.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The features of networks, funding sources and coins by their definitions, from all that happened before.
 *
 * @param own the earlier events of the event's user
 */
record NaiveSharedFeatures(List<ExchangeEvent> past, List<ExchangeEvent> own, ExchangeEvent event) {

    void fill(Map<Feature, Range> expected) {
        if (!(event instanceof Order) && NaiveUserFeatures.network(event) != 0) {
            fillNetwork(expected);
        }
        if (event instanceof Deposit || event instanceof Withdrawal) {
            fillSource(expected);
        }
        if (event instanceof Withdrawal withdrawal) {
            List<ExchangeEvent> same = past.stream()
                    .filter(e -> e instanceof Withdrawal w && w.addressId() == withdrawal.addressId())
                    .toList();
            List<ExchangeEvent> known = remembered(same, event);
            expected.put(Feature.ADDRESS_USERS_1H, others(known, event.userId(), clock(known, event), HOUR));
        }
        if (event instanceof Order order && order.symbol().equals("VIA-USD")) {
            fillSymbol(order, expected);
        }
    }

    private void fillNetwork(Map<Feature, Range> expected) {
        List<ExchangeEvent> same = remembered(
                past.stream()
                        .filter(e -> !(e instanceof Order)
                                && NaiveUserFeatures.network(e) == NaiveUserFeatures.network(event))
                        .toList(),
                event);
        long now = clock(same, event);
        expected.put(Feature.NETWORK_AGE_MINUTES, sinceFirst(same, now));
        expected.put(Feature.NETWORK_USERS_7D, manyOthers(same, event.userId(), now, WEEK, DAY));
        expected.put(
                Feature.NETWORK_WITHDRAWALS_1H,
                sum(only(same, Withdrawal.class), e -> 1, now, HOUR, NaiveFeatures.MINUTE_TILE));
    }

    /** A source has seen its deposits, and the withdrawals of the money that it sent last. */
    private void fillSource(Map<Feature, Range> expected) {
        long source = sourceAt(past.size());
        if (source == 0) {
            expected.put(Feature.SOURCE_USERS_7D, Range.exactly(0));
            expected.put(Feature.SOURCE_AGE_MINUTES, Range.exactly(NaiveFeatures.WEEK_MINUTES));
            return;
        }
        List<ExchangeEvent> all = new ArrayList<>();
        for (int i = 0; i < past.size(); i++) {
            if (sourceAt(i) == source) {
                all.add(past.get(i));
            }
        }
        List<ExchangeEvent> seen = remembered(all, event);
        long now = clock(seen, event);
        List<ExchangeEvent> deposits = only(seen, Deposit.class);
        expected.put(Feature.SOURCE_AGE_MINUTES, sinceFirst(deposits, now));
        expected.put(Feature.SOURCE_USERS_7D, manyOthers(deposits, event.userId(), now, WEEK, DAY));
    }

    /** The source that the event at {@code index} of the past concerns, 0 if none; the last index is the event itself. */
    private long sourceAt(int index) {
        ExchangeEvent at = index == past.size() ? event : past.get(index);
        if (at instanceof Deposit deposit) {
            return deposit.sourceId();
        }
        return at instanceof Withdrawal
                ? past.subList(0, index).stream()
                        .filter(e -> e instanceof Deposit && e.userId() == at.userId())
                        .mapToLong(e -> ((Deposit) e).sourceId())
                        .reduce(0, (earlier, later) -> later)
                : 0;
    }

    private void fillSymbol(Order order, Map<Feature, Range> expected) {
        List<ExchangeEvent> same = past.stream()
                .filter(e -> e instanceof Order o && o.symbol().equals(order.symbol()))
                .toList();
        List<ExchangeEvent> buys =
                same.stream().filter(e -> ((Order) e).side() == Order.Side.BUY).toList();
        expected.put(Feature.SYMBOL_BUYERS_1M, manyOthers(buys, event.userId(), clock(same, event), 60_000, 10_000));
        expected.put(
                Feature.SYMBOL_COUNTERPARTY_SHARE, share(buys, order.details().counterpartyId()));
    }

    /** Of the last sixteen orders, those that met {@code counterpartyId}, who is somebody. */
    static Range share(List<ExchangeEvent> orders, long counterpartyId) {
        List<ExchangeEvent> last = orders.subList(Math.max(0, orders.size() - 16), orders.size());
        Stream<ExchangeEvent> same =
                last.stream().filter(e -> ((Order) e).details().counterpartyId() == counterpartyId);
        return Range.exactly(last.isEmpty() || counterpartyId == 0 ? 0 : (double) same.count() / last.size());
    }
}
