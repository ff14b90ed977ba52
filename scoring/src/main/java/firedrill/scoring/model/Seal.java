package firedrill.scoring.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A SHA-256 that a JSON text carries of itself, as its first member: of the text with zeros where the seal stands.
 *
 * <p>It tells damage and careless edits, not malice: whoever can write the text can seal it. Carriage returns do not
 * count, so that a checkout with other line ends keeps its seal.
 */
final class Seal {

    static final String BLANK = "0".repeat(64);

    private static final Pattern SEALED = Pattern.compile("\\A\\{\n {2}\"seal\" : \"([0-9a-f]{64})\"");

    /** {@code text}, which carries a blank seal, with its seal. */
    static byte[] seal(byte[] text) {
        String letters = lettersOf(text);
        return bytesOf(letters.replaceFirst(BLANK, sha256(bytesOf(letters))));
    }

    /**
     * Checks that {@code text} is as it was sealed.
     *
     * @throws ModelRefusedException if it is not, or never was
     */
    static void check(byte[] text) throws ModelRefusedException {
        String letters = lettersOf(text);
        Matcher sealed = SEALED.matcher(letters);
        if (!sealed.find()) {
            throw new ModelRefusedException("its sidecar has no seal");
        }
        String blanked = letters.substring(0, sealed.start(1)) + BLANK + letters.substring(sealed.end(1));
        if (!sha256(bytesOf(blanked)).equals(sealed.group(1))) {
            throw new ModelRefusedException("its sidecar is not as it was sealed");
        }
    }

    /** Lower-case hex, 64 digits. */
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static String lettersOf(byte[] text) {
        // One letter per byte, whatever the bytes are.
        return new String(text, StandardCharsets.ISO_8859_1).replace("\r", "");
    }

    private static byte[] bytesOf(String letters) {
        return letters.getBytes(StandardCharsets.ISO_8859_1);
    }

    private Seal() {}
}
