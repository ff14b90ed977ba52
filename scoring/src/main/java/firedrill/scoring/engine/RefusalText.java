package firedrill.scoring.engine;

/** Texts of unknown origin, made safe for logs and pages: one line of limited length. */
final class RefusalText {

    private static final int MAX_CHARS = 200;

    static String of(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= MAX_CHARS ? line : line.substring(0, MAX_CHARS) + "…";
    }

    private RefusalText() {}
}
