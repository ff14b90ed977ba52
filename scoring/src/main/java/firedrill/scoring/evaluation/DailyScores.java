package firedrill.scoring.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Scores and labels of test rows in time order, in columns of 21 bytes per row. */
public final class DailyScores {

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
     * @param day not before the day of the previous row
     * @param score higher means fraud
     */
    public void add(int day, long userId, double score, boolean fraud) {
        if (size > 0 && day < days[size - 1]) {
            throw new IllegalArgumentException("day " + day + " comes after day " + days[size - 1]);
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

    /** Number of rows. */
    public int size() {
        return size;
    }

    /** Number of days with a row. */
    public int days() {
        return distinctDays;
    }

    /** The rows of each day, in order. */
    List<DayRows> dayRows() {
        List<DayRows> ranges = new ArrayList<>(distinctDays);
        int from = 0;
        for (int i = 1; i <= size; i++) {
            if (i == size || days[i] != days[from]) {
                ranges.add(new DayRows(from, i));
                from = i;
            }
        }
        return ranges;
    }

    /**
     * The rows of one day.
     *
     * @param from index of the first
     * @param to index after the last
     */
    record DayRows(int from, int to) {}

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
