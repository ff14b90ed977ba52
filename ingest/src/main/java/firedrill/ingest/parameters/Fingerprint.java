package firedrill.ingest.parameters;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Content hashes, by which runs, decisions and models name what took part in them. */
public final class Fingerprint {

    private static final int DIGITS = 12;

    /** The first 12 hex digits of the SHA-256 of {@code text} in UTF-8. */
    public static String of(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    }

    /** The whole SHA-256, 64 lower-case hex digits. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private Fingerprint() {}
}
