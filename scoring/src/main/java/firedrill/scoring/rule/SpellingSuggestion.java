package firedrill.scoring.rule;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known word closest to a misspelt one. */
final class SpellingSuggestion {

    /** At most one letter in three may differ; beyond that a suggestion misleads. */
    private static final int LETTERS_PER_MISTAKE = 3;

    static Optional<String> suggest(String word, Collection<String> known) {
        return known.stream()
                .filter(candidate ->
                        editDistance(word, candidate) <= Math.max(1, candidate.length() / LETTERS_PER_MISTAKE))
                .min(Comparator.comparingInt((String candidate) -> editDistance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Letters to insert, drop or replace (V. Levenshtein, 1965). */
    private static int editDistance(String left, String right) {
        int[] above = new int[right.length() + 1];
        Arrays.setAll(above, i -> i);
        for (int i = 1; i <= left.length(); i++) {
            int[] row = new int[right.length() + 1];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = above[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[right.length()];
    }

    private SpellingSuggestion() {}
}
