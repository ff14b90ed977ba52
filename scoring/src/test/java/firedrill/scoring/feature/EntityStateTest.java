package firedrill.scoring.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.event.RangeChecks;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

class EntityStateTest {

    private static final long MINUTE = 60_000;
    private static final long DAY = 1440 * MINUTE;
    /** The last moment that an event may have. */
    private static final long LATEST = 4_102_444_799_999L;

    /** Rarer than one in ten thousand. */
    private static final double FOUR_ERRORS = 4 * SketchState.STANDARD_ERROR_PERCENT / 100;

    private final FeatureFold fold = new FeatureFold();
    private long id;

    @Test
    void everyStateIsAFlinkPojoWithoutKryo() {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(UserState.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(DeviceState.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(NetworkState.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(SourceState.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(SymbolState.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(AddressState.class);
    }

    @Test
    void anAccountTakeoverShowsInItsFeatures() {
        fold.observe(SampleEvents.withdrawal(++id, 1, DAY, 10, 100, 50_00));
        fold.observe(SampleEvents.login(++id, 1, DAY + 100 * MINUTE, 66));
        fold.observe(SampleEvents.credentialChange(++id, 1, DAY + 102 * MINUTE, 66));
        fold.observe(SampleEvents.order(++id, 1, DAY + 103 * MINUTE, 66, Side.SELL, 900_00));
        double[] drain = fold.observe(new Withdrawal(
                ++id,
                1,
                DAY + 105 * MINUTE,
                new MarketSnapshot(1, -2, 1),
                SampleEvents.ACCOUNT,
                66,
                666,
                "BTC",
                950_00,
                1000_00,
                false,
                0,
                true));
        assertThat(Arrays.copyOf(drain, 20))
                .containsExactly(
                        0, 950, 0.95, 1 + 105 / 1440.0, 1, -2, 0, 50, 2, 3, 5, 0, 10_080, 900, 1, 0, 5, 0, 0, 0);
    }

    @Test
    void theRequestingUserIsExcludedFromTheUsersOfADeviceOrAnAddress() {
        fold.observe(SampleEvents.withdrawal(++id, 1, 0, 10, 100, 1));
        fold.observe(SampleEvents.withdrawal(++id, 2, 1, 10, 100, 1));
        double[] again = fold.observe(SampleEvents.withdrawal(++id, 1, 2, 10, 100, 1));
        assertThat(List.of(Feature.DEVICE_USERS_7D.valueIn(again), Feature.ADDRESS_USERS_7D.valueIn(again)))
                .containsExactly(1.0, 1.0);
    }

    @Test
    void aDeviceEvictedAfterSixteenOthersIsNewToTheUserAgain() {
        for (int device = 1; device <= 17; device++) {
            fold.observe(SampleEvents.login(++id, 1, device * MINUTE, device));
        }
        assertThat(minutesSinceFirstUsed(2)).isEqualTo(18);
        assertThat(minutesSinceFirstUsed(1)).isZero();
    }

    private double minutesSinceFirstUsed(long device) {
        return Feature.MINUTES_SINCE_DEVICE_FIRST_USED.valueIn(
                fold.observe(SampleEvents.login(++id, 1, 20 * MINUTE, device)));
    }

    @Test
    void manyUsersAreCountedByASketch() {
        for (int user = 1; user <= 5_000; user++) {
            double[] vector = fold.observe(SampleEvents.login(++id, user, user * MINUTE, 10));
            int others = user - 1;
            assertThat(Feature.DEVICE_USERS_7D.valueIn(vector))
                    .isCloseTo(others, within(others <= 16 ? 0 : 1 + FOUR_ERRORS * others));
        }
        // A week later all but the last few are forgotten, and with them the sketch.
        long later = (5_000 + 7 * 1440) * MINUTE;
        assertThat(Feature.DEVICE_USERS_7D.valueIn(fold.observe(SampleEvents.login(++id, 1, later, 10))))
                .isZero();
    }

    @Test
    void aReturningUserCountsOnce() {
        for (int round = 0; round < 50; round++) {
            for (int user = 1; user <= 200; user++) {
                fold.observe(SampleEvents.login(++id, user, (round * 200 + user) * MINUTE, 10));
            }
        }
        assertThat(Feature.DEVICE_USERS_7D.valueIn(fold.observe(SampleEvents.login(++id, 1, 10_001 * MINUTE, 10))))
                .isCloseTo(199, within(1 + FOUR_ERRORS * 199));
    }

    @Test
    void aCountOfAddressesStopsAtFifteen() {
        for (int address = 1; address <= 40; address++) {
            fold.observe(SampleEvents.withdrawal(++id, 1, address, 10, address, 1));
        }
        assertThat(Feature.ADDRESSES_24H.valueIn(fold.observe(SampleEvents.withdrawal(++id, 1, 41, 10, 99, 1))))
                .isEqualTo(15);
    }

    @Test
    void historyUpdatesTheStateLikeAnyEvent() {
        Withdrawal settled = new Withdrawal(
                ++id, 1, 0, SampleEvents.CALM, SampleEvents.ACCOUNT, 10, 100, "BTC", 100, 100, true, 0, true);
        fold.observe(settled);
        assertThat(Feature.WITHDRAWALS_1H.valueIn(fold.observe(SampleEvents.withdrawal(++id, 1, 1, 10, 100, 100))))
                .isEqualTo(1);
    }

    @Test
    void extremeInputsStayFinite() {
        MarketSnapshot wild = new MarketSnapshot(RangeChecks.MAX_MEASURE, -RangeChecks.MAX_MEASURE, 1);
        for (long timeMillis : new long[] {0, LATEST, 0, LATEST, 1}) {
            for (int times = 0; times < 3; times++) {
                double[] vector = fold.observe(new Withdrawal(
                        ++id,
                        1,
                        timeMillis,
                        wild,
                        SampleEvents.ACCOUNT,
                        1,
                        1,
                        "X",
                        RangeChecks.MAX_CENTS,
                        RangeChecks.MAX_CENTS,
                        false,
                        0,
                        true));
                assertThat(Feature.values())
                        .allMatch(feature -> Double.isFinite(feature.scale().of(feature.valueIn(vector))));
            }
        }
    }

    @Test
    void theStateOfAnEntityIsBounded() {
        UserState user = new UserState();
        DeviceState device = new DeviceState();
        AddressState address = new AddressState();
        double[] vector = new double[Feature.COUNT];
        for (long step = 1; step <= 5_000; step++) {
            long timeMillis = step * MINUTE / 3;
            for (ExchangeEvent event : List.of(
                    SampleEvents.login(++id, step, timeMillis, step),
                    SampleEvents.order(++id, step, timeMillis, step, Side.SELL, step),
                    SampleEvents.withdrawal(++id, step, timeMillis, step, step, step))) {
                user.observe(event, vector);
                device.observe(event, vector);
                address.observe(event, vector);
            }
        }
        assertThat(longs(
                        user.access.logins,
                        user.payouts.withdrawals,
                        user.payouts.withdrawnCents,
                        user.trading.soldCents))
                .isEqualTo(3 * 62 + 50);
        assertThat(longs(user.trading.orders, user.trading.soldDayCents, user.trading.counterparties))
                .isEqualTo(14 + 14 + 17);
        assertThat(longs(user.access.devices, user.payouts.addresses, user.trading.symbols))
                .isEqualTo(48 + 48 + 3);
        assertThat(longs(device.users)).isEqualTo(48);
        assertThat(longs(address.users, address.receivedCents)).isEqualTo(48 + 50);
    }

    private static int longs(long[]... arrays) {
        int total = 0;
        for (long[] array : arrays) {
            total += array.length;
        }
        return total;
    }
}
