package firedrill.scoring.feature;

import firedrill.ingest.event.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.CredentialChange;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Login;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * The features by their definitions: keeps every event and counts again each time. Shares no code with the fold.
 *
 * <p>A sum over tiles is known up to the oldest tile, so each answer is a range.
 */
final class NaiveFeatures {

    static final long HOUR = Duration.ofHours(1).toMillis();
    static final long DAY = Duration.ofDays(1).toMillis();
    static final long WEEK = Duration.ofDays(7).toMillis();
    static final long MONTH = Duration.ofDays(30).toMillis();
    static final long MINUTE_TILE = Duration.ofMinutes(1).toMillis();
    static final long HALF_HOUR_TILE = Duration.ofMinutes(30).toMillis();
    static final double WEEK_MINUTES = 7 * 24 * 60;

    private final List<ExchangeEvent> past = new ArrayList<>();
    private final NaiveRisk risk = new NaiveRisk();
    private final NaiveClusters clusters = new NaiveClusters();

    /** What a feature may be, ends included. */
    record Range(double low, double high) {
        static Range exactly(double value) {
            return new Range(value, value);
        }
    }

    Map<Feature, Range> observe(ExchangeEvent event) {
        Map<Feature, Range> expected = new EnumMap<>(Feature.class);
        new NaiveEventFeatures(event).fill(expected);
        ofUser(event, expected);
        ofDevice(event, expected);
        ofAddress(event, expected);
        List<ExchangeEvent> own = past(other -> other.userId() == event.userId());
        new NaiveUserFeatures(own, event, clock(own, event)).fill(expected);
        new NaiveSharedFeatures(past, own, event).fill(expected);
        risk.observe(event, expected);
        clusters.observe(event);
        past.add(event);
        return expected;
    }

    void learn(Outcome outcome) {
        risk.learn(outcome);
        clusters.learn(outcome.userId(), (Math.floorDiv(outcome.timeMillis(), NaiveRisk.BATCH) + 2) * NaiveRisk.BATCH);
    }

    private void ofUser(ExchangeEvent event, Map<Feature, Range> expected) {
        List<ExchangeEvent> own = past(other -> other.userId() == event.userId());
        long now = clock(own, event);
        List<ExchangeEvent> withdrawals = only(own, Withdrawal.class);
        List<ExchangeEvent> sells = own.stream()
                .filter(e -> e instanceof Order order && order.side() == Order.Side.SELL)
                .toList();
        expected.put(Feature.WITHDRAWALS_1H, sum(withdrawals, e -> 1, now, HOUR, MINUTE_TILE));
        expected.put(Feature.WITHDRAWN_USD_24H, sum(withdrawals, NaiveFeatures::usd, now, DAY, HALF_HOUR_TILE));
        expected.put(Feature.SOLD_USD_1H, sum(sells, NaiveFeatures::usd, now, HOUR, MINUTE_TILE));
        expected.put(Feature.LOGINS_1H, sum(only(own, Login.class), e -> 1, now, HOUR, MINUTE_TILE));
        expected.put(
                Feature.MINUTES_SINCE_CREDENTIAL_CHANGE,
                sinceLast(
                        own.stream()
                                .filter(e -> e instanceof CredentialChange change
                                        && change.credential() != CredentialChange.Credential.SIM
                                        && change.credential() != CredentialChange.Credential.API_KEY)
                                .toList(),
                        now));
        expected.put(Feature.MINUTES_SINCE_DEPOSIT, sinceLast(only(own, Deposit.class), now));
        if (event.deviceId() != 0) {
            expected.put(
                    Feature.MINUTES_SINCE_DEVICE_FIRST_USED,
                    sinceFirst(
                            own.stream()
                                    .filter(e -> e.deviceId() == event.deviceId())
                                    .toList(),
                            now));
        }
        if (event instanceof Withdrawal withdrawal) {
            expected.put(
                    Feature.MINUTES_SINCE_ADDRESS_FIRST_USED,
                    sinceFirst(
                            own.stream()
                                    .filter(e -> e instanceof Withdrawal w && w.addressId() == withdrawal.addressId())
                                    .toList(),
                            now));
        }
        if (event instanceof DecisionRequest) {
            expected.put(Feature.AMOUNT_TO_USUAL, toUsual(only(own, DecisionRequest.class), event));
        }
    }

    private void ofDevice(ExchangeEvent event, Map<Feature, Range> expected) {
        if (event.deviceId() != 0) {
            List<ExchangeEvent> same = remembered(past(other -> other.deviceId() == event.deviceId()), event);
            long now = clock(same, event);
            expected.put(Feature.DEVICE_AGE_MINUTES, sinceFirst(same, now));
            expected.put(Feature.DEVICE_USERS_7D, others(same, event.userId(), now));
        }
    }

    private void ofAddress(ExchangeEvent event, Map<Feature, Range> expected) {
        if (event instanceof Withdrawal withdrawal) {
            List<ExchangeEvent> same = remembered(
                    past(other -> other instanceof Withdrawal w && w.addressId() == withdrawal.addressId()), event);
            long now = clock(same, event);
            expected.put(Feature.ADDRESS_AGE_MINUTES, sinceFirst(same, now));
            expected.put(Feature.ADDRESS_USERS_7D, others(same, event.userId(), now));
            expected.put(Feature.ADDRESS_DEVICES_7D, otherDevices(same, withdrawal, now));
            clusters.fill(withdrawal.addressId(), now, expected);
            expected.put(Feature.ADDRESS_RECEIVED_USD_24H, sum(same, NaiveFeatures::usd, now, DAY, HALF_HOUR_TILE));
        }
    }

    private static Range otherDevices(List<ExchangeEvent> same, Withdrawal asked, long now) {
        return Range.exactly((double) same.stream()
                .filter(e -> e.timeMillis() > now - WEEK && e.deviceId() != asked.deviceId())
                .map(ExchangeEvent::deviceId)
                .distinct()
                .count());
    }

    private List<ExchangeEvent> past(Predicate<ExchangeEvent> wanted) {
        return past.stream().filter(wanted).toList();
    }

    static List<ExchangeEvent> only(List<ExchangeEvent> events, Class<? extends ExchangeEvent> kind) {
        return events.stream().filter(kind::isInstance).toList();
    }

    /** Of all that something was seen with before {@code event}, what came after its last month of silence. */
    static List<ExchangeEvent> remembered(List<ExchangeEvent> seen, ExchangeEvent event) {
        List<ExchangeEvent> all = new ArrayList<>(seen);
        all.add(event);
        int from = 0;
        long clock = all.get(0).timeMillis();
        for (int i = 1; i < all.size(); i++) {
            boolean isSilent = all.get(i).timeMillis() - clock > MONTH;
            from = isSilent ? i : from;
            clock = isSilent
                    ? all.get(i).timeMillis()
                    : Math.max(clock, all.get(i).timeMillis());
        }
        return seen.subList(from, seen.size());
    }

    static long clock(List<ExchangeEvent> before, ExchangeEvent now) {
        return Math.max(
                now.timeMillis(),
                before.stream().mapToLong(ExchangeEvent::timeMillis).max().orElse(now.timeMillis()));
    }

    static double usd(ExchangeEvent event) {
        return ((DecisionRequest) event).amountCents() / 100.0;
    }

    static Range sum(
            List<ExchangeEvent> events, ToDoubleFunction<ExchangeEvent> amount, long now, long window, long tile) {
        double all = events.stream()
                .filter(e -> e.timeMillis() > now - window)
                .mapToDouble(amount)
                .sum();
        double withoutOldestTile = events.stream()
                .filter(e -> e.timeMillis() >= now - window + tile)
                .mapToDouble(amount)
                .sum();
        return new Range(withoutOldestTile, all);
    }

    static Range sinceLast(List<ExchangeEvent> events, long now) {
        return Range.exactly(events.stream().mapToLong(ExchangeEvent::timeMillis).max().stream()
                .mapToDouble(last -> Math.min((now - last) / 60_000.0, WEEK_MINUTES))
                .findFirst()
                .orElse(WEEK_MINUTES));
    }

    static Range sinceFirst(List<ExchangeEvent> events, long now) {
        return Range.exactly(events.stream().mapToLong(ExchangeEvent::timeMillis).min().stream()
                .mapToDouble(first -> Math.min((now - first) / 60_000.0, WEEK_MINUTES))
                .findFirst()
                .orElse(0));
    }

    private static Range others(List<ExchangeEvent> events, long userId, long now) {
        return manyOthers(events, userId, now, WEEK, DAY);
    }

    /** Exact up to fifteen; beyond, a tile may be missing, and the one who asks is taken for one of them. */
    static Range manyOthers(List<ExchangeEvent> events, long userId, long now, long window, long tile) {
        double all = othersWithin(events, userId, now, window);
        double fewest = Math.max(15, othersWithin(events, userId, now, window - tile) - 1);
        return all < 15 ? Range.exactly(all) : new Range(fewest, all);
    }

    static Range others(List<ExchangeEvent> events, long userId, long now, long window) {
        return Range.exactly(Math.min(othersWithin(events, userId, now, window), 15));
    }

    private static double othersWithin(List<ExchangeEvent> events, long userId, long now, long window) {
        Map<Long, Long> lastSeen = new HashMap<>();
        for (ExchangeEvent event : events) {
            lastSeen.merge(event.userId(), event.timeMillis(), Math::max);
        }
        lastSeen.remove(userId);
        return lastSeen.values().stream().filter(last -> last > now - window).count();
    }

    private static Range toUsual(List<ExchangeEvent> decided, ExchangeEvent event) {
        double mean = 0;
        int heard = 0;
        for (ExchangeEvent earlier : decided) {
            heard = Math.min(heard + 1, 16);
            mean = mean * (heard - 1) / heard + usd(earlier) / heard;
        }
        return Range.exactly(heard == 0 ? 1 : usd(event) / mean);
    }
}
