package firedrill.scoring.model.artifact;

import com.google.protobuf.InvalidProtocolBufferException;
import firedrill.scoring.drift.ReferenceDistribution;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.feature.FeatureVector;
import firedrill.scoring.model.FraudLabel;
import firedrill.scoring.model.UncompilableException;
import firedrill.scoring.model.artifact.Sidecar.GoldenCase;
import firedrill.scoring.model.compile.LogOddsModel;
import firedrill.scoring.model.compile.ModelCompiler;
import firedrill.scoring.model.compile.ModelProtoReader;
import firedrill.scoring.model.compile.Scorer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.DoubleStream;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.protos.core.ModelProto;

/**
 * A model as the bytes of its two files: Tribuo's own, and the sidecar beside it.
 *
 * <p>{@link #open} is the only way to a scorer, for a model that was trained a moment ago as for one from a disk.
 */
public final class ModelArtifact {

    static final int MIN_GOLDEN_INPUTS = 20;

    private static final int HASH_DIGITS = 12;
    /** Two of the last bits that single precision has just below 1: what the C library of another system may differ by. */
    private static final double SCORE_TOLERANCE = 0x1p-23;

    /** XGBoost adds hundreds of leaves in single precision, the reasons are added in double. */
    private static final double ATTRIBUTION_TOLERANCE = 1e-4;

    private final byte[] modelBytes;
    private final byte[] sidecarBytes;

    private ModelArtifact(byte[] tribuo, byte[] sidecar) {
        this.modelBytes = tribuo;
        this.sidecarBytes = sidecar;
    }

    public static ModelArtifact of(byte[] tribuo, byte[] sidecar) {
        return new ModelArtifact(tribuo.clone(), sidecar.clone());
    }

    /**
     * Packs what training ended with; the scores of the golden inputs are computed here.
     *
     * @throws IllegalArgumentException if the model cannot be compiled, or scores otherwise than Tribuo says
     */
    public static ModelArtifact pack(ArtifactContents parts) {
        LogOddsModel model = compile(parts.model());
        requireAgreement(parts, model);
        byte[] tribuo = serialise(parts.model());
        Scorer scorer = Scorer.of(model, parts.standardiser(), parts.calibration(), "");
        Sidecar sidecar = new Sidecar(
                SidecarChecksum.PLACEHOLDER,
                Sidecar.FORMAT,
                SidecarChecksum.sha256(tribuo),
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
        return new ModelArtifact(tribuo, sidecar.toBytes());
    }

    /**
     * Checks everything, then makes a scorer: seal, SHA-256, feature fingerprint, classes, and only then Tribuo; last
     * the golden scores, which must come out as stored, to the bit, and whose reasons must add up to them.
     *
     * @throws ModelRefusedException if any check fails
     */
    public LoadedModel open() throws ModelRefusedException {
        Sidecar known = Sidecar.read(sidecarBytes);
        requireSame("SHA-256", known.modelSha256(), SidecarChecksum.sha256(modelBytes));
        requireSame("feature fingerprint", known.featureFingerprint(), Feature.FINGERPRINT);
        ModelProto proto = ClassAllowlist.read(modelBytes);
        try {
            Scorer scorer = Scorer.of(
                    ModelProtoReader.read(proto),
                    known.inputs().standardiser(),
                    known.calibration(),
                    known.seal().substring(0, HASH_DIGITS));
            requireGolden(known.golden(), scorer);
            requireAttributions(known.golden(), scorer);
            return new LoadedModel(
                    scorer,
                    ReferenceDistribution.of(
                            known.reference().innerEdges(), known.reference().counts()),
                    known.card());
        } catch (UncompilableException uncompilable) {
            throw new ModelRefusedException("it " + uncompilable.getMessage(), uncompilable);
        } catch (InvalidProtocolBufferException | RuntimeException unusable) {
            // Tribuo reports what it cannot read by whatever exception comes up, and so do our own range checks.
            throw new ModelRefusedException("it cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    /** Inputs whose scores are stored, at least {@value #MIN_GOLDEN_INPUTS} if it opens. */
    List<double[]> goldenInputs() throws ModelRefusedException {
        return Sidecar.read(sidecarBytes).golden().stream()
                .map(GoldenCase::features)
                .toList();
    }

    /** How its probabilities for withdrawals fell; read from the sealed sidecar, without opening the model. */
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
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void requireSame(String what, String expected, String actual) throws ModelRefusedException {
        if (!expected.equals(actual)) {
            throw new ModelRefusedException("its " + what + " is " + actual + ", its sidecar says " + expected);
        }
    }

    private static void requireGolden(List<GoldenCase> golden, Scorer scorer) throws ModelRefusedException {
        if (golden.size() < MIN_GOLDEN_INPUTS) {
            throw new ModelRefusedException(
                    "it has " + golden.size() + " golden inputs, fewer than " + MIN_GOLDEN_INPUTS);
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
                        "its reasons add up to log-odds of " + explained + ", its score is " + logit);
            }
        }
    }

    private static LogOddsModel compile(Model<Label> model) {
        try {
            if (ModelCompiler.compile(model) instanceof LogOddsModel compiled) {
                return compiled;
            }
            throw new IllegalArgumentException("a " + model.getName() + " has no log-odds to calibrate");
        } catch (UncompilableException uncompilable) {
            throw new IllegalArgumentException("the model " + uncompilable.getMessage(), uncompilable);
        }
    }

    private static void requireAgreement(ArtifactContents parts, LogOddsModel compiled) {
        List<double[]> inputs = parts.goldenInputs().stream()
                .map(FeatureVector::toArray)
                .map(features ->
                        parts.standardiser().map(s -> s.transform(features)).orElse(features))
                .toList();
        double[] own = FraudLabel.probabilities(parts.model(), inputs);
        for (int i = 0; i < own.length; i++) {
            double score = compiled.score(inputs.get(i));
            if (!(Math.abs(score - own[i]) <= SCORE_TOLERANCE)) {
                throw new IllegalArgumentException("compiled it scores " + score + ", by Tribuo " + own[i]);
            }
        }
    }
}
