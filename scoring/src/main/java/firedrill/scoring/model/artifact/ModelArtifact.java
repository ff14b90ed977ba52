package firedrill.scoring.model.artifact;

import com.google.protobuf.InvalidProtocolBufferException;
import firedrill.ingest.event.Topics;
import firedrill.ingest.parameters.Fingerprint;
import firedrill.scoring.drift.ReferenceDistribution;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.feature.FeatureVector;
import firedrill.scoring.model.FeatureSchema;
import firedrill.scoring.model.FraudLabel;
import firedrill.scoring.model.UncompilableException;
import firedrill.scoring.model.artifact.Sidecar.GoldenCase;
import firedrill.scoring.model.compile.LogOddsModel;
import firedrill.scoring.model.compile.ModelCompiler;
import firedrill.scoring.model.compile.ModelProtoReader;
import firedrill.scoring.model.compile.ModelSize;
import firedrill.scoring.model.compile.Scorer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.DoubleStream;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.protos.core.ModelProto;

/**
 * A model as the bytes of its two files: Tribuo's file and the sidecar.
 *
 * <p>{@link #open} is the only way to a scorer, for a freshly trained model as for one from a file.
 */
public final class ModelArtifact {

    /** Limit of both files together: a model must fit into one record of {@code fraud.models}. */
    public static final int MAX_BYTES = Topics.MAX_MODEL_BYTES - 64 * 1024;

    static final int MIN_GOLDEN_INPUTS = 20;

    /** Each is scored and explained when the model is opened. */
    private static final int MAX_GOLDEN_INPUTS = 200;

    /** Two units in the last place of a float just below 1, the largest difference between C libraries. */
    private static final double SCORE_TOLERANCE = 0x1p-23;

    /** XGBoost sums hundreds of leaves in single precision, attributions are summed in double precision. */
    private static final double ATTRIBUTION_TOLERANCE = 1e-4;

    private final byte[] modelBytes;
    private final byte[] sidecarBytes;

    private ModelArtifact(byte[] modelBytes, byte[] sidecarBytes) {
        this.modelBytes = modelBytes;
        this.sidecarBytes = sidecarBytes;
    }

    /** The artifact of these two files, unchecked. */
    public static ModelArtifact of(byte[] modelBytes, byte[] sidecarBytes) {
        return new ModelArtifact(modelBytes.clone(), sidecarBytes.clone());
    }

    /**
     * Serialises {@code parts}; the scores of the golden inputs are computed here.
     *
     * @throws IllegalArgumentException if the model cannot be compiled, or its scores differ from Tribuo's
     */
    public static ModelArtifact pack(ArtifactContents parts) {
        LogOddsModel model = compile(parts.model());
        requireAgreement(parts, model);
        byte[] modelBytes = serialise(parts.model());
        Scorer scorer = Scorer.of(model, parts.standardiser(), parts.calibration(), "");
        Sidecar sidecar = new Sidecar(
                SidecarChecksum.PLACEHOLDER,
                Sidecar.FORMAT,
                Fingerprint.sha256(modelBytes),
                Feature.FINGERPRINT,
                Sidecar.InputScaling.of(parts.standardiser()),
                parts.calibration(),
                new Sidecar.ReferenceHistogram(
                        parts.reference().innerEdges(), parts.reference().counts()),
                parts.goldenInputs().stream()
                        .map(FeatureVector::toArray)
                        .map(features -> new GoldenCase(features, scorer.probability(features)))
                        .toList(),
                parts.card());
        return new ModelArtifact(modelBytes, sidecar.toBytes());
    }

    /**
     * Checks the artifact and makes a scorer. In this order: sidecar checksum, SHA-256, feature fingerprint, number of
     * fields, class allowlist, size of the trees, compilation, golden scores (equal to the bit), attributions (sum to the
     * score). Memory in proportion to the model is taken only after its size has been checked.
     *
     * @throws ModelRefusedException if any check fails
     */
    public LoadedModel open() throws ModelRefusedException {
        Sidecar sidecar = Sidecar.read(sidecarBytes);
        requireSame("SHA-256", sidecar.modelSha256(), Fingerprint.sha256(modelBytes));
        requireSame("feature fingerprint", sidecar.featureFingerprint(), Feature.FINGERPRINT);
        ModelProto proto = ClassAllowlist.read(modelBytes);
        try {
            LogOddsModel model = ModelProtoReader.read(proto);
            Scorer scorer = Scorer.of(model, sidecar.inputs().standardiser(), sidecar.calibration(), sidecar.version());
            requireGolden(sidecar.golden(), scorer);
            requireAttributions(sidecar.golden(), scorer);
            return new LoadedModel(
                    scorer,
                    ReferenceDistribution.of(
                            sidecar.reference().innerEdges(),
                            sidecar.reference().counts()),
                    sidecar.card(),
                    heldBytes(model.size()));
        } catch (UncompilableException e) {
            throw new ModelRefusedException("it " + e.getMessage(), e);
        } catch (InvalidProtocolBufferException | RuntimeException e) {
            // Tribuo reports malformed models by exceptions of many types; range checks of records throw too.
            throw ModelRefusedException.unusable(e);
        }
    }

    /** The version that the sidecar makes it; nothing but the sidecar is read. */
    public String version() throws ModelRefusedException {
        return Sidecar.read(sidecarBytes).version();
    }

    /**
     * Memory of the model that {@link #open} would make, with the artifact itself; the model is not built.
     *
     * @throws ModelRefusedException if it exceeds a bound, or is not a model
     */
    public long heldBytes() throws ModelRefusedException {
        try {
            return heldBytes(ModelProtoReader.measure(ClassAllowlist.read(modelBytes)));
        } catch (UncompilableException e) {
            throw new ModelRefusedException("it " + e.getMessage(), e);
        } catch (InvalidProtocolBufferException | RuntimeException e) {
            // As when it is opened: malformed models are reported by exceptions of many types.
            throw ModelRefusedException.unusable(e);
        }
    }

    private long heldBytes(ModelSize size) {
        return size.heapBytes() + modelBytes.length + sidecarBytes.length;
    }

    /** Inputs whose scores are stored; at least {@value #MIN_GOLDEN_INPUTS} in a model that opens. */
    List<double[]> goldenInputs() throws ModelRefusedException {
        return Sidecar.read(sidecarBytes).golden().stream()
                .map(GoldenCase::features)
                .toList();
    }

    /** Distribution of its probabilities of withdrawals, read from the sidecar without opening the model. */
    public ReferenceDistribution referenceDistribution() throws ModelRefusedException {
        Sidecar.ReferenceHistogram reference = Sidecar.read(sidecarBytes).reference();
        return ReferenceDistribution.of(reference.innerEdges(), reference.counts());
    }

    /** Tribuo's file; a copy. */
    public byte[] modelBytes() {
        return modelBytes.clone();
    }

    /** The sidecar's text; a copy. */
    public byte[] sidecarBytes() {
        return sidecarBytes.clone();
    }

    private static byte[] serialise(Model<Label> model) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            model.serializeToStream(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static void requireSame(String what, String expected, String actual) throws ModelRefusedException {
        if (!expected.equals(actual)) {
            throw new ModelRefusedException("its " + what + " is " + actual + ", its sidecar says " + expected);
        }
    }

    private static void requireGolden(List<GoldenCase> golden, Scorer scorer) throws ModelRefusedException {
        if (golden.size() < MIN_GOLDEN_INPUTS || golden.size() > MAX_GOLDEN_INPUTS) {
            throw new ModelRefusedException("it has " + golden.size() + " golden inputs, not from " + MIN_GOLDEN_INPUTS
                    + " to " + MAX_GOLDEN_INPUTS);
        }
        for (GoldenCase one : golden) {
            double probability = scorer.probability(one.features());
            if (Double.compare(probability, one.probability()) != 0) {
                throw new ModelRefusedException(
                        "a golden input scores " + probability + ", stored was " + one.probability());
            }
        }
    }

    private static void requireAttributions(List<GoldenCase> golden, Scorer scorer) throws ModelRefusedException {
        double[] contributions = new double[Feature.COUNT];
        for (GoldenCase one : golden) {
            scorer.explain(one.features(), contributions);
            double explained =
                    scorer.baseline() + DoubleStream.of(contributions).sum();
            double logit = scorer.logit(one.features());
            if (!(Math.abs(explained - logit) <= ATTRIBUTION_TOLERANCE * (1 + Math.abs(logit)))) {
                throw new ModelRefusedException(
                        "its attributions sum to log-odds of " + explained + ", its score is " + logit);
            }
        }
    }

    private static LogOddsModel compile(Model<Label> model) {
        try {
            return ModelCompiler.compileLogOdds(model, FeatureSchema.CATALOGUE);
        } catch (UncompilableException e) {
            throw new IllegalArgumentException("the model " + e.getMessage(), e);
        }
    }

    private static void requireAgreement(ArtifactContents parts, LogOddsModel compiled) {
        List<double[]> inputs = parts.goldenInputs().stream()
                .map(FeatureVector::toArray)
                .map(features ->
                        parts.standardiser().map(s -> s.transform(features)).orElse(features))
                .toList();
        double[] expected = FraudLabel.probabilities(parts.model(), inputs);
        for (int i = 0; i < expected.length; i++) {
            double score = compiled.score(inputs.get(i));
            if (!(Math.abs(score - expected[i]) <= SCORE_TOLERANCE)) {
                throw new IllegalArgumentException("the compiled model scores " + score + ", Tribuo " + expected[i]);
            }
        }
    }
}
