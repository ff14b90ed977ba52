package firedrill.ingest.parameters;

import java.util.Collection;
import java.util.Comparator;

/** The known name that is nearest to a mistyped one. */
final class NearestName {

    private NearestName() {}

    /** A name with the same last part, or else the one with the fewest letters to change; "none" if there are no names. */
    static String of(String wrong, Collection<String> names) {
        return names.stream()
                .min(Comparator.<String>comparingInt(name -> lastPart(name).equals(lastPart(wrong)) ? 0 : 1)
                        .thenComparingInt(name -> distance(wrong, name)))
                .orElse("none");
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(row[j - 1], previous[j]));
            }
            previous = row;
        }
        return previous[b.length()];
    }
}
