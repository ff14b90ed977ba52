package firedrill.scoring.feature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Short content hash, by which decisions name the artifacts that took part in them. */
public final class Fingerprint {

    private static final int DIGITS = 12;

    /** SHA-256 of {@code text} in UTF-8, the first 12 hex digits. */
    public static String of(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) { // Every JDK has SHA-256.
            throw new IllegalStateException(e);
        }
    }

    private Fingerprint() {}
}
