package firedrill.scoring.evaluation;

import firedrill.scoring.evaluation.DailyScores.DayRows;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Card precision at k: share of compromised users among the k users with the highest scores of a day, as a mean over
 * days.
 *
 * <p>A user's daily score is the highest score of that day's transactions; a user is compromised on a day with a fraud.
 * Users found on an earlier day are excluded. Ties are broken by user id. Source: Fraud Detection Handbook, chapter 4,
 * "Precision top-k metrics".
 *
 * @param k users reviewed per day
 * @param mean mean over all days, in [0, 1]; 0 without a day
 * @param ceiling the same for scores equal to the labels: the largest value possible
 */
public record CardPrecision(int k, double mean, double ceiling) {

    public CardPrecision {
        if (k < 1) {
            throw new IllegalArgumentException("k must be positive, was " + k);
        }
    }

    /** Card precision of {@code rows}. */
    public static CardPrecision of(DailyScores rows, int k) {
        List<DayRows> days = rows.dayRows();
        return new CardPrecision(k, mean(rows, days, k, false), mean(rows, days, k, true));
    }

    private static double mean(DailyScores rows, List<DayRows> days, int k, boolean oracle) {
        Set<Long> found = new HashSet<>();
        double sum = 0;
        for (DayRows day : days) {
            List<Long> foundToday = users(rows, day, oracle, found).stream()
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
        return days.isEmpty() ? 0 : sum / days.size();
    }

    private static List<UserDayScore> users(DailyScores rows, DayRows day, boolean oracle, Set<Long> found) {
        Map<Long, UserDayScore> users = new HashMap<>();
        for (int i = day.from(); i < day.to(); i++) {
            if (!found.contains(rows.user(i))) {
                double score = oracle ? (rows.fraud(i) ? 1 : 0) : rows.score(i);
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
