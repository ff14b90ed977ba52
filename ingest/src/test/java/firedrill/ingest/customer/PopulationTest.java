package firedrill.ingest.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firedrill.ingest.account.User;
import firedrill.ingest.event.Account.Tier;
import firedrill.ingest.market.Asset;
import firedrill.ingest.market.Prices;
import firedrill.ingest.random.RandomSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PopulationTest {

    private static final long START = 1_767_571_200_000L;
    private static final long PRICE = 6_000_000;
    private static final Prices PRICES = asset -> asset == Asset.CASH ? 100 : PRICE;
    private static final Population POPULATION = population(50_000);

    @Test
    void tiersHaveTheirShares() {
        assertThat(share(Tier.RETAIL)).isCloseTo(0.964, within(0.004));
        assertThat(share(Tier.ACTIVE)).isCloseTo(0.03, within(0.004));
        assertThat(share(Tier.VIP)).isCloseTo(0.005, within(0.001));
        assertThat(share(Tier.MARKET_MAKER)).isCloseTo(0.001, within(0.0005));
    }

    @Test
    void aUserIsWorthAThousandDollarsAndTheTopHundredthHoldsTwoFifths() {
        var values = POPULATION.users().stream()
                .map(User::lifetimeValueCents)
                .sorted(Comparator.reverseOrder())
                .toList();
        double sum = values.stream().mapToDouble(Long::doubleValue).sum();
        double top = values.stream().limit(500).mapToDouble(Long::doubleValue).sum();

        assertThat(sum / values.size() / 100).isBetween(800.0, 1_200.0);
        assertThat(top / sum).isBetween(0.32, 0.48);
    }

    @Test
    void everyUserHasDevicesAddressesFundsAndAHistory() {
        assertThat(POPULATION.users()).allSatisfy(user -> {
            assertThat(user.knownDeviceIds()).hasSizeBetween(1, 4).doesNotHaveDuplicates();
            assertThat(user.savedAddressIds()).hasSizeBetween(1, 3);
            assertThat(user.account().openedAtMillis()).isLessThan(START);
            assertThat(user.wallet().availableCents(PRICES)).isPositive();
        });
    }

    @Test
    void familiesShareDevicesAndManyUsersShareCustodians() {
        Map<Long, Integer> owners = new HashMap<>();
        Map<Long, Integer> savers = new HashMap<>();
        for (User user : POPULATION.users()) {
            for (long device : user.knownDeviceIds()) {
                owners.merge(device, 1, Integer::sum);
            }
            for (long address : user.savedAddressIds()) {
                savers.merge(address, 1, Integer::sum);
            }
        }

        assertThat(owners.values().stream().filter(count -> count == 2).count()).isBetween(2_000L, 3_000L);
        assertThat(savers.values().stream().filter(count -> count > 100).count())
                .isBetween(15L, 20L);
    }

    @Test
    void aLargerPopulationContainsTheSmallerOne() {
        User small = population(10).users().get(9);
        User large = POPULATION.users().get(9);

        assertThat(large.account()).isEqualTo(small.account());
        assertThat(large.knownDeviceIds()).isEqualTo(small.knownDeviceIds());
        assertThat(large.savedAddressIds()).isEqualTo(small.savedAddressIds());
    }

    @Test
    void usersArePickedByTheirWeights() {
        var weighted = new AliasTable(new double[] {1, 2, 7});
        int[] picked = new int[3];
        for (int i = 0; i < 100_000; i++) {
            picked[weighted.sample((i + 0.5) / 100_000)]++;
        }

        assertThat(picked).containsExactly(10_000, 20_000, 70_000);
        assertThat(new AliasTable(new double[] {3}).sample(0.999)).isZero();
    }

    private static double share(Tier tier) {
        return (double) POPULATION.users().stream()
                        .filter(user -> user.account().tier() == tier)
                        .count()
                / POPULATION.customerCount();
    }

    private static Population population(int size) {
        return TestCustomers.population(size, new RandomSource(3));
    }
}
