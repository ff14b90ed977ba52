package firedrill.scoring.feature;

import static firedrill.scoring.feature.NaiveFeatures.DAY;
import static firedrill.scoring.feature.NaiveFeatures.WEEK_MINUTES;
import static firedrill.scoring.feature.NaiveFeatures.only;
import static firedrill.scoring.feature.NaiveFeatures.sinceFirst;
import static firedrill.scoring.feature.NaiveFeatures.sinceLast;
import static firedrill.scoring.feature.NaiveFeatures.sum;
import static firedrill.scoring.feature.NaiveFeatures.usd;

import firedrill.ingest.event.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.CredentialChange;
import firedrill.ingest.event.ExchangeEvent.CredentialChange.Credential;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Login;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.OrderDetails;
import firedrill.scoring.feature.NaiveFeatures.Range;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;

/**
 * A user's features by their definitions, from all that the user did before.
 *
 * @param own the user's earlier events, in the order in which they were told
 * @param now the latest time that the user has seen
 */
record NaiveUserFeatures(List<ExchangeEvent> own, ExchangeEvent event, long now) {

    private static final long TWO_HOURS = Duration.ofHours(2).toMillis();
    private static final long HALF_DAY = Duration.ofHours(12).toMillis();

    void fill(Map<Feature, Range> expected) {
        expected.put(Feature.MINUTES_SINCE_SIM_CHANGE, sinceLast(changes(Credential.SIM), now));
        expected.put(Feature.MINUTES_SINCE_API_KEY_MADE, sinceLast(changes(Credential.API_KEY), now));
        expected.put(Feature.LAST_LOGIN_FACTOR, Range.exactly(lastFactor()));
        fillMoney(expected);
        fillTrading(expected);
        if (network(event) != 0) {
            expected.put(
                    Feature.MINUTES_SINCE_NETWORK_FIRST_USED, sinceFirst(told(e -> network(e) == network(event)), now));
        }
        if (event instanceof DecisionRequest) {
            expected.put(Feature.HOUR_ODDNESS, hourOddness());
        }
        if (event instanceof Withdrawal withdrawal) {
            expected.put(Feature.SECOND_FACTOR_MISSING, Range.exactly(withdrawal.hasSecondFactor() ? 0 : 1));
            expected.put(Feature.JUST_UNDER_LIMIT, Range.exactly(justUnder(event) ? 1 : 0));
        }
        if (event instanceof Order order) {
            fill(order, order.details(), expected);
        }
    }

    private void fillMoney(Map<Feature, Range> expected) {
        List<ExchangeEvent> deposits = only(own, Deposit.class);
        Range deposited = sum(deposits, NaiveUserFeatures::paidUsd, now, DAY, TWO_HOURS);
        expected.put(Feature.DEPOSITED_USD_24H, deposited);
        Range week = sum(deposits, NaiveUserFeatures::paidUsd, now, NaiveFeatures.WEEK, HALF_DAY);
        Range rewards = sum(
                told(e -> e instanceof Deposit deposit && deposit.rail() == Deposit.PaymentRail.REWARD),
                NaiveUserFeatures::paidUsd,
                now,
                NaiveFeatures.WEEK,
                HALF_DAY);
        expected.put(
                Feature.REWARD_SHARE_7D,
                new Range(
                        week.low() > 0 ? Math.min(rewards.low() / week.high(), 1) : 0,
                        week.high() > 0 ? 1.0 * (rewards.high() > 0 ? 1 : 0) : 0));
        expected.put(Feature.FUNDING_AGE_MINUTES, fundingAge(deposits));
        expected.put(
                Feature.BAND_WITHDRAWALS_24H,
                sum(told(e -> e instanceof Withdrawal && justUnder(e)), e -> 1, now, DAY, TWO_HOURS));
        expected.put(
                Feature.WITHDRAWN_USD_30D,
                sum(only(own, Withdrawal.class), NaiveFeatures::usd, now, 30 * DAY, 2 * DAY));
        expected.put(Feature.BUNCHING_7D, bunching());
        if (event instanceof DecisionRequest decided) {
            expected.put(Feature.AMOUNT_Z_IN_MARKET, amountZ());
            long held = event instanceof Withdrawal withdrawal
                    ? withdrawal.balanceCents()
                    : ((Order) event).holdingsCents();
            expected.put(Feature.REVERSIBLE_SHARE, Range.exactly(Math.min(reversibleCents(deposits) / held, 1)));
            expected.put(Feature.ADDRESSES_24H, Range.exactly(otherAddresses()));
            expected.put(Feature.PASS_THROUGH_24H, passThrough(deposited, decided));
            expected.put(Feature.AMOUNT_TO_LARGEST, toLargest());
        }
    }

    private Range bunching() {
        Range under =
                sum(told(e -> e instanceof Withdrawal && justUnder(e)), e -> 1, now, NaiveFeatures.WEEK, HALF_DAY);
        Range beside = sum(told(e -> e instanceof Withdrawal && beside(e)), e -> 1, now, NaiveFeatures.WEEK, HALF_DAY);
        return new Range(Math.max(0, under.low() - beside.high() / 2), Math.max(0, under.high() - beside.low() / 2));
    }

    /** From the mean and the variance that each earlier amount in such a market moved by its share. */
    private Range amountZ() {
        double mean = 0;
        double variance = 0;
        int heard = 0;
        for (ExchangeEvent earlier : told(e -> e instanceof DecisionRequest && wildness(e) == wildness(event))) {
            heard++;
            double share = 1.0 / Math.min(heard, 32);
            double off = Math.log(1 + usd(earlier)) - mean;
            mean += share * off;
            variance = (1 - share) * (variance + share * off * off);
        }
        double z = (Math.log(1 + usd(event)) - mean) / Math.sqrt(Math.max(variance, 0.01));
        return heard < 3 ? Range.exactly(0) : Range.exactly(Math.max(-100, Math.min(z, 100)));
    }

    private static long wildness(ExchangeEvent event) {
        double most = Math.max(
                Math.abs(event.market().volatilityZ()), Math.abs(event.market().returnZ()));
        return DoubleStream.of(1.0, 3.0).filter(from -> most >= from).count();
    }

    private Range passThrough(Range deposited, DecisionRequest decided) {
        Range earlier = sum(only(own, Withdrawal.class), NaiveFeatures::usd, now, DAY, NaiveFeatures.HALF_HOUR_TILE);
        double asked = decided instanceof Withdrawal ? usd(event) : 0;
        return new Range(
                deposited.low() >= 200 ? Math.min((earlier.low() + asked) / deposited.high(), 100) : 0,
                deposited.high() >= 200 ? Math.min((earlier.high() + asked) / Math.max(200, deposited.low()), 100) : 0);
    }

    private Range toLargest() {
        double largest = own.stream()
                .filter(e -> e.getClass() == event.getClass())
                .mapToDouble(NaiveFeatures::usd)
                .reduce(0, (soFar, next) -> Math.max(0.9 * soFar, next));
        return Range.exactly(largest == 0 ? 1 : usd(event) / largest);
    }

    /** Of the sixteen that become final last. */
    private double reversibleCents(List<ExchangeEvent> deposits) {
        return deposits.stream()
                .map(Deposit.class::cast)
                .filter(deposit -> deposit.finalAtMillis() > deposit.timeMillis())
                .sorted(Comparator.comparing(NaiveUserFeatures::youngUntil)
                        .thenComparing(Deposit::amountCents)
                        .reversed())
                .limit(16)
                .filter(deposit -> youngUntil(deposit) > now)
                .mapToDouble(Deposit::amountCents)
                .sum();
    }

    private static long youngUntil(Deposit deposit) {
        return Math.min(
                deposit.finalAtMillis(),
                deposit.timeMillis() + Duration.ofDays(3).toMillis());
    }

    private Range fundingAge(List<ExchangeEvent> deposits) {
        if (deposits.isEmpty()) {
            return Range.exactly(WEEK_MINUTES);
        }
        long source = ((Deposit) deposits.get(deposits.size() - 1)).sourceId();
        return source == 0
                ? Range.exactly(WEEK_MINUTES)
                : sinceFirst(told(e -> e instanceof Deposit deposit && deposit.sourceId() == source), now);
    }

    private double otherAddresses() {
        long here = event instanceof Withdrawal withdrawal ? withdrawal.addressId() : 0;
        return told(e -> e.timeMillis() > now - DAY).stream()
                .filter(e -> e instanceof Withdrawal withdrawal && withdrawal.addressId() != here)
                .map(e -> ((Withdrawal) e).addressId())
                .distinct()
                .count();
    }

    private void fillTrading(Map<Feature, Range> expected) {
        expected.put(Feature.ORDERS_1M, sum(only(own, Order.class), e -> 1, now, 60_000, 5_000));
        if (!(event instanceof Order)) {
            expected.put(Feature.TRADED_USD_24H, Range.exactly(0));
            expected.put(Feature.NET_TO_GROSS_24H, Range.exactly(1));
            return;
        }
        Range bought = traded(Order.Side.BUY);
        Range sold = traded(Order.Side.SELL);
        expected.put(Feature.TRADED_USD_24H, new Range(bought.low() + sold.low(), bought.high() + sold.high()));
        if (bought.high() + sold.high() == 0) {
            expected.put(Feature.NET_TO_GROSS_24H, Range.exactly(1));
        } else if (bought.low() == bought.high() && sold.low() == sold.high()) {
            expected.put(
                    Feature.NET_TO_GROSS_24H,
                    Range.exactly(Math.abs(bought.low() - sold.low()) / (bought.low() + sold.low())));
        } else {
            expected.put(Feature.NET_TO_GROSS_24H, new Range(0, 1));
        }
    }

    private Range traded(Order.Side side) {
        return sum(orders(OrderDetails.OrderType.MARKET, side), NaiveFeatures::usd, now, DAY, TWO_HOURS);
    }

    private void fill(Order order, OrderDetails ticket, Map<Feature, Range> expected) {
        boolean isLimit = ticket.type() == OrderDetails.OrderType.LIMIT;
        expected.put(Feature.RESTS_OFF_BPS, Range.exactly(isLimit ? ticket.offsetBps() : 0));
        expected.put(Feature.MARKET_OFF_BPS, Range.exactly(isLimit ? 0 : ticket.offsetBps()));
        expected.put(
                Feature.CANCELLED_TO_AMOUNT, Range.exactly((double) ticket.cancelledCents() / order.notionalCents()));
        expected.put(
                Feature.MINUTES_SINCE_SYMBOL_FIRST_TRADED,
                sinceFirst(told(e -> e instanceof Order o && o.symbol().equals(order.symbol())), now));
        expected.put(
                Feature.COUNTERPARTY_SHARE, NaiveSharedFeatures.share(only(own, Order.class), ticket.counterpartyId()));
        Order.Side other = order.side() == Order.Side.BUY ? Order.Side.SELL : Order.Side.BUY;
        expected.put(
                Feature.OPPOSITE_RESTING_USD_5M,
                sum(orders(OrderDetails.OrderType.LIMIT, other), NaiveFeatures::usd, now, 300_000, 30_000));
        expected.put(Feature.BY_API_KEY, Range.exactly(ticket.apiKeyId() == 0 ? 0 : 1));
        if (ticket.apiKeyId() != 0) {
            List<ExchangeEvent> byKey =
                    told(e -> e instanceof Order o && o.details().apiKeyId() == ticket.apiKeyId());
            expected.put(Feature.MINUTES_SINCE_API_KEY_USED, sinceLast(byKey, now));
            expected.put(
                    Feature.MINUTES_SINCE_KEY_ON_NETWORK,
                    sinceFirst(
                            byKey.stream()
                                    .filter(e -> network(e) == ticket.networkId())
                                    .toList(),
                            now));
        }
    }

    private Range hourOddness() {
        double[] mean = new double[2];
        int heard = 8;
        for (ExchangeEvent login : only(own, Login.class)) {
            heard = Math.min(heard + 1, 32);
            mean[0] = mean[0] * (heard - 1) / heard + Math.cos(angle(login)) / heard;
            mean[1] = mean[1] * (heard - 1) / heard + Math.sin(angle(login)) / heard;
        }
        return Range.exactly(1 - mean[0] * Math.cos(angle(event)) - mean[1] * Math.sin(angle(event)));
    }

    private static double angle(ExchangeEvent event) {
        return 2 * Math.PI * (event.timeMillis() / 60_000 % 1440) / 1440;
    }

    private double lastFactor() {
        List<ExchangeEvent> logins = only(own, Login.class);
        return logins.isEmpty()
                ? 0
                : ((Login) logins.get(logins.size() - 1)).factor().ordinal();
    }

    private List<ExchangeEvent> changes(Credential credential) {
        return told(e -> e instanceof CredentialChange change && change.credential() == credential);
    }

    private List<ExchangeEvent> orders(OrderDetails.OrderType kind, Order.Side side) {
        return told(e -> e instanceof Order o && o.details().type() == kind && o.side() == side);
    }

    private List<ExchangeEvent> told(Predicate<ExchangeEvent> wanted) {
        return own.stream().filter(wanted).toList();
    }

    static long network(ExchangeEvent event) {
        return event.match(
                Login::networkId, change -> 0L, deposit -> 0L, o -> o.details().networkId(), Withdrawal::networkId);
    }

    private static double paidUsd(ExchangeEvent event) {
        return ((Deposit) event).amountCents() / 100.0;
    }

    private static boolean beside(ExchangeEvent event) {
        return !justUnder(event)
                && DoubleStream.of(1_000, 3_000, 10_000)
                        .anyMatch(limit -> usd(event) < 1.1 * limit && usd(event) >= 0.8 * limit);
    }

    private static boolean justUnder(ExchangeEvent event) {
        return DoubleStream.of(1_000, 3_000, 10_000).anyMatch(limit -> usd(event) < limit && usd(event) >= 0.9 * limit);
    }
}
