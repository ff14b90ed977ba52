package firedrill.scoring.evaluation;

import java.util.Comparator;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Some cases from the highest probability down, ready to be weighed: sorted once, then read from front to back for each
 * draw of users.
 */
final class WeightedRanking {

    private final int[] users;
    private final boolean[] positive;
    /** Whether the next has a lower probability. */
    private final boolean[] endsGroup;

    private WeightedRanking(int size) {
        users = new int[size];
        positive = new boolean[size];
        endsGroup = new boolean[size];
    }

    /**
     * The cases that {@code which} chooses, by {@code score}.
     *
     * @param positive which of them were to be found
     */
    static WeightedRanking of(
            ScoredEvents cases, IntPredicate which, IntToDoubleFunction score, IntPredicate positive) {
        int[] order = IntStream.range(0, cases.size())
                .filter(which)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -score.applyAsDouble(i)))
                .mapToInt(Integer::intValue)
                .toArray();
        WeightedRanking ranked = new WeightedRanking(order.length);
        for (int rank = 0; rank < order.length; rank++) {
            ranked.users[rank] = cases.userIndex(order[rank]);
            ranked.positive[rank] = positive.test(order[rank]);
            ranked.endsGroup[rank] =
                    rank == order.length - 1 || score.applyAsDouble(order[rank]) > score.applyAsDouble(order[rank + 1]);
        }
        return ranked;
    }

    int size() {
        return users.length;
    }

    long positiveCount() {
        return IntStream.range(0, positive.length).filter(i -> positive[i]).count();
    }

    /** Who has a case that was to be found. */
    long positiveUserCount() {
        return IntStream.range(0, positive.length)
                .filter(i -> positive[i])
                .map(i -> users[i])
                .distinct()
                .count();
    }

    /** Average precision, with its interval. */
    Estimate averagePrecision(Bootstrap draws) {
        return draws.estimate(positiveCount(), positiveUserCount(), this::averagePrecision);
    }

    /**
     * Average precision if the cases of each user counted as often as {@code weights} says; cases of equal probability
     * share what the end of their group gives. NaN if nothing that counts was to be found.
     *
     * @param weights by the user's place
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
                sum += found > foundBefore ? (found - foundBefore) * found / above : 0;
                foundBefore = found;
            }
        }
        return found > 0 ? sum / found : Double.NaN;
    }
}
