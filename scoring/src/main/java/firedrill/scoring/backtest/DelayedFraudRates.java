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
 * Fraud rates of the entities of a transaction (user, counterparty, device, network, as far as the table has them),
 * over rows old enough for their labels to have arrived.
 *
 * <p>At time {@code t} a window of length {@code w} holds the rows of {@code (t - delay - w, t - delay]}. A row whose
 * label has not arrived counts neither as fraud nor as honest; it would bias the rate downwards. Later rows of the
 * table are never included, even at a delay of 0. Counts are exact and O(1) per row. Memory holds the rows of the delay
 * and the longest window, and six counts per entity.
 */
final class DelayedFraudRates {

    /** Lengths for new, recent and rare fraud; together they show whether it starts or ends. */
    static final List<Integer> WINDOW_DAYS = List.of(1, 7, 30);

    private static final int WINDOWS = WINDOW_DAYS.size();
    private static final int COUNTERS = 2;
    private static final int LONGEST = WINDOWS - 1;

    private final long delayMillis;
    private final List<ColumnRole> entities;
    private final List<EntityCounts> counts;
    private final RowRingBuffer rows;
    /** Number of the first row whose label has not arrived. */
    private long firstUnlabelled;
    /** Number of the first row of each window. */
    private final long[] windowStarts = new long[WINDOWS];

    /**
     * Empty windows.
     *
     * @param delayMillis time from a row to its label
     */
    DelayedFraudRates(ColumnMapping mapping, long delayMillis) {
        this.delayMillis = delayMillis;
        this.entities = Stream.of(ColumnRole.USER, ColumnRole.COUNTERPARTY, ColumnRole.DEVICE, ColumnRole.NETWORK)
                .filter(role -> mapping.column(role).isPresent())
                .toList();
        this.counts = entities.stream().map(role -> new EntityCounts()).toList();
        this.rows = new RowRingBuffer(entities.size());
    }

    /** Columns of {@link #writeFeatures}: number of rows and share of frauds, by entity and window. */
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
     * Writes the fraud rates of the entities of {@code row} as of its time into {@code vector}, from {@code offset} on.
     * Rows must come in time order.
     */
    void writeFeatures(Transaction row, double[] vector, int offset) {
        advanceTo(row.timeMillis());
        for (int i = 0; i < entities.size(); i++) {
            counts.get(i).fill(idOf(row, entities.get(i)), vector, offset + i * COUNTERS * WINDOWS);
        }
    }

    /** Adds {@code row}, which counts once its label has arrived. */
    void add(Transaction row) {
        int[] entityIds = new int[entities.size()];
        for (int i = 0; i < entityIds.length; i++) {
            entityIds[i] = idOf(row, entities.get(i));
        }
        rows.add(row.timeMillis(), row.fraud(), entityIds);
    }

    /** Number of rows in memory. */
    long heldRows() {
        return rows.nextNumber() - rows.firstNumber();
    }

    private void advanceTo(long nowMillis) {
        long labelledUntil = nowMillis - delayMillis;
        for (;
                firstUnlabelled < rows.nextNumber() && rows.timeMillis(firstUnlabelled) <= labelledUntil;
                firstUnlabelled++) {
            for (int window = 0; window < WINDOWS; window++) {
                count(firstUnlabelled, window, 1);
            }
        }
        for (int window = 0; window < WINDOWS; window++) {
            long tooOld = labelledUntil - WINDOW_DAYS.get(window) * BacktestPlan.DAY_MILLIS;
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
                    default -> throw new IllegalArgumentException(entity + " is not an entity");
                });
    }

    /** Counts of the entities of one kind, with ids from 1; id 0 means unknown and is not counted. */
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

        /** Without a row the share is written as 0. */
        void fill(int entity, double[] vector, int offset) {
            int from = COUNTERS * entity * WINDOWS;
            for (int i = 0; i < COUNTERS * WINDOWS; i += COUNTERS) {
                int rowCount = from + i < all.length ? all[from + i] : 0;
                vector[offset + i] = rowCount;
                vector[offset + i + 1] = rowCount == 0 ? 0 : (double) all[from + i + 1] / rowCount;
            }
        }
    }
}
