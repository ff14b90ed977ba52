package firedrill.scoring.feature;

import firedrill.scoring.feature.Feature.Entity;
import firedrill.scoring.feature.Feature.Scale;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

/** One line of the catalogue: everything that fixes what a feature means. */
record Definition(
        String label, Entity entity, Duration window, String unit, String meaning, double missing, Scale scale) {

    private static final int FINGERPRINT_DIGITS = 12;

    /** SHA-256 over all of {@code catalogue}, in order; the first 12 hex digits. */
    static String fingerprint(List<Definition> catalogue) {
        StringBuilder text = new StringBuilder();
        for (Definition line : catalogue) {
            // The record's own text names each component, so no two catalogues share one.
            text.append(line).append('\n');
        }
        return HexFormat.of()
                .formatHex(sha256(text.toString().getBytes(StandardCharsets.UTF_8)))
                .substring(0, FINGERPRINT_DIGITS);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
