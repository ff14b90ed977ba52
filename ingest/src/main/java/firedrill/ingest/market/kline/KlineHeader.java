package firedrill.ingest.market.kline;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Column names of a kline file: the first name of each column appears in messages, the others are accepted in headers.
 *
 * <p>Case, spaces, underscores and quotes are ignored. The order is not: swapped columns would give another market.
 */
final class KlineHeader {

    private static final List<List<String>> NAMES = List.of(
            List.of("open time", "timestamp"),
            List.of("open"),
            List.of("high"),
            List.of("low"),
            List.of("close"),
            List.of("volume"),
            List.of("close time"),
            List.of("quote volume", "quote asset volume", "quote av"),
            List.of("trade count", "count", "number of trades", "trades"),
            List.of("taker buy volume", "taker buy base volume", "taker buy base asset volume", "tb base av"),
            List.of("taker buy quote volume", "taker buy quote asset volume", "tb quote av"),
            List.of("ignore"));

    /** Number of columns. */
    static final int COLUMNS = NAMES.size();

    private KlineHeader() {}

    static String name(int column) {
        return NAMES.get(column).get(0);
    }

    static String names() {
        return NAMES.stream().map(names -> names.get(0)).collect(Collectors.joining(", "));
    }

    /** Whether the cells are names rather than numbers. */
    static boolean isHeader(String[] cells) {
        return Arrays.stream(cells).map(String::strip).allMatch(KlineHeader::isWord);
    }

    /** Describes the first cell that is not the name of its column; empty if all are. One cell per column. */
    static Optional<String> mismatch(String[] cells) {
        for (int column = 0; column < COLUMNS; column++) {
            String letters = letters(cells[column]);
            if (NAMES.get(column).stream().noneMatch(name -> letters(name).equals(letters))) {
                return Optional.of("column " + (column + 1) + " must be named '" + name(column) + "', was '"
                        + cells[column].strip() + "'");
            }
        }
        return Optional.empty();
    }

    private static boolean isWord(String text) {
        return !text.isEmpty() && (Character.isLetter(text.charAt(0)) || text.charAt(0) == '"');
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_\"]", "");
    }
}
