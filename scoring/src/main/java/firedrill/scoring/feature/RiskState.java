package firedrill.scoring.feature;

import firedrill.scoring.feature.state.Label;
import firedrill.scoring.feature.window.DecayedCount;
import java.util.Arrays;

/**
 * Share of one entity's events that are confirmed as fraud, by the labels so far; part of the states of users, devices,
 * networks, sources and addresses.
 *
 * <p>A label is pending until it is effective, and then weighs as much as its event. At most {@value #CAPACITY} batches
 * are pending, {@value #CAPACITY} times {@link Label#BATCH_LENGTH} ahead of the events; beyond that the first two are
 * merged and take effect with the second: late, never early.
 */
public final class RiskState {

    static final int CAPACITY = 8;

    private static final int WIDTH = 3;
    private static final int HALF_LIVES = 1;
    private static final int WEIGHT = 2;

    /** Events. A {@link DecayedCount}. */
    public double[] events = DecayedCount.EMPTY;
    /** Events that are confirmed as fraud. A {@link DecayedCount}. */
    public double[] confirmed = DecayedCount.EMPTY;
    /** Pending batches of labels, earliest first: {@code [effective from, half-lives, weight]} each. */
    public double[] pendingBatches = DecayedCount.EMPTY;

    void addEvent(long timeMillis) {
        events = DecayedCount.add(events, timeMillis);
    }

    /** Adds the label of one event, pending until {@code effectiveFromMillis}. */
    void addLabel(long eventMillis, long effectiveFromMillis) {
        int offset = 0;
        while (offset < pendingBatches.length && pendingBatches[offset] < effectiveFromMillis) {
            offset += WIDTH;
        }
        if (offset == pendingBatches.length || pendingBatches[offset] != effectiveFromMillis) {
            insertBatch(offset, effectiveFromMillis);
        }
        addToBatch(offset, DecayedCount.halfLivesOf(eventMillis), DecayedCount.weightOf(eventMillis));
        if (pendingBatches.length > CAPACITY * WIDTH) {
            addToBatch(WIDTH, (long) pendingBatches[HALF_LIVES], pendingBatches[WEIGHT]);
            pendingBatches = Arrays.copyOfRange(pendingBatches, WIDTH, pendingBatches.length);
        }
    }

    /** Counts the batches that are effective at {@code nowMillis}; precedes every other call at that time. */
    void advanceTo(long nowMillis) {
        int due = 0;
        while (due < pendingBatches.length && pendingBatches[due] <= nowMillis) {
            confirmed =
                    DecayedCount.add(confirmed, (long) pendingBatches[due + HALF_LIVES], pendingBatches[due + WEIGHT]);
            due += WIDTH;
        }
        if (due > 0) {
            pendingBatches = due == pendingBatches.length
                    ? DecayedCount.EMPTY
                    : Arrays.copyOfRange(pendingBatches, due, pendingBatches.length);
        }
    }

    /**
     * Share of confirmed fraud at {@code nowMillis}, in [0, 1). One honest pseudo-event is included, so that one label
     * of one event gives one half. Requires {@link #advanceTo}.
     */
    double confirmedShare(long nowMillis) {
        if (confirmed.length == 0) {
            return 0;
        }
        double fraudulent = DecayedCount.valueAt(confirmed, nowMillis);
        // Labels of unseen events, and rounding, must not lift the share above its bound.
        return fraudulent / (1 + Math.max(fraudulent, DecayedCount.valueAt(events, nowMillis)));
    }

    private void insertBatch(int offset, long effectiveFromMillis) {
        double[] grown = new double[pendingBatches.length + WIDTH];
        System.arraycopy(pendingBatches, 0, grown, 0, offset);
        System.arraycopy(pendingBatches, offset, grown, offset + WIDTH, pendingBatches.length - offset);
        grown[offset] = effectiveFromMillis;
        pendingBatches = grown;
    }

    private void addToBatch(int offset, long halfLives, double weight) {
        double[] batch = pendingBatches[offset + WEIGHT] == 0
                ? DecayedCount.EMPTY
                : Arrays.copyOfRange(pendingBatches, offset + HALF_LIVES, offset + WIDTH);
        double[] sum = DecayedCount.add(batch, halfLives, weight);
        System.arraycopy(sum, 0, pendingBatches, offset + HALF_LIVES, sum.length);
    }
}
