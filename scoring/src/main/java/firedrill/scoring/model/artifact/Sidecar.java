package firedrill.scoring.model.artifact;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import firedrill.ingest.input.VisibleLine;
import firedrill.scoring.model.Calibration;
import firedrill.scoring.model.ModelCard;
import firedrill.scoring.model.Standardiser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The JSON file beside Tribuo's file: input scaling, calibration, reference distribution, card, and checks of
 * integrity.
 *
 * @param checksum over the whole text, see {@link SidecarChecksum}; its key is {@code seal}
 * @param modelSha256 SHA-256 of Tribuo's file, hex
 * @param featureFingerprint fingerprint of the catalogue that the model was trained on
 * @param inputs scaling of features to inputs
 * @param reference distribution of its probabilities of withdrawals
 * @param golden inputs with the scores that they must reproduce
 */
record Sidecar(
        @JsonProperty("seal") String checksum,
        int format,
        String modelSha256,
        String featureFingerprint,
        InputScaling inputs,
        Calibration calibration,
        ReferenceHistogram reference,
        List<GoldenCase> golden,
        ModelCard card) {

    static final int FORMAT = 2;

    /** A name stands in every list of models. */
    private static final int MAX_NAME_CHARACTERS = 100;

    /** Some twenty times the sidecar of the bundled model. */
    static final int MAX_BYTES = 1 << 19;

    private static final int HASH_DIGITS = 12;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    /** Means and deviations, in catalogue order; both empty if the model reads features directly. */
    @SuppressWarnings("ArrayRecordComponent") // read once and copied; never compared
    record InputScaling(double[] means, double[] deviations) {

        static InputScaling of(Optional<Standardiser> standardiser) {
            return standardiser
                    .map(s -> new InputScaling(s.means(), s.deviations()))
                    .orElseGet(() -> new InputScaling(new double[0], new double[0]));
        }

        Optional<Standardiser> standardiser() {
            return means.length == 0 && deviations.length == 0
                    ? Optional.empty()
                    : Optional.of(Standardiser.of(means, deviations));
        }
    }

    /** Edges and counts of the reference distribution. */
    @SuppressWarnings("ArrayRecordComponent") // read once and copied; never compared
    record ReferenceHistogram(double[] innerEdges, long[] counts) {}

    /** One input and its score. */
    @SuppressWarnings("ArrayRecordComponent") // read once and copied; never compared
    record GoldenCase(double[] features, double probability) {}

    /** The text with its checksum; the checksum of this record is ignored. */
    byte[] toBytes() {
        DefaultPrettyPrinter lines = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        try {
            String text = JSON.writer(lines).writeValueAsString(withChecksum(SidecarChecksum.PLACEHOLDER)) + "\n";
            return SidecarChecksum.embed(text.getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Parses a sidecar and verifies its checksum.
     *
     * @throws ModelRefusedException if the text is too long, the checksum does not match, or it is not a sidecar
     */
    static Sidecar read(byte[] text) throws ModelRefusedException {
        if (text.length > MAX_BYTES) {
            throw new ModelRefusedException("its sidecar has " + text.length + " bytes, the limit is " + MAX_BYTES);
        }
        SidecarChecksum.verify(text);
        try {
            Sidecar sidecar = JSON.readValue(text, Sidecar.class);
            if (sidecar.format() != FORMAT) {
                throw new ModelRefusedException("its sidecar has format " + sidecar.format() + ", not " + FORMAT);
            }
            Optional<String> fault = VisibleLine.fault(sidecar.card().name(), MAX_NAME_CHARACTERS);
            if (fault.isPresent()) {
                throw new ModelRefusedException("its name " + fault.get());
            }
            return sidecar;
        } catch (IOException e) {
            throw new ModelRefusedException("its sidecar cannot be read: " + e.getMessage(), e);
        }
    }

    /** Version of the model: the first 12 hex digits of the checksum. */
    String version() {
        return checksum.substring(0, HASH_DIGITS);
    }

    private Sidecar withChecksum(String other) {
        return new Sidecar(
                other, format, modelSha256, featureFingerprint, inputs, calibration, reference, golden, card);
    }
}
