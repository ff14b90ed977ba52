package firedrill.scoring.feature;

import java.util.Arrays;

/**
 * How much of what went through one entity turned out to be fraud, by the labels that have arrived; part of the states of
 * users, devices, networks, sources and addresses.
 *
 * <p>A label is held back until it counts, and then weighs what its event weighs. Held back are at most
 * {@value #CAPACITY} batches, which is {@value #CAPACITY} times {@link Label#BATCH} of labels ahead of the events; if there
 * are more, the two that are due first count together, when the second is due: late, never early.
 */
public final class RiskState {

    static final int CAPACITY = 8;

    private static final int WIDTH = 3;
    private static final int HALF_LIVES = 1;
    private static final int WEIGHT = 2;

    /** Of everything that went through. A {@link DecayedCount}. */
    public double[] seen = DecayedCount.NONE;
    /** Of what is known to be fraud. A {@link DecayedCount}. */
    public double[] confirmed = DecayedCount.NONE;
    /** Batches of labels held back, those due first in front: {@code [counts from, half-lives, weight]} for each. */
    public double[] heldBack = DecayedCount.NONE;

    /** Notes that an event went through. */
    void saw(long timeMillis) {
        seen = DecayedCount.add(seen, timeMillis);
    }

    /** Notes that an event which went through was fraud. */
    void learn(long eventMillis, long countsFromMillis) {
        int place = 0;
        while (place < heldBack.length && heldBack[place] < countsFromMillis) {
            place += WIDTH;
        }
        if (place == heldBack.length || heldBack[place] != countsFromMillis) {
            open(place, countsFromMillis);
        }
        add(place, DecayedCount.halfLivesOf(eventMillis), DecayedCount.weightOf(eventMillis));
        if (heldBack.length > CAPACITY * WIDTH) {
            add(WIDTH, (long) heldBack[HALF_LIVES], heldBack[WEIGHT]);
            heldBack = Arrays.copyOfRange(heldBack, WIDTH, heldBack.length);
        }
    }

    /** Counts what is due at {@code nowMillis}; before anything else is done at that time. */
    void advanceTo(long nowMillis) {
        int due = 0;
        while (due < heldBack.length && heldBack[due] <= nowMillis) {
            confirmed = DecayedCount.add(confirmed, (long) heldBack[due + HALF_LIVES], heldBack[due + WEIGHT]);
            due += WIDTH;
        }
        if (due > 0) {
            heldBack = due == heldBack.length ? DecayedCount.NONE : Arrays.copyOfRange(heldBack, due, heldBack.length);
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
        double fraudulent = DecayedCount.at(confirmed, nowMillis);
        // A label of an event that this memory has not seen, or that was rounded, makes the share no larger than it can
        // be.
        return fraudulent / (1 + Math.max(fraudulent, DecayedCount.at(seen, nowMillis)));
    }

    private void open(int place, long countsFromMillis) {
        double[] more = new double[heldBack.length + WIDTH];
        System.arraycopy(heldBack, 0, more, 0, place);
        System.arraycopy(heldBack, place, more, place + WIDTH, heldBack.length - place);
        more[place] = countsFromMillis;
        heldBack = more;
    }

    private void add(int place, long halfLives, double weight) {
        double[] batch = heldBack[place + WEIGHT] == 0
                ? DecayedCount.NONE
                : Arrays.copyOfRange(heldBack, place + HALF_LIVES, place + WIDTH);
        double[] sum = DecayedCount.add(batch, halfLives, weight);
        System.arraycopy(sum, 0, heldBack, place + HALF_LIVES, sum.length);
    }
}
