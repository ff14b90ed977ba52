package firedrill.ingest.parameters;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Examples of FIPS 180-4, as published by NIST. */
class FingerprintTest {

    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void theWholeHashIsThatOfTheStandard() {
        assertThat(Fingerprint.sha256("abc".getBytes(US_ASCII))).isEqualTo(ABC);
    }

    @Test
    void aFingerprintIsItsFirstTwelveDigits() {
        assertThat(Fingerprint.of("abc")).isEqualTo(ABC.substring(0, 12));
    }
}
