package firedrill.scoring.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CardPrecisionTest {

    /** One scored transaction. */
    private record ScoredRow(int day, long user, double score, boolean fraud) {}

    /**
     * Day 1: user 1 scores 0.9 on an honest payment and is compromised by another, user 2 scores 0.8 and is honest, user 3
     * is compromised and scores 0.7. So of the top two, user 1 is found. Day 2: user 1 is known and gone; user 3 and user 4
     * are the top two, and user 3 is found. Day 3: every compromised user is known.
     */
    @Test
    void aSmallWeekIsCountedByHand() {
        DailyScores rows = rows(List.of(
                new ScoredRow(1, 1, 0.9, false),
                new ScoredRow(1, 1, 0.1, true),
                new ScoredRow(1, 2, 0.8, false),
                new ScoredRow(1, 3, 0.7, true),
                new ScoredRow(2, 1, 0.99, true),
                new ScoredRow(2, 3, 0.6, true),
                new ScoredRow(2, 4, 0.5, false),
                new ScoredRow(2, 2, 0.4, false),
                new ScoredRow(3, 3, 0.9, true),
                new ScoredRow(3, 4, 0.3, false)));
        // Scores equal to the labels find users 1 and 3 on the first day, and no user remains.
        assertThat(CardPrecision.of(rows, 2)).isEqualTo(new CardPrecision(2, (0.5 + 0.5 + 0) / 3, (1.0 + 0 + 0) / 3));
        assertThat(CardPrecision.of(rows, 1)).isEqualTo(new CardPrecision(1, (1 + 1.0 + 0) / 3, (1 + 1.0 + 0) / 3));
        assertThat(rows.days()).isEqualTo(3);
    }

    @Test
    void moreAnalystsThanUsersStillDivideByTheAnalysts() {
        assertThat(CardPrecision.of(rows(List.of(new ScoredRow(1, 1, 0.9, true))), 100))
                .isEqualTo(new CardPrecision(100, 0.01, 0.01));
    }

    @Test
    void noRowIsNoPrecision() {
        assertThat(CardPrecision.of(new DailyScores(), 5)).isEqualTo(new CardPrecision(5, 0, 0));
    }

    @Test
    void rowsMustArriveInTheOrderOfTheirDays() {
        DailyScores rows = rows(List.of(new ScoredRow(2, 1, 0.9, true)));
        assertThatThrownBy(() -> rows.add(1, 1, 0.5, false)).hasMessage("day 1 comes after day 2");
    }

    @Property(tries = 200)
    void cardPrecisionEqualsItsDefinition(
            @ForAll long seed, @ForAll @IntRange(max = 60) int count, @ForAll @IntRange(min = 1, max = 6) int k) {
        SplittableRandom random = new SplittableRandom(seed);
        List<ScoredRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(new ScoredRow(i / 10, random.nextInt(8), random.nextInt(5) / 4.0, random.nextInt(3) == 0));
        }
        assertThat(CardPrecision.of(rows(rows), k).mean()).isCloseTo(slowly(rows, k), within(1e-12));
    }

    /** Day by day, user by user, by counting who is ahead of whom. */
    private static double slowly(List<ScoredRow> rows, int k) {
        List<Long> found = new ArrayList<>();
        List<Integer> days = rows.stream().map(ScoredRow::day).distinct().toList();
        double sum = 0;
        for (int day : days) {
            List<ScoredRow> today = rows.stream()
                    .filter(row -> row.day() == day && !found.contains(row.user()))
                    .toList();
            List<Long> users = today.stream().map(ScoredRow::user).distinct().toList();
            List<Long> foundToday = users.stream()
                    .filter(user -> today.stream().anyMatch(row -> row.user() == user && row.fraud()))
                    .filter(user -> users.stream()
                                    .filter(other -> best(today, other) > best(today, user)
                                            || (best(today, other) == best(today, user) && other < user))
                                    .count()
                            < k)
                    .toList();
            sum += foundToday.size() / (double) k;
            found.addAll(foundToday);
        }
        return days.isEmpty() ? 0 : sum / days.size();
    }

    private static double best(List<ScoredRow> rows, long user) {
        return rows.stream()
                .filter(row -> row.user() == user)
                .mapToDouble(ScoredRow::score)
                .max()
                .orElseThrow();
    }

    private static DailyScores rows(List<ScoredRow> rows) {
        DailyScores scored = new DailyScores();
        rows.forEach(row -> scored.add(row.day(), row.user(), row.score(), row.fraud()));
        return scored;
    }
}
