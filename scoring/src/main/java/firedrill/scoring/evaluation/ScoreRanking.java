package firedrill.scoring.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Rows from the highest probability down, in groups of equal probability.
 *
 * <p>{@code rowsUpTo[g]} and {@code fraudsUpTo[g]} count the rows and frauds of the first {@code g} groups.
 */
final class ScoreRanking {

    private final long[] rowsUpTo;
    private final long[] fraudsUpTo;

    private ScoreRanking(long[] rowsUpTo, long[] fraudsUpTo) {
        this.rowsUpTo = rowsUpTo;
        this.fraudsUpTo = fraudsUpTo;
    }

    static ScoreRanking of(double[] probabilities, boolean[] frauds) {
        int count = probabilities.length;
        if (count == 0 || frauds.length != count) {
            throw new IllegalArgumentException(
                    "one label for each of at least one probability, had " + frauds.length + " and " + count);
        }
        int[] ranked = IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -probabilities[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        long[] rows = new long[count + 1];
        long[] fraudulent = new long[count + 1];
        int groups = 0;
        for (int rank = 0; rank < count; rank++) {
            if (rank == 0 || probabilities[ranked[rank]] < probabilities[ranked[rank - 1]]) {
                groups++;
                rows[groups] = rows[groups - 1];
                fraudulent[groups] = fraudulent[groups - 1];
            }
            rows[groups]++;
            fraudulent[groups] += frauds[ranked[rank]] ? 1 : 0;
        }
        return new ScoreRanking(Arrays.copyOf(rows, groups + 1), Arrays.copyOf(fraudulent, groups + 1));
    }

    long rows() {
        return rowsUpTo[rowsUpTo.length - 1];
    }

    long frauds() {
        return fraudsUpTo[fraudsUpTo.length - 1];
    }

    double averagePrecision() {
        double sum = 0;
        for (int group = 1; group < rowsUpTo.length; group++) {
            long found = fraudsUpTo[group] - fraudsUpTo[group - 1];
            sum += found * ((double) fraudsUpTo[group] / rowsUpTo[group]);
        }
        return frauds() == 0 ? 0 : sum / frauds();
    }

    double rocAuc() {
        double won = 0;
        for (int group = 1; group < rowsUpTo.length; group++) {
            double found = fraudsUpTo[group] - fraudsUpTo[group - 1];
            double honestHere = rowsUpTo[group] - rowsUpTo[group - 1] - found;
            double honestBelow = rows() - frauds() - (rowsUpTo[group] - fraudsUpTo[group]);
            won += found * (honestBelow + honestHere / 2);
        }
        double pairs = (double) frauds() * (rows() - frauds());
        return pairs > 0 ? won / pairs : 0.5;
    }

    /** Share of frauds among the {@code share} of rows at the top. */
    double recallAt(double share) {
        double places = share * rows();
        int group = 1;
        while (group < rowsUpTo.length - 1 && rowsUpTo[group] < places) {
            group++;
        }
        double above = fraudsUpTo[group - 1];
        double here = fraudsUpTo[group] - above;
        double taken = (places - rowsUpTo[group - 1]) / (rowsUpTo[group] - rowsUpTo[group - 1]);
        return frauds() == 0 ? 0 : (above + here * taken) / frauds();
    }
}
