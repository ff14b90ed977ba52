package firedrill.scoring.backtest;

import firedrill.scoring.backtest.table.ColumnMapping;
import firedrill.scoring.backtest.table.ColumnMapping.ColumnRole;
import firedrill.scoring.backtest.table.Transaction;
import firedrill.scoring.feature.Scale;
import firedrill.scoring.model.FeatureSchema.FeatureColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How much of what went through an entity was fraud, counted over rows that are old enough for their labels to have
 * arrived: of the user, the counterparty, the device and the network, as far as the table has them.
 *
 * <p>At time {@code t} a window of length {@code w} holds the rows of {@code (t - delay - w, t - delay]}. It ends where
 * labels begin to be missing, so that a row whose label is on its way counts neither as fraud nor as honest; a share over
 * all rows would fall with each of those. Rows that stand below the asking row are not in it, even at a delay of nothing.
 * Counts are exact, and O(1) for each row. Memory holds the rows of the delay and the longest window, and six counts for
 * each entity.
 */
final class DelayedFraudRates {

    /** A day shows what is new, a month what is rare; three lengths show when it began and whether it is over. */
    static final List<Integer> WINDOW_DAYS = List.of(1, 7, 30);

    private static final int WINDOWS = WINDOW_DAYS.size();
    private static final int COUNTERS = 2;
    private static final int LONGEST = WINDOWS - 1;

    private final long delayMillis;
    private final List<ColumnRole> entities;
    private final List<EntityCounts> counts;
    private final RowRingBuffer rows;
    /** The first row whose label has not arrived. */
    private long firstUnlabelled;
    /** By window: the first row that is not too old. */
    private final long[] windowStarts = new long[WINDOWS];

    /**
     * Nothing yet.
     *
     * @param delayMillis from a row to its label
     */
    DelayedFraudRates(ColumnMapping mapping, long delayMillis) {
        this.delayMillis = delayMillis;
        this.entities = Stream.of(ColumnRole.USER, ColumnRole.COUNTERPARTY, ColumnRole.DEVICE, ColumnRole.NETWORK)
                .filter(role -> mapping.column(role).isPresent())
                .toList();
        this.counts = entities.stream().map(role -> new EntityCounts()).toList();
        this.rows = new RowRingBuffer(entities.size());
    }

    /** What {@link #writeFeatures} writes: by entity and window the number of rows, and the share of frauds. */
    List<FeatureColumn> columns() {
        List<FeatureColumn> columns = new ArrayList<>();
        for (ColumnRole entity : entities) {
            String name = entity.name().toLowerCase(Locale.ROOT);
            for (int days : WINDOW_DAYS) {
                columns.add(new FeatureColumn(name + "_known_rows_" + days + "d", Scale.LOG));
                columns.add(new FeatureColumn(name + "_known_share_" + days + "d", Scale.LINEAR));
            }
        }
        return columns;
    }

    /**
     * Writes what is known of the entities of {@code row} when it happens into {@code vector}, from {@code place} on. No
     * row may be earlier than one that was told or added before.
     */
    void writeFeatures(Transaction row, double[] vector, int place) {
        advanceTo(row.timeMillis());
        for (int i = 0; i < entities.size(); i++) {
            counts.get(i).fill(idOf(row, entities.get(i)), vector, place + i * COUNTERS * WINDOWS);
        }
    }

    /** Remembers {@code row}, so that it counts once its label has arrived. */
    void add(Transaction row) {
        int[] who = new int[entities.size()];
        for (int i = 0; i < who.length; i++) {
            who[i] = idOf(row, entities.get(i));
        }
        rows.add(row.timeMillis(), row.fraud(), who);
    }

    /** How many rows are held. */
    long heldRows() {
        return rows.nextNumber() - rows.firstNumber();
    }

    private void advanceTo(long nowMillis) {
        long youngest = nowMillis - delayMillis;
        for (; firstUnlabelled < rows.nextNumber() && rows.timeMillis(firstUnlabelled) <= youngest; firstUnlabelled++) {
            for (int window = 0; window < WINDOWS; window++) {
                count(firstUnlabelled, window, 1);
            }
        }
        for (int window = 0; window < WINDOWS; window++) {
            long tooOld = youngest - WINDOW_DAYS.get(window) * BacktestPlan.DAY_MILLIS;
            for (;
                    windowStarts[window] < firstUnlabelled && rows.timeMillis(windowStarts[window]) <= tooOld;
                    windowStarts[window]++) {
                count(windowStarts[window], window, -1);
            }
        }
        rows.discardBefore(windowStarts[LONGEST]);
    }

    private void count(long number, int window, int by) {
        for (int i = 0; i < counts.size(); i++) {
            counts.get(i).add(rows.entityId(number, i), window, by, rows.isFraud(number));
        }
    }

    private static int idOf(Transaction row, ColumnRole entity) {
        return Math.toIntExact(
                switch (entity) {
                    case USER -> row.userId();
                    case COUNTERPARTY -> row.counterpartyId();
                    case DEVICE -> row.deviceId();
                    case NETWORK -> row.networkId();
                    default -> throw new IllegalArgumentException(entity + " is no entity");
                });
    }

    /** Of the entities of one kind, which are numbered from 1; 0 is nobody, of whom nothing is known. */
    private static final class EntityCounts {

        private int[] all = new int[COUNTERS * WINDOWS];

        void add(int entity, int window, int by, boolean fraud) {
            if (entity == 0) {
                return;
            }
            int at = COUNTERS * (entity * WINDOWS + window);
            if (at >= all.length) {
                all = Arrays.copyOf(all, Math.max(2 * all.length, at + COUNTERS * WINDOWS));
            }
            all[at] += by;
            all[at + 1] += fraud ? by : 0;
        }

        /** Without a row there is no share; it is written as 0, as if nobody had complained. */
        void fill(int entity, double[] vector, int place) {
            int from = COUNTERS * entity * WINDOWS;
            for (int i = 0; i < COUNTERS * WINDOWS; i += COUNTERS) {
                int seen = from + i < all.length ? all[from + i] : 0;
                vector[place + i] = seen;
                vector[place + i + 1] = seen == 0 ? 0 : (double) all[from + i + 1] / seen;
            }
        }
    }
}
