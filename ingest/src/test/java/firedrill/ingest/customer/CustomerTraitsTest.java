package firedrill.ingest.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firedrill.ingest.account.Archetype;
import firedrill.ingest.account.NetworkGenerator;
import firedrill.ingest.account.RingAccount;
import firedrill.ingest.account.SessionGenerator;
import firedrill.ingest.account.User;
import firedrill.ingest.customer.arrival.DiurnalActivity;
import firedrill.ingest.customer.behaviour.RecurringAmounts;
import firedrill.ingest.customer.reaction.FakeExchangeApi;
import firedrill.ingest.customer.reaction.SocialGraph;
import firedrill.ingest.event.Account.Tier;
import firedrill.ingest.event.ExchangeEvent.Login.Factor;
import firedrill.ingest.market.Asset;
import firedrill.ingest.random.RandomSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** User profiles, daily rhythm, home networks and the social graph of a generated population. */
class CustomerTraitsTest {

    private static final int USERS = 50_000;
    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;
    private static final RandomSource RANDOM = new RandomSource(11);
    private static final CustomerParameters PARAMETERS = TestCustomers.PARAMETERS;
    private static final Population POPULATION = TestCustomers.population(USERS, RANDOM);

    @Test
    void everyHardNegativeArchetypeHasItsShare() {
        assertThat(share(Archetype.MARKET_MAKER)).isCloseTo(0.001, within(0.0005));
        assertThat(share(Archetype.WHALE)).isCloseTo(0.005, within(0.001));
        assertThat(share(Archetype.NEWCOMER)).isCloseTo(0.104, within(0.005));
        assertThat(share(Archetype.ALGO_TRADER)).isCloseTo(0.025, within(0.003));
        assertThat(share(Archetype.RECURRING_BUYER)).isCloseTo(0.033, within(0.003));
        assertThat(share(Archetype.PROMO_HUNTER)).isCloseTo(0.106, within(0.004));
        assertThat(share(Archetype.FEE_TIER_SEEKER)).isCloseTo(0.005, within(0.0015));
    }

    @Test
    void nineteenInTwentyHaveTheirSecondFactorBySms() {
        var sessions = new SessionGenerator(
                PARAMETERS.sessions(), new NetworkGenerator(PARAMETERS.networks(), RANDOM), RANDOM);

        assertThat(POPULATION.users().stream()
                        .filter(user -> sessions.enrolledFactor(user) == Factor.SMS)
                        .count())
                .isCloseTo(USERS * 95L / 100, within(500L));
    }

    @Test
    void onlyProgramsHaveKeysAndEachItsOwn() {
        var sessions = new SessionGenerator(
                PARAMETERS.sessions(), new NetworkGenerator(PARAMETERS.networks(), RANDOM), RANDOM);
        Set<Long> keys = new HashSet<>();
        for (User user : POPULATION.users()) {
            if (user.archetype().hasApiKey()) {
                assertThat(keys.add(sessions.apiKeyId(user))).isTrue();
            } else {
                assertThat(sessions.apiKeyId(user)).isZero();
            }
        }

        assertThat(keys).hasSizeGreaterThan(800).doesNotContain(0L);
    }

    @Test
    void aDayHasAnEveningAndANightAndAveragesOne() {
        var diurnal = new DiurnalActivity(PARAMETERS.diurnal(), RANDOM);
        for (User user : POPULATION.users().subList(0, 200)) {
            double sum = 0;
            for (int hour = 0; hour < 24; hour++) {
                double activity = diurnal.activity(user, FakeExchangeApi.START + hour * HOUR, 1);
                assertThat(activity).isBetween(0.5, diurnal.maxActivity());
                sum += activity;
            }
            assertThat(sum / 24).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void marketStressRaisesActivityAtNight() {
        var diurnal = new DiurnalActivity(PARAMETERS.diurnal(), RANDOM);
        long night = FakeExchangeApi.START + 4 * HOUR;
        User sleeper = POPULATION.users().stream()
                .filter(user -> diurnal.activity(user, night, 1) < 0.6)
                .findFirst()
                .orElseThrow();

        assertThat(diurnal.activity(sleeper, night, 8)).isGreaterThan(0.9);
    }

    @Test
    void thousandsShareACarriersGatewayAndFewShareAHome() {
        var networks = new NetworkGenerator(PARAMETERS.networks(), RANDOM);
        Map<Long, Set<Long>> users = new HashMap<>();
        for (User user : POPULATION.users()) {
            for (int session = 0; session < 4; session++) {
                long network = networks.networkFor(user, user.id() * 10 + session, FakeExchangeApi.START);
                users.computeIfAbsent(network, none -> new HashSet<>()).add(user.id());
            }
        }

        assertThat(users.values().stream().filter(all -> all.size() > 1_000).count())
                .isBetween(15L, 25L);
        assertThat(users.values().stream().filter(all -> all.size() <= 2).count())
                .isGreaterThan(20_000);
        assertThat(users.values().stream()
                        .filter(all -> all.size() > 20 && all.size() < 1_000)
                        .count())
                .isGreaterThan(100);
    }

    @Test
    void oneUserInTwentyFiveIsAbroadForSomeDays() {
        var networks = new NetworkGenerator(PARAMETERS.networks(), RANDOM);
        var away = POPULATION.users().stream()
                .filter(user -> networks.isAbroad(user, FakeExchangeApi.START))
                .toList();

        assertThat(away).hasSizeBetween(1_700, 2_300);
        assertThat(away.subList(0, 50))
                .allSatisfy(user -> assertThat(networks.networkFor(user, 1, FakeExchangeApi.START))
                        .isEqualTo(networks.networkFor(user, 2, FakeExchangeApi.START))
                        .isNotEqualTo(networks.homeNetwork(user, FakeExchangeApi.START)));
        assertThat(away.stream().filter(user -> networks.isAbroad(user, FakeExchangeApi.START + 20 * DAY)))
                .hasSizeLessThan(200);
    }

    @Test
    void aMarketMakersServerStaysWhereItIs() {
        var networks = new NetworkGenerator(PARAMETERS.networks(), RANDOM);

        assertThat(POPULATION.users().stream().filter(user -> user.account().tier() == Tier.MARKET_MAKER))
                .isNotEmpty()
                .allSatisfy(user -> assertThat(networks.serverNetwork(user, FakeExchangeApi.START + 300 * DAY))
                        .isEqualTo(networks.serverNetwork(user, FakeExchangeApi.START)));
    }

    @Test
    void contactsAreMostlyNearAndAFewUsersHaveVeryMany() {
        var graph = new SocialGraph(PARAMETERS.socialGraph(), RANDOM, USERS);
        int[] known = new int[USERS + 1];
        int near = 0;
        for (long id = 1; id <= USERS; id++) {
            for (int number = 0; number < 10; number++) {
                long contact = graph.contactId(id, number);
                known[(int) contact]++;
                near += (contact - 1) / 120 == (id - 1) / 120 ? 1 : 0;
            }
        }
        Arrays.sort(known);

        assertThat(near / 10.0 / USERS).isBetween(0.58, 0.64);
        assertThat(known[USERS]).isGreaterThan(200);
        assertThat(known[USERS / 2]).isBetween(6, 10);
        assertThat(graph.contactId(7, 3))
                .isEqualTo(new SocialGraph(PARAMETERS.socialGraph(), RANDOM, USERS).contactId(7, 3));
    }

    @Test
    void recurringAmountsEndJustUnderARoundLimit() {
        var recurringAmounts = new RecurringAmounts(PARAMETERS.recurringAmounts(), RANDOM);
        for (User user : POPULATION.users().subList(0, 5_000)) {
            long cents = recurringAmounts.amountCents(user);

            assertThat(Stream.of(100_000, 300_000, 1_000_000)).anyMatch(limit -> cents < limit && cents > 0.92 * limit);
        }
    }

    @Test
    void aRingAccountFollowsTheHonestUsersAndHasNoHonestBehaviour() {
        var population = TestCustomers.population(10, RANDOM);
        var account = POPULATION.user(1).account();

        User mule = population.openRingAccount(new RingAccount(account, 100_000, Asset.ETH, 77, 88));

        assertThat(mule.id()).isEqualTo(11);
        assertThat(mule.isRingAccount()).isTrue();
        assertThat(mule.lifetimeValueCents()).isZero();
        assertThat(mule.knownDeviceIds()).containsExactly(77);
        assertThat(mule.savedAddressIds()).containsExactly(88);
        assertThat(population.user(11)).isSameAs(mule);
        assertThat(population.customerCount()).isEqualTo(10);
        assertThat(population.users()).hasSize(11);
        assertThat(population.uniformCustomer(0.9999).id()).isEqualTo(10);
    }

    private static double share(Archetype habit) {
        return (double) POPULATION.users().stream()
                        .filter(user -> user.archetype() == habit)
                        .count()
                / USERS;
    }
}
