package firedrill.scoring.evaluation;

import java.util.Arrays;

/** Scores of rows that nothing was learned from, in the order of their times: 21 bytes each, however many. */
public final class ScoredTransactions {

    private static final int INITIAL_CAPACITY = 1024;

    private long[] users = new long[INITIAL_CAPACITY];
    private int[] days = new int[INITIAL_CAPACITY];
    private double[] scores = new double[INITIAL_CAPACITY];
    private boolean[] frauds = new boolean[INITIAL_CAPACITY];
    private int size;
    private int distinctDays;

    /**
     * Adds one row.
     *
     * @param day not before the last one that was added
     * @param score more of it means fraud
     */
    public void add(int day, long userId, double score, boolean fraud) {
        if (size > 0 && day < days[size - 1]) {
            throw new IllegalArgumentException("day " + day + " is told after day " + days[size - 1]);
        }
        distinctDays += size == 0 || day > days[size - 1] ? 1 : 0;
        if (size == scores.length) {
            users = Arrays.copyOf(users, 2 * size);
            days = Arrays.copyOf(days, 2 * size);
            scores = Arrays.copyOf(scores, 2 * size);
            frauds = Arrays.copyOf(frauds, 2 * size);
        }
        users[size] = userId;
        days[size] = day;
        scores[size] = score;
        frauds[size] = fraud;
        size++;
    }

    /** How many were added. */
    public int size() {
        return size;
    }

    /** Days that have a row. */
    public int days() {
        return distinctDays;
    }

    int day(int index) {
        return days[index];
    }

    long user(int index) {
        return users[index];
    }

    double score(int index) {
        return scores[index];
    }

    boolean fraud(int index) {
        return frauds[index];
    }

    /** A copy, shape {@code [size()]}. */
    public double[] scores() {
        return Arrays.copyOf(scores, size);
    }

    /** A copy, shape {@code [size()]}. */
    public boolean[] frauds() {
        return Arrays.copyOf(frauds, size);
    }
}
