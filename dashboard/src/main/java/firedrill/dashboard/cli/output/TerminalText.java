package firedrill.dashboard.cli.output;

/**
 * Text for a terminal. Names, titles and reasons come from files, arguments and topics, so a line of output may hold what a
 * terminal would obey: every line passes here once.
 */
public final class TerminalText {

    private static final int MAX_SENTENCE_CHARACTERS = 2_000;
    private static final int KEPT_CHARACTERS = 600;

    private TerminalText() {}

    /** A sentence about what somebody wrote, escaped; of what would fill the screen beginning and end are left. */
    public static String sentence(String text) {
        int length = text.length();
        if (length <= MAX_SENTENCE_CHARACTERS) {
            return escape(text);
        }
        return escape(text.substring(0, KEPT_CHARACTERS) + " [" + (length - 2 * KEPT_CHARACTERS)
                + " characters left out] " + text.substring(length - KEPT_CHARACTERS));
    }

    /**
     * The same on one line, with an escape such as {@code \n} or {@code \u001b} for each character that controls a terminal
     * or is invisible. The escapes are those of JSON: JSON stays the same value.
     */
    public static String escape(String text) {
        if (text.codePoints().noneMatch(TerminalText::isControl)) {
            return text;
        }
        var escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> {
            if (isControl(character)) {
                append(character, escaped);
            } else {
                escaped.appendCodePoint(character);
            }
        });
        return escaped.toString();
    }

    private static boolean isControl(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> !isJoiner(character);
            default -> false;
        };
    }

    /** The two format characters that belong to the spelling of words and to emoji. */
    private static boolean isJoiner(int character) {
        return character == 0x200c || character == 0x200d;
    }

    private static void append(int character, StringBuilder escaped) {
        switch (character) {
            case '\n' -> escaped.append("\\n");
            case '\r' -> escaped.append("\\r");
            case '\t' -> escaped.append("\\t");
            default -> {
                for (char unit : Character.toChars(character)) {
                    escaped.append("\\u%04x".formatted((int) unit));
                }
            }
        }
    }
}
