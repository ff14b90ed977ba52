package firedrill.scoring.decision;

import firedrill.ingest.input.VisibleLine;
import java.util.Optional;

/**
 * Author and reason of a command, as the audit trail keeps them. The page and the command line take the same texts,
 * each one {@linkplain VisibleLine visible line} of 1 to {@link #MAX_CHARACTERS} characters.
 *
 * @param actor name of the person or program
 * @param reason in the actor's words
 */
public record AuditNote(String actor, String reason) {

    /** Most characters of an actor or a reason, in code points. */
    public static final int MAX_CHARACTERS = 300;

    /**
     * Makes each text a line and checks it.
     *
     * @throws IllegalArgumentException if one of them has a fault; the message begins with {@code actor} or {@code reason}
     */
    public AuditNote {
        actor = line("actor", actor);
        reason = line("reason", reason);
    }

    private static String line(String what, String text) {
        fault(text).ifPresent(fault -> {
            throw new IllegalArgumentException(what + " " + fault);
        });
        return VisibleLine.of(text);
    }

    /** Why {@code text} can be neither actor nor reason, as the end of a sentence about it; empty if it can. */
    public static Optional<String> fault(String text) {
        return VisibleLine.fault(text, MAX_CHARACTERS);
    }
}
