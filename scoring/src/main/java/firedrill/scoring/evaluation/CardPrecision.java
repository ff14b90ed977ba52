package firedrill.scoring.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Card precision at k: of k users whom analysts can look at in a day, the share that was compromised, as a mean over days.
 *
 * <p>A user's score of a day is the highest of that day's transactions, and a user is compromised on a day with a fraud. Who
 * was found on an earlier day is known and does not count again. Users with equal scores come in the order of their ids.
 * Source: Fraud Detection Handbook, chapter 4, "Precision top-k metrics".
 *
 * @param k users a day
 * @param mean of all days, in [0, 1]; 0 without a day
 * @param ceiling what scores that knew the labels would have reached
 */
public record CardPrecision(int k, double mean, double ceiling) {

    public CardPrecision {
        if (k < 1) {
            throw new IllegalArgumentException("k must be positive, was " + k);
        }
    }

    /** Of the rows that were scored. */
    public static CardPrecision of(ScoredTransactions rows, int k) {
        List<Integer> starts = dayStarts(rows);
        return new CardPrecision(k, mean(rows, starts, k, false), mean(rows, starts, k, true));
    }

    private static List<Integer> dayStarts(ScoredTransactions rows) {
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (i == 0 || rows.day(i) != rows.day(i - 1)) {
                starts.add(i);
            }
        }
        starts.add(rows.size());
        return starts;
    }

    private static double mean(ScoredTransactions rows, List<Integer> starts, int k, boolean knowing) {
        Set<Long> found = new HashSet<>();
        double sum = 0;
        for (int day = 0; day < starts.size() - 1; day++) {
            List<Long> foundToday = users(rows, starts.get(day), starts.get(day + 1), knowing, found).stream()
                    .sorted(Comparator.comparingDouble(UserDayScore::score)
                            .reversed()
                            .thenComparing(UserDayScore::id))
                    .limit(k)
                    .filter(UserDayScore::compromised)
                    .map(UserDayScore::id)
                    .toList();
            sum += (double) foundToday.size() / k;
            found.addAll(foundToday);
        }
        return starts.size() == 1 ? 0 : sum / (starts.size() - 1);
    }

    private static List<UserDayScore> users(
            ScoredTransactions rows, int from, int to, boolean knowing, Set<Long> found) {
        Map<Long, UserDayScore> users = new HashMap<>();
        for (int i = from; i < to; i++) {
            if (!found.contains(rows.user(i))) {
                double score = knowing ? (rows.fraud(i) ? 1 : 0) : rows.score(i);
                users.merge(rows.user(i), new UserDayScore(rows.user(i), score, rows.fraud(i)), UserDayScore::with);
            }
        }
        return List.copyOf(users.values());
    }

    /** One user on one day. */
    private record UserDayScore(long id, double score, boolean compromised) {

        UserDayScore with(UserDayScore other) {
            return new UserDayScore(id, Math.max(score, other.score), compromised || other.compromised);
        }
    }
}
