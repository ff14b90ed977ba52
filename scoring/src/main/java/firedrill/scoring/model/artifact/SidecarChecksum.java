package firedrill.scoring.model.artifact;

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
final class SidecarChecksum {

    static final String PLACEHOLDER = "0".repeat(64);

    private static final Pattern CHECKSUM_MEMBER = Pattern.compile("\\A\\{\n {2}\"seal\" : \"([0-9a-f]{64})\"");

    /** {@code text}, which carries a blank seal, with its seal. */
    static byte[] embed(byte[] text) {
        String letters = lettersOf(text);
        return bytesOf(letters.replaceFirst(PLACEHOLDER, sha256(bytesOf(letters))));
    }

    /**
     * Checks that {@code text} is as it was sealed.
     *
     * @throws ModelRefusedException if it is not, or never was
     */
    static void verify(byte[] text) throws ModelRefusedException {
        String letters = lettersOf(text);
        Matcher sealed = CHECKSUM_MEMBER.matcher(letters);
        if (!sealed.find()) {
            throw new ModelRefusedException("its sidecar has no seal");
        }
        String blanked = letters.substring(0, sealed.start(1)) + PLACEHOLDER + letters.substring(sealed.end(1));
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

    private SidecarChecksum() {}
}
