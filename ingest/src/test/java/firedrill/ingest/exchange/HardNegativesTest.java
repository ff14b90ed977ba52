package firedrill.ingest.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firedrill.ingest.SamplingError;
import firedrill.ingest.account.Archetype;
import firedrill.ingest.customer.CustomerParameters;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.CredentialChange;
import firedrill.ingest.event.ExchangeEvent.CredentialChange.Credential;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Deposit.PaymentRail;
import firedrill.ingest.event.ExchangeEvent.Login;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.OrderDetails;
import firedrill.ingest.event.Truth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Customer archetypes that resemble fraud.
 *
 * <p>Shares that a parameter fixes are held to it within the sampling error. Counts that depend on how activities meet
 * (rallies, sales after rewards, amounts below limits, dormant keys) have wide bounds: they show that a behaviour occurs.
 */
class HardNegativesTest {

    private static final int USERS = 10_000;
    private static final ExchangeRun QUIET = ExchangeRun.of("quiet", USERS, 17, 24, ExchangeRun.ALLOW_ALL);
    private static final Set<Long> FRAUDS = ids(QUIET);
    private static final CustomerParameters PARAMETERS = WorldParameters.DEFAULT.customer();

    @Test
    void marketMakersQuoteBothSidesByApiAndCancelManyTimesTheirVolume() {
        Map<Long, double[]> flow = new HashMap<>();
        Map<Long, Set<Long>> networks = new HashMap<>();
        var quotes = honest(Order.class, Archetype.MARKET_MAKER)
                .filter(order -> order.details().apiKeyId() > 0)
                .toList();
        quotes.forEach(order -> {
            double[] sums = flow.computeIfAbsent(order.userId(), none -> new double[3]);
            sums[0] += order.side() == Side.BUY ? order.notionalCents() : -order.notionalCents();
            sums[1] += order.notionalCents();
            sums[2] += order.details().cancelledCents();
            networks.computeIfAbsent(order.userId(), none -> new HashSet<>())
                    .add(order.details().networkId());
        });

        assertThat(flow.values())
                .hasSizeGreaterThan(4)
                .allSatisfy(sums -> assertThat(sums[2]).isGreaterThan(10 * sums[1]));
        assertThat(flow.values().stream().filter(sums -> Math.abs(sums[0]) < 0.1 * sums[1]))
                .hasSizeGreaterThan(flow.size() * 3 / 4);
        assertThat(quotes.size()).isGreaterThan((int)
                (0.9 * honest(Order.class, Archetype.MARKET_MAKER).count()));
        assertThat(networks.values()).allMatch(all -> all.size() == 1);
        double takerShare = PARAMETERS.algorithmicTrading().takerShare();
        assertThat((double) quotes.stream()
                                .filter(order -> order.details().type() == OrderDetails.OrderType.MARKET)
                                .count()
                        / quotes.size())
                .isCloseTo(takerShare, SamplingError.ofShare(takerShare, quotes.size()));
    }

    @Test
    void algoTradersRebalanceSeveralCoinsWithinSeconds() {
        Map<Long, List<Order>> byUser =
                honest(Order.class, Archetype.ALGO_TRADER).collect(Collectors.groupingBy(Order::userId));
        long close = 0;
        long all = 0;
        for (List<Order> orders : byUser.values()) {
            for (int i = 1; i < orders.size(); i++) {
                all++;
                boolean isOther =
                        !orders.get(i).symbol().equals(orders.get(i - 1).symbol());
                long gap = orders.get(i).timeMillis() - orders.get(i - 1).timeMillis();
                close += isOther && gap < 30_000 ? 1 : 0;
            }
        }

        assertThat((double) close / all).isGreaterThan(0.4);
    }

    @Test
    void feeTierSeekersEndWithBalancedFlow() {
        Map<Long, double[]> flow = new HashMap<>();
        honest(Order.class, Archetype.FEE_TIER_SEEKER).forEach(order -> {
            double[] sums = flow.computeIfAbsent(order.userId(), none -> new double[2]);
            sums[0] += order.side() == Side.BUY ? order.notionalCents() : -order.notionalCents();
            sums[1] += order.notionalCents();
        });

        assertThat(flow.values().stream()
                        .filter(sums -> Math.abs(sums[0]) < 0.2 * sums[1])
                        .count())
                .isGreaterThan(flow.size() / 2);
    }

    @Test
    void recurringBuyersWithdrawJustBelowLimits() {
        double saving = band(honest(Withdrawal.class, Archetype.RECURRING_BUYER).toList());
        double ordinary = band(honest(Withdrawal.class, Archetype.ORDINARY).toList());

        assertThat(saving).isGreaterThan(0.4);
        assertThat(ordinary).isLessThan(0.12);
    }

    @Test
    void claimantsSellRewardsSoon() {
        Map<Long, Long> rewarded = new HashMap<>();
        long sold = 0;
        long rewards = 0;
        for (ExchangeEvent event : QUIET.events) {
            if (event instanceof Deposit deposit && deposit.rail() == PaymentRail.REWARD) {
                rewarded.put(event.userId(), event.timeMillis());
                rewards++;
            } else if (event instanceof Order order && order.symbol().equals("VIA-USD") && order.side() == Side.SELL) {
                Long at = rewarded.remove(event.userId());
                sold += at != null && event.timeMillis() - at < 21 * 60_000 ? 1 : 0;
            }
        }

        assertThat(rewards).isBetween(1_400L, 2_300L);
        assertThat((double) sold / rewards).isCloseTo(0.43, within(0.12));
    }

    @Test
    void newsRalliesBringManyBuyersOfTheThinCoinAtRisingPrices() {
        Map<Long, Set<Long>> buyers = QUIET.eventsOf(Order.class)
                .filter(order -> !FRAUDS.contains(order.id())
                        && order.symbol().equals("VIA-USD")
                        && order.side() == Side.BUY
                        && order.details().offsetBps() > 60)
                .collect(Collectors.groupingBy(
                        order -> order.timeMillis() / 60_000, Collectors.mapping(Order::userId, Collectors.toSet())));

        assertThat(buyers.entrySet().stream()
                        .filter(minute -> minute.getValue().size() >= 6)
                        .map(minute -> minute.getKey() / 60)
                        .distinct()
                        .count())
                .isBetween(3L, 16L);
    }

    @Test
    void dormantApiKeysAreUsedOccasionally() {
        Set<Long> awake = QUIET.eventsOf(Order.class)
                .filter(order -> order.details().apiKeyId() != 0 && archetype(order) == Archetype.ORDINARY)
                .map(Order::userId)
                .collect(Collectors.toSet());

        assertThat(awake).hasSizeBetween(200, 600);
    }

    @Test
    void newcomersDepositReversiblyAndSomeWithdrawSoon() {
        Map<Long, Long> paid = new HashMap<>();
        long fast = 0;
        for (ExchangeEvent event : QUIET.events) {
            if (archetype(event) != Archetype.NEWCOMER || FRAUDS.contains(event.id())) {
                continue;
            }
            if (event instanceof Deposit deposit && deposit.finalAtMillis() > deposit.timeMillis()) {
                paid.put(event.userId(), event.timeMillis());
            } else if (event instanceof Withdrawal) {
                Long at = paid.remove(event.userId());
                fast += at != null && event.timeMillis() - at < 5 * ExchangeRun.HOUR ? 1 : 0;
            }
        }
        var deposits = honest(Deposit.class, Archetype.NEWCOMER)
                .filter(deposit -> deposit.rail() != PaymentRail.REWARD)
                .toList();
        double reversible = (double) deposits.stream()
                        .filter(deposit -> deposit.finalAtMillis() > deposit.timeMillis())
                        .count()
                / deposits.size();
        double expected = 1 - PARAMETERS.deposits().rails().newcomerCrypto();

        assertThat(reversible).isCloseTo(expected, SamplingError.ofShare(expected, deposits.size()));
        assertThat(fast).isGreaterThan(50);
    }

    @Test
    void bankDepositsHaveTheirShareAndAreReversibleForSixtyDays() {
        var bank = QUIET.eventsOf(Deposit.class)
                .filter(deposit -> deposit.rail() == PaymentRail.BANK)
                .toList();

        var honest = QUIET.eventsOf(Deposit.class)
                .filter(HardNegativesTest::isCustomersOwnDeposit)
                .toList();
        double expected = honest.stream()
                .mapToDouble(deposit -> PARAMETERS.deposits().rails().bank(archetype(deposit)))
                .average()
                .orElseThrow();
        double share = (double) honest.stream()
                        .filter(deposit -> deposit.rail() == PaymentRail.BANK)
                        .count()
                / honest.size();
        assertThat(share).isCloseTo(expected, SamplingError.ofShare(expected, honest.size()));
        assertThat(bank)
                .allMatch(deposit -> deposit.finalAtMillis() == deposit.timeMillis() + 60 * 24 * ExchangeRun.HOUR
                        && deposit.sourceId() > 0);
    }

    @Test
    void newPhonesBringNewSimCardsAndApiKeysAreRenewed() {
        Map<Credential, Long> changes = QUIET.eventsOf(CredentialChange.class)
                .collect(Collectors.groupingBy(CredentialChange::credential, Collectors.counting()));

        assertThat(changes.getOrDefault(Credential.SIM, 0L)).isBetween(300L, 900L);
        assertThat(changes.getOrDefault(Credential.API_KEY, 0L)).isBetween(15L, 90L);
    }

    @Test
    void everySessionHasANetwork() {
        assertThat(QUIET.eventsOf(Login.class)).isNotEmpty().allMatch(login -> login.networkId() > 0);
        assertThat(QUIET.eventsOf(Withdrawal.class).filter(event -> !FRAUDS.contains(event.id())))
                .allMatch(event -> event.networkId() > 0 && event.hasSecondFactor());
    }

    private static double band(List<Withdrawal> withdrawals) {
        long inBand = withdrawals.stream()
                .filter(event -> Stream.of(100_000L, 300_000L, 1_000_000L)
                        .anyMatch(limit -> event.amountCents() >= 0.9 * limit && event.amountCents() < limit))
                .count();
        return (double) inBand / withdrawals.size();
    }

    private static boolean isCustomersOwnDeposit(Deposit deposit) {
        return !FRAUDS.contains(deposit.id())
                && deposit.rail() != PaymentRail.REWARD
                && !QUIET.exchange.population().user(deposit.userId()).isRingAccount();
    }

    private static Archetype archetype(ExchangeEvent event) {
        return QUIET.exchange.population().user(event.userId()).archetype();
    }

    private static <E extends ExchangeEvent> Stream<E> honest(Class<E> kind, Archetype archetype) {
        return QUIET.eventsOf(kind).filter(event -> !FRAUDS.contains(event.id()) && archetype(event) == archetype);
    }

    private static Set<Long> ids(ExchangeRun run) {
        return run.truths.stream().map(Truth::eventId).collect(Collectors.toSet());
    }
}
