package firedrill.scoring.model.artifact;

import firedrill.ingest.parameters.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The SHA-256 of a JSON text in its own first member, computed with zeros in its place.
 *
 * <p>It detects damage and accidental edits, not attacks: everyone who can write the text can compute it. Carriage
 * returns are ignored, so that a checkout with other line ends still matches.
 */
final class SidecarChecksum {

    static final String PLACEHOLDER = "0".repeat(64);

    private static final Pattern CHECKSUM_MEMBER = Pattern.compile("\\A\\{\n {2}\"seal\" : \"([0-9a-f]{64})\"");

    /** {@code text}, which holds the placeholder, with its checksum. */
    static byte[] embed(byte[] text) {
        String characters = charactersOf(text);
        return bytesOf(characters.replaceFirst(PLACEHOLDER, Fingerprint.sha256(bytesOf(characters))));
    }

    /**
     * Checks that {@code text} matches its checksum.
     *
     * @throws ModelRefusedException if it does not, or has none
     */
    static void verify(byte[] text) throws ModelRefusedException {
        String characters = charactersOf(text);
        Matcher member = CHECKSUM_MEMBER.matcher(characters);
        if (!member.find()) {
            throw new ModelRefusedException("its sidecar has no checksum");
        }
        String blanked = characters.substring(0, member.start(1)) + PLACEHOLDER + characters.substring(member.end(1));
        if (!Fingerprint.sha256(bytesOf(blanked)).equals(member.group(1))) {
            throw new ModelRefusedException("its sidecar does not match its checksum");
        }
    }

    private static String charactersOf(byte[] text) {
        // ISO 8859-1 maps each byte to one character.
        return new String(text, StandardCharsets.ISO_8859_1).replace("\r", "");
    }

    private static byte[] bytesOf(String characters) {
        return characters.getBytes(StandardCharsets.ISO_8859_1);
    }

    private SidecarChecksum() {}
}
