package firedrill.ingest.input;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A line of text that people read in lists: a name, a reason. All of its characters are visible; a text that would hide or
 * reorder what it says is none.
 */
public final class VisibleLine {

    /** Letters of Unicode without a shape. */
    private static final String BLANK_LETTERS = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0";

    /** Joins emoji, and letters of some scripts. */
    private static final int ZERO_WIDTH_JOINER = 0x200d;

    private static final int ZERO_WIDTH_NON_JOINER = 0x200c;

    private VisibleLine() {}

    /** The text as a line: line breaks and runs of white space become one blank. */
    public static String of(String text) {
        return text.replaceAll("(?U)\\s+", " ").strip();
    }

    /**
     * Why {@code text} makes no visible line, as the end of a sentence about it; empty if it makes one.
     *
     * @param maxCharacters most characters of the line, in code points; at least one is needed
     */
    public static Optional<String> fault(String text, int maxCharacters) {
        String line = of(text);
        OptionalInt hidden = line.codePoints().filter(VisibleLine::isHidden).findFirst();
        if (hidden.isPresent()) {
            return Optional.of("must not contain invisible characters, contains U+%04X".formatted(hidden.getAsInt()));
        }
        long characters = line.codePoints().count();
        boolean isEmpty = line.codePoints().allMatch(VisibleLine::hasNoWidth);
        return isEmpty || characters > maxCharacters
                ? Optional.of("must have 1 to " + maxCharacters + " characters, has " + (isEmpty ? "none" : characters))
                : Optional.empty();
    }

    private static boolean isHidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> true;
            case Character.FORMAT -> !hasNoWidth(character);
            default -> BLANK_LETTERS.indexOf(character) >= 0;
        };
    }

    /** Characters that shape their neighbours; a text needs others too. */
    private static boolean hasNoWidth(int character) {
        return character == ZERO_WIDTH_JOINER
                || character == ZERO_WIDTH_NON_JOINER
                || (character >= 0xfe00 && character <= 0xfe0f);
    }
}
