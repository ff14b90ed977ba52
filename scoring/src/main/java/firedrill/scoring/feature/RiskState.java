package firedrill.scoring.feature;

import firedrill.scoring.feature.state.Label;
import firedrill.scoring.feature.window.DecayedCount;
import java.util.Arrays;

/**
 * How much of what went through one entity turned out to be fraud, by the labels that have arrived; part of the states of
 * users, devices, networks, sources and addresses.
 *
 * <p>A label is held back until it counts, and then weighs what its event weighs. Held back are at most
 * {@value #CAPACITY} batches, which is {@value #CAPACITY} times {@link Label#BATCH_LENGTH} of labels ahead of the events; if there
 * are more, the two that are due first count together, when the second is due: late, never early.
 */
public final class RiskState {

    static final int CAPACITY = 8;

    private static final int WIDTH = 3;
    private static final int HALF_LIVES = 1;
    private static final int WEIGHT = 2;

    /** Of everything that went through. A {@link DecayedCount}. */
    public double[] events = DecayedCount.EMPTY;
    /** Of what is known to be fraud. A {@link DecayedCount}. */
    public double[] confirmed = DecayedCount.EMPTY;
    /** Batches of labels held back, those due first in front: {@code [counts from, half-lives, weight]} for each. */
    public double[] pendingBatches = DecayedCount.EMPTY;

    /** Notes that an event went through. */
    void addEvent(long timeMillis) {
        events = DecayedCount.add(events, timeMillis);
    }

    /** Notes that an event which went through was fraud. */
    void addLabel(long eventMillis, long countsFromMillis) {
        int place = 0;
        while (place < pendingBatches.length && pendingBatches[place] < countsFromMillis) {
            place += WIDTH;
        }
        if (place == pendingBatches.length || pendingBatches[place] != countsFromMillis) {
            insertBatch(place, countsFromMillis);
        }
        addToBatch(place, DecayedCount.halfLivesOf(eventMillis), DecayedCount.weightOf(eventMillis));
        if (pendingBatches.length > CAPACITY * WIDTH) {
            addToBatch(WIDTH, (long) pendingBatches[HALF_LIVES], pendingBatches[WEIGHT]);
            pendingBatches = Arrays.copyOfRange(pendingBatches, WIDTH, pendingBatches.length);
        }
    }

    /** Counts what is due at {@code nowMillis}; before anything else is done at that time. */
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
     * The share that is known to be fraud at {@code nowMillis}, in [0, 1); one honest event is assumed beforehand, so that
     * one report about one event is one half. What is due must have been counted.
     */
    double confirmedShare(long nowMillis) {
        if (confirmed.length == 0) {
            return 0;
        }
        double fraudulent = DecayedCount.valueAt(confirmed, nowMillis);
        // A label of an event that this memory has not seen, or that was rounded, makes the share no larger than it can
        // be.
        return fraudulent / (1 + Math.max(fraudulent, DecayedCount.valueAt(events, nowMillis)));
    }

    private void insertBatch(int place, long countsFromMillis) {
        double[] more = new double[pendingBatches.length + WIDTH];
        System.arraycopy(pendingBatches, 0, more, 0, place);
        System.arraycopy(pendingBatches, place, more, place + WIDTH, pendingBatches.length - place);
        more[place] = countsFromMillis;
        pendingBatches = more;
    }

    private void addToBatch(int place, long halfLives, double weight) {
        double[] batch = pendingBatches[place + WEIGHT] == 0
                ? DecayedCount.EMPTY
                : Arrays.copyOfRange(pendingBatches, place + HALF_LIVES, place + WIDTH);
        double[] sum = DecayedCount.add(batch, halfLives, weight);
        System.arraycopy(sum, 0, pendingBatches, place + HALF_LIVES, sum.length);
    }
}
