package firedrill.ingest.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.event.Account.Tier;
import firedrill.ingest.event.ExchangeEvent.Login.Factor;
import firedrill.ingest.market.Asset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who the users are, when they are awake, from where they come, and whom they know. */
class HabitsTest {

    private static final int USERS = 50_000;
    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;
    private static final Chance CHANCE = new Chance(11);
    private static final Population CROWD = new Population(
            USERS,
            CHANCE,
            new Addresses(CHANCE),
            StillFloor.START,
            asset -> asset == Asset.CASH ? 100 : StillFloor.PRICE);

    @Test
    void everyHonestTrapHasItsShare() {
        assertThat(share(Habit.MAKER)).isCloseTo(0.001, within(0.0005));
        assertThat(share(Habit.WHALE)).isCloseTo(0.005, within(0.001));
        assertThat(share(Habit.NEWCOMER)).isCloseTo(0.104, within(0.005));
        assertThat(share(Habit.PROGRAM)).isCloseTo(0.025, within(0.003));
        assertThat(share(Habit.SAVER)).isCloseTo(0.033, within(0.003));
        assertThat(share(Habit.CLAIMER)).isCloseTo(0.106, within(0.004));
        assertThat(share(Habit.FEE_CHASER)).isCloseTo(0.005, within(0.0015));
    }

    @Test
    void nineteenInTwentyHaveTheirSecondFactorBySms() {
        var sessions = new Sessions(CHANCE);

        assertThat(CROWD.users().stream()
                        .filter(user -> sessions.factorOf(user) == Factor.SMS)
                        .count())
                .isCloseTo(USERS * 95L / 100, within(500L));
    }

    @Test
    void onlyProgramsHaveKeysAndEachItsOwn() {
        var sessions = new Sessions(CHANCE);
        Set<Long> keys = new HashSet<>();
        for (User user : CROWD.users()) {
            if (user.habit().hasKey()) {
                assertThat(keys.add(sessions.apiKey(user))).isTrue();
            } else {
                assertThat(sessions.apiKey(user)).isZero();
            }
        }

        assertThat(keys).hasSizeGreaterThan(800).doesNotContain(0L);
    }

    @Test
    void aDayHasAnEveningAndANightAndAveragesOne() {
        var rhythm = new DayRhythm(CHANCE);
        for (User user : CROWD.users().subList(0, 200)) {
            double sum = 0;
            for (int hour = 0; hour < 24; hour++) {
                double activity = rhythm.of(user, StillFloor.START + hour * HOUR, 1);
                assertThat(activity).isBetween(0.5, DayRhythm.MOST);
                sum += activity;
            }
            assertThat(sum / 24).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void whatMovesTheMarketWakesPeopleUp() {
        var rhythm = new DayRhythm(CHANCE);
        long night = StillFloor.START + 4 * HOUR;
        User sleeper = CROWD.users().stream()
                .filter(user -> rhythm.of(user, night, 1) < 0.6)
                .findFirst()
                .orElseThrow();

        assertThat(rhythm.of(sleeper, night, 8)).isGreaterThan(0.9);
    }

    @Test
    void thousandsShareACarriersGatewayAndFewShareAHome() {
        var networks = new Networks(CHANCE);
        Map<Long, Set<Long>> users = new HashMap<>();
        for (User user : CROWD.users()) {
            for (int session = 0; session < 4; session++) {
                long network = networks.of(user, user.id() * 10 + session, StillFloor.START);
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
        var networks = new Networks(CHANCE);
        var away = CROWD.users().stream()
                .filter(user -> networks.travels(user, StillFloor.START))
                .toList();

        assertThat(away).hasSizeBetween(1_700, 2_300);
        assertThat(away.subList(0, 50))
                .allSatisfy(user -> assertThat(networks.of(user, 1, StillFloor.START))
                        .isEqualTo(networks.of(user, 2, StillFloor.START))
                        .isNotEqualTo(networks.home(user, StillFloor.START)));
        assertThat(away.stream().filter(user -> networks.travels(user, StillFloor.START + 20 * DAY)))
                .hasSizeLessThan(200);
    }

    @Test
    void aMarketMakersServerStaysWhereItIs() {
        var networks = new Networks(CHANCE);

        assertThat(CROWD.users().stream().filter(user -> user.account().tier() == Tier.MARKET_MAKER))
                .isNotEmpty()
                .allSatisfy(user -> assertThat(networks.server(user, StillFloor.START + 300 * DAY))
                        .isEqualTo(networks.server(user, StillFloor.START)));
    }

    @Test
    void aFewAreKnownToVeryManyAndMostContactsAreNear() {
        var graph = new SocialGraph(CHANCE, USERS);
        int[] known = new int[USERS + 1];
        int near = 0;
        for (long id = 1; id <= USERS; id++) {
            for (int number = 0; number < 10; number++) {
                long contact = graph.contact(id, number);
                known[(int) contact]++;
                near += (contact - 1) / 120 == (id - 1) / 120 ? 1 : 0;
            }
        }
        Arrays.sort(known);

        assertThat(near / 10.0 / USERS).isBetween(0.58, 0.64);
        assertThat(known[USERS]).isGreaterThan(200);
        assertThat(known[USERS / 2]).isBetween(6, 10);
        assertThat(graph.contact(7, 3)).isEqualTo(new SocialGraph(CHANCE, USERS).contact(7, 3));
    }

    @Test
    void instalmentsEndJustUnderARoundLimit() {
        var instalments = new Instalments(CHANCE);
        for (User user : CROWD.users().subList(0, 5_000)) {
            long cents = instalments.of(user);

            assertThat(Stream.of(100_000, 300_000, 1_000_000)).anyMatch(limit -> cents < limit && cents > 0.92 * limit);
        }
    }

    @Test
    void aRingsAccountComesAfterTheHonestOnesAndTakesNoPartInHonestLife() {
        var crowd = new Population(
                10, CHANCE, new Addresses(CHANCE), StillFloor.START, asset -> asset == Asset.CASH ? 100 : 6_000_000);
        var account = CROWD.user(1).account();

        User mule = crowd.recruit(new Recruit(account, 100_000, Asset.ETH, 77, 88));

        assertThat(mule.id()).isEqualTo(11);
        assertThat(mule.isRings()).isTrue();
        assertThat(mule.lifetimeValueCents()).isZero();
        assertThat(mule.knownDevices()).containsExactly(77);
        assertThat(mule.savedAddresses()).containsExactly(88);
        assertThat(crowd.user(11)).isSameAs(mule);
        assertThat(crowd.size()).isEqualTo(10);
        assertThat(crowd.users()).hasSize(11);
        assertThat(crowd.anyone(0.9999).id()).isEqualTo(10);
    }

    private static double share(Habit habit) {
        return (double) CROWD.users().stream()
                        .filter(user -> user.habit() == habit)
                        .count()
                / USERS;
    }
}
