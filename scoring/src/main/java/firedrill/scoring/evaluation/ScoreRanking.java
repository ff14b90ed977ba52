package firedrill.scoring.evaluation;

import java.util.Comparator;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Rows sorted by falling score, in groups of equal scores. Sorted once; metrics read it front to back, some of them
 * once per resample with the weight of each user.
 */
final class ScoreRanking {

    private final int[] users;
    private final boolean[] positive;
    /** Whether the next row has a lower score. */
    private final boolean[] endsGroup;

    private ScoreRanking(int size) {
        users = new int[size];
        positive = new boolean[size];
        endsGroup = new boolean[size];
    }

    /** Ranks {@code scores[i]} with the labels {@code positives[i]}, at least one row, all of one user. */
    static ScoreRanking of(double[] scores, boolean[] positives) {
        if (scores.length == 0 || positives.length != scores.length) {
            throw new IllegalArgumentException("one label for each of at least one score is needed, had "
                    + positives.length + " and " + scores.length);
        }
        return of(IntStream.range(0, scores.length), row -> 0, row -> scores[row], row -> positives[row]);
    }

    /**
     * Ranks the events that {@code filter} selects.
     *
     * @param positive the label of each event
     */
    static ScoreRanking of(ScoredEvents events, IntPredicate filter, IntToDoubleFunction score, IntPredicate positive) {
        return of(IntStream.range(0, events.size()).filter(filter), events::userIndex, score, positive);
    }

    private static ScoreRanking of(
            IntStream rows, IntUnaryOperator user, IntToDoubleFunction score, IntPredicate positive) {
        int[] order = rows.boxed()
                .sorted(Comparator.comparingDouble(row -> -score.applyAsDouble(row)))
                .mapToInt(Integer::intValue)
                .toArray();
        ScoreRanking ranking = new ScoreRanking(order.length);
        for (int rank = 0; rank < order.length; rank++) {
            ranking.users[rank] = user.applyAsInt(order[rank]);
            ranking.positive[rank] = positive.test(order[rank]);
            ranking.endsGroup[rank] =
                    rank == order.length - 1 || score.applyAsDouble(order[rank]) > score.applyAsDouble(order[rank + 1]);
        }
        return ranking;
    }

    int size() {
        return users.length;
    }

    long positiveCount() {
        return IntStream.range(0, positive.length).filter(i -> positive[i]).count();
    }

    /** Number of users with a positive row. */
    long positiveUserCount() {
        return IntStream.range(0, positive.length)
                .filter(i -> positive[i])
                .map(i -> users[i])
                .distinct()
                .count();
    }

    /** Average precision of a ranking of one user; 0 without a positive row. */
    double averagePrecision() {
        double value = averagePrecision(new int[] {1});
        return Double.isNaN(value) ? 0 : value;
    }

    /** Average precision, with its interval. */
    Estimate averagePrecision(Bootstrap bootstrap) {
        return bootstrap.estimate(positiveCount(), positiveUserCount(), this::averagePrecision);
    }

    /**
     * Average precision with the rows of each user weighted; rows of equal score count at the end of their group. NaN
     * if no positive row has a weight.
     *
     * @param weights weight by user index
     */
    double averagePrecision(int[] weights) {
        double above = 0;
        double found = 0;
        double foundBefore = 0;
        double sum = 0;
        for (int rank = 0; rank < users.length; rank++) {
            int weight = weights[users[rank]];
            above += weight;
            found += positive[rank] ? weight : 0;
            if (endsGroup[rank]) {
                sum += found > foundBefore ? (found - foundBefore) * (found / above) : 0;
                foundBefore = found;
            }
        }
        return found > 0 ? sum / found : Double.NaN;
    }

    /** Probability that a positive row ranks above a negative one, ties counting half; 0.5 if one class is missing. */
    double rocAuc() {
        long positives = positiveCount();
        long negatives = size() - positives;
        double won = 0;
        long positivesBefore = 0;
        long positivesSeen = 0;
        long negativesBefore = 0;
        for (int rank = 0; rank < positive.length; rank++) {
            positivesSeen += positive[rank] ? 1 : 0;
            if (endsGroup[rank]) {
                double found = positivesSeen - positivesBefore;
                long negativesSeen = rank + 1 - positivesSeen;
                double negativesHere = negativesSeen - negativesBefore;
                double negativesBelow = negatives - negativesSeen;
                won += found * (negativesBelow + negativesHere / 2);
                positivesBefore = positivesSeen;
                negativesBefore = negativesSeen;
            }
        }
        double pairs = (double) positives * negatives;
        return pairs > 0 ? won / pairs : 0.5;
    }

    /**
     * Share of positives among the top {@code share} of rows; a group across the boundary counts by its part above it.
     */
    double recallAt(double share) {
        double capacity = share * size();
        int start = 0;
        int end = groupEnd(start);
        while (end < size() && end < capacity) {
            start = end;
            end = groupEnd(start);
        }
        double above = positives(0, start);
        double here = positives(start, end);
        double taken = (capacity - start) / (end - start);
        long all = positiveCount();
        return all == 0 ? 0 : (above + here * taken) / all;
    }

    /** Rank after the last row of the group that starts at {@code start}. */
    private int groupEnd(int start) {
        int end = start;
        while (!endsGroup[end]) {
            end++;
        }
        return end + 1;
    }

    private long positives(int from, int to) {
        return IntStream.range(from, to).filter(i -> positive[i]).count();
    }
}
