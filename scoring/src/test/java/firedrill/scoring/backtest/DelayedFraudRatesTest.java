package firedrill.scoring.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.scoring.backtest.table.ColumnMapping;
import firedrill.scoring.backtest.table.ColumnMapping.ColumnRole;
import firedrill.scoring.backtest.table.TimeFormat;
import firedrill.scoring.backtest.table.Transaction;
import firedrill.scoring.model.FeatureSchema.FeatureColumn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToLongFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DelayedFraudRatesTest {

    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long DAY = 24 * HOUR;
    private static final int NUMBERS_OF_ONE = 6;
    private static final ColumnMapping ALL = mapping(ColumnRole.DEVICE, ColumnRole.NETWORK);

    @Property(tries = 200)
    void everyNumberIsWhatCountingAllEarlierRowsGives(
            @ForAll long seed,
            @ForAll @IntRange(max = 9) int delayDays,
            @ForAll @IntRange(min = 1, max = 400) int count) {
        List<Transaction> rows = rows(seed, count);
        List<double[]> vectors = observed(rows, delayDays * DAY);
        for (int i = 0; i < count; i++) {
            assertThat(vectors.get(i)).isEqualTo(slow(rows, i, delayDays * DAY));
        }
    }

    @Property(tries = 100)
    void noLabelThatHasNotArrivedAndNoLaterRowChangesANumber(
            @ForAll long seed, @ForAll @IntRange(max = 9) int delayDays) {
        List<Transaction> rows = rows(seed, 300);
        int asking = 200;
        long lastKnown = rows.get(asking).timeMillis() - delayDays * DAY;
        List<Transaction> planted = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Transaction row = rows.get(i);
            boolean isFuture = i >= asking || row.timeMillis() > lastKnown;
            planted.add(isFuture ? labelled(row, !row.fraud()) : row);
        }
        assertThat(observed(planted, delayDays * DAY).get(asking))
                .isEqualTo(observed(rows, delayDays * DAY).get(asking));
    }

    @Test
    void aWindowBeginsJustAfterItsLengthAndEndsWhenALabelHasJustArrived() {
        long delay = 7 * DAY;
        DelayedFraudRates known = new DelayedFraudRates(mapping(), delay);
        known.add(row(1, 0, 1, 1, true, 0, 0));
        known.add(row(2, DAY, 1, 2, false, 0, 0));
        assertThat(ofUser(known, delay - 1)).containsExactly(0, 0, 0, 0, 0, 0);
        assertThat(ofUser(known, delay)).containsExactly(1, 1, 1, 1, 1, 1);
        assertThat(ofUser(known, delay + DAY - 1)).containsExactly(1, 1, 1, 1, 1, 1);
        assertThat(ofUser(known, delay + DAY)).containsExactly(1, 0, 2, 0.5, 2, 0.5);
        assertThat(ofUser(known, delay + 7 * DAY)).containsExactly(0, 0, 1, 0, 2, 0.5);
        assertThat(ofUser(known, delay + 30 * DAY)).containsExactly(0, 0, 0, 0, 1, 0);
    }

    @Test
    void anAbsentEntityHasNoRate() {
        DelayedFraudRates known = new DelayedFraudRates(ALL, 0);
        double[] vector = new double[24];
        known.add(row(1, 0, 1, 1, true, 0, 0));
        known.add(row(2, DAY, 1, 1, true, 0, 0));
        known.writeFeatures(row(3, DAY, 1, 1, true, 0, 0), vector, 0);
        assertThat(vector).startsWith(1, 1, 2, 1, 2, 1).endsWith(new double[12]);
    }

    @Test
    void theColumnsAreNamedForWhatTheTableHas() {
        assertThat(new DelayedFraudRates(mapping(ColumnRole.NETWORK), 0).columns())
                .extracting(FeatureColumn::name)
                .hasSize(3 * NUMBERS_OF_ONE)
                .startsWith("user_known_rows_1d", "user_known_share_1d", "user_known_rows_7d")
                .contains("counterparty_known_share_30d")
                .endsWith("network_known_share_30d");
    }

    @Test
    void onlyTheRowsOfTheDelayAndTheLongestWindowAreHeld() {
        DelayedFraudRates known = new DelayedFraudRates(mapping(), 7 * DAY);
        double[] vector = new double[12];
        for (int hour = 0; hour < 24 * 200; hour++) {
            Transaction row = row(hour + 1, hour * HOUR, 1 + hour % 50, 1, false, 0, 0);
            known.writeFeatures(row, vector, 0);
            known.add(row);
            assertThat(known.heldRows()).isLessThanOrEqualTo(24 * 37);
        }
        assertThat(known.heldRows()).isEqualTo(24 * 37);
    }

    /** What a row of user 1 at {@code timeMillis} gets as features. */
    private static double[] ofUser(DelayedFraudRates known, long timeMillis) {
        double[] vector = new double[12];
        known.writeFeatures(row(99, timeMillis, 1, 99, false, 0, 0), vector, 0);
        double[] ofUser = new double[NUMBERS_OF_ONE];
        System.arraycopy(vector, 0, ofUser, 0, NUMBERS_OF_ONE);
        return ofUser;
    }

    private static List<double[]> observed(List<Transaction> rows, long delayMillis) {
        DelayedFraudRates known = new DelayedFraudRates(ALL, delayMillis);
        List<double[]> vectors = new ArrayList<>();
        for (Transaction row : rows) {
            double[] vector = new double[4 * NUMBERS_OF_ONE];
            known.writeFeatures(row, vector, 0);
            known.add(row);
            vectors.add(vector);
        }
        return vectors;
    }

    /** By the definition alone: every earlier row is looked at. */
    private static double[] slow(List<Transaction> rows, int asking, long delayMillis) {
        List<ToLongFunction<Transaction>> entities = List.of(
                Transaction::userId, Transaction::counterpartyId, Transaction::deviceId, Transaction::networkId);
        double[] vector = new double[4 * NUMBERS_OF_ONE];
        int place = 0;
        for (ToLongFunction<Transaction> entity : entities) {
            long who = entity.applyAsLong(rows.get(asking));
            for (int days : new int[] {1, 7, 30}) {
                int seen = 0;
                int frauds = 0;
                for (Transaction row : rows.subList(0, asking)) {
                    long age = rows.get(asking).timeMillis() - row.timeMillis() - delayMillis;
                    if (who != 0 && entity.applyAsLong(row) == who && age >= 0 && age < days * DAY) {
                        seen++;
                        frauds += row.fraud() ? 1 : 0;
                    }
                }
                vector[place++] = seen;
                vector[place++] = seen == 0 ? 0 : (double) frauds / seen;
            }
        }
        return vector;
    }

    /** Times are whole hours, most of them whole days, so that many rows stand exactly at an edge. */
    private static List<Transaction> rows(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Transaction> rows = new ArrayList<>();
        long time = 0;
        for (int i = 1; i <= count; i++) {
            time += random.nextInt(3) == 0 ? 0 : random.nextInt(3) == 0 ? HOUR : random.nextInt(3) * DAY;
            rows.add(row(
                    i,
                    time,
                    1 + random.nextInt(4),
                    1 + random.nextInt(30),
                    random.nextInt(3) == 0,
                    random.nextInt(3),
                    random.nextInt(6)));
        }
        return rows;
    }

    private static Transaction row(
            long number, long timeMillis, long user, long counterparty, boolean fraud, long device, long network) {
        return new Transaction(number, "r" + number, timeMillis, user, counterparty, 100, fraud, device, network);
    }

    private static Transaction labelled(Transaction row, boolean fraud) {
        return row(
                row.number(),
                row.timeMillis(),
                row.userId(),
                row.counterpartyId(),
                fraud,
                row.deviceId(),
                row.networkId());
    }

    private static ColumnMapping mapping(ColumnRole... more) {
        Map<ColumnRole, String> columns = new HashMap<>();
        for (ColumnRole role : ColumnRole.values()) {
            if (role.isRequired() || List.of(more).contains(role)) {
                columns.put(role, role.name());
            }
        }
        return new ColumnMapping(columns, TimeFormat.PatternFormat.ISO, ',');
    }
}
