package firedrill.scoring.decision;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Who gives a command and why, as the audit trail keeps it; the page and the command line take the same texts.
 *
 * <p>Each is one line of 1 to {@link #MAX_CHARACTERS} characters, all of them visible: line breaks and runs of white space
 * become one blank, and a text that would hide or reorder what it says is refused.
 *
 * @param actor name of the person or program
 * @param reason in the actor's words
 */
public record AuditNote(String actor, String reason) {

    /** Most characters of an actor or a reason, in code points. */
    public static final int MAX_CHARACTERS = 300;

    /** Letters of Unicode without a shape. */
    private static final String BLANK_LETTERS = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0";

    /** Joins emoji, and letters of some scripts. */
    private static final int ZERO_WIDTH_JOINER = 0x200d;

    private static final int ZERO_WIDTH_NON_JOINER = 0x200c;

    /**
     * Checks both texts.
     *
     * @throws IllegalArgumentException if one of them has a fault; the message begins with {@code actor} or {@code reason}
     */
    public AuditNote {
        actor = checked("actor", actor);
        reason = checked("reason", reason);
    }

    private static String checked(String what, String text) {
        fault(text).ifPresent(fault -> {
            throw new IllegalArgumentException(what + " " + fault);
        });
        return oneLine(text);
    }

    /** Why {@code text} can be neither actor nor reason, as the end of a sentence about it; empty if it can. */
    public static Optional<String> fault(String text) {
        String line = oneLine(text);
        OptionalInt hidden = line.codePoints().filter(AuditNote::isHidden).findFirst();
        if (hidden.isPresent()) {
            return Optional.of("must not contain invisible characters, contains U+%04X".formatted(hidden.getAsInt()));
        }
        long characters = line.codePoints().count();
        boolean isEmpty = line.codePoints().allMatch(AuditNote::hasNoWidth);
        return isEmpty || characters > MAX_CHARACTERS
                ? Optional.of(
                        "must have 1 to " + MAX_CHARACTERS + " characters, has " + (isEmpty ? "none" : characters))
                : Optional.empty();
    }

    private static String oneLine(String text) {
        return text.replaceAll("(?U)\\s+", " ").strip();
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
