package firedrill.scoring.model;

import com.google.protobuf.InvalidProtocolBufferException;
import firedrill.scoring.drift.ReferenceDistribution;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.feature.FeatureVector;
import firedrill.scoring.model.Sidecar.Golden;
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
public final class PackedModel {

    static final int FEWEST_GOLDEN = 20;

    private static final int HASH_DIGITS = 12;
    /** Two of the last bits that single precision has just below 1: what the C library of another system may differ by. */
    private static final double ROUNDING = 0x1p-23;

    /** XGBoost adds hundreds of leaves in single precision, the reasons are added in double. */
    private static final double SINGLE_PRECISION_SUM = 1e-4;

    private final byte[] tribuo;
    private final byte[] sidecar;

    private PackedModel(byte[] tribuo, byte[] sidecar) {
        this.tribuo = tribuo;
        this.sidecar = sidecar;
    }

    static PackedModel of(byte[] tribuo, byte[] sidecar) {
        return new PackedModel(tribuo.clone(), sidecar.clone());
    }

    /**
     * Packs what training ended with; the scores of the golden inputs are computed here.
     *
     * @throws IllegalArgumentException if the model cannot be compiled, or scores otherwise than Tribuo says
     */
    public static PackedModel pack(ModelParts parts) {
        LogOddsModel model = compiled(parts.model());
        requireAgreement(parts, model);
        byte[] tribuo = bytesOf(parts.model());
        Scorer scorer = Scorer.of(model, parts.standardiser(), parts.calibration(), "");
        Sidecar sidecar = new Sidecar(
                Seal.BLANK,
                Sidecar.FORMAT,
                Seal.sha256(tribuo),
                Feature.FINGERPRINT,
                Sidecar.Inputs.of(parts.standardiser()),
                parts.calibration(),
                new Sidecar.Reference(
                        parts.reference().innerEdges(), parts.reference().counts()),
                parts.golden().stream()
                        .map(FeatureVector::toArray)
                        .map(features -> new Golden(features, scorer.probability(features)))
                        .toList(),
                parts.card());
        return new PackedModel(tribuo, sidecar.sealedText());
    }

    /**
     * Checks everything, then makes a scorer: seal, SHA-256, feature fingerprint, classes, and only then Tribuo; last
     * the golden scores, which must come out as stored, to the bit, and whose reasons must add up to them.
     *
     * @throws ModelRefusedException if any check fails
     */
    public LoadedModel open() throws ModelRefusedException {
        Sidecar known = Sidecar.read(sidecar);
        requireSame("SHA-256", known.modelSha256(), Seal.sha256(tribuo));
        requireSame("feature fingerprint", known.featureFingerprint(), Feature.FINGERPRINT);
        ModelProto proto = TrustedClasses.read(tribuo);
        try {
            Scorer scorer = Scorer.of(
                    ModelReader.read(proto),
                    known.inputs().standardiser(),
                    known.calibration(),
                    known.seal().substring(0, HASH_DIGITS));
            requireGolden(known.golden(), scorer);
            requireReasons(known.golden(), scorer);
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

    /** Inputs whose scores are stored, at least {@value #FEWEST_GOLDEN} if it opens. */
    List<double[]> goldenInputs() throws ModelRefusedException {
        return Sidecar.read(sidecar).golden().stream().map(Golden::features).toList();
    }

    /** How its probabilities for withdrawals fell; read from the sealed sidecar, without opening the model. */
    public ReferenceDistribution reference() throws ModelRefusedException {
        Sidecar.Reference reference = Sidecar.read(sidecar).reference();
        return ReferenceDistribution.of(reference.innerEdges(), reference.counts());
    }

    /** Tribuo's file; a copy. */
    byte[] tribuo() {
        return tribuo.clone();
    }

    /** The sidecar's text; a copy. */
    byte[] sidecar() {
        return sidecar.clone();
    }

    private static byte[] bytesOf(Model<Label> model) {
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

    private static void requireGolden(List<Golden> golden, Scorer scorer) throws ModelRefusedException {
        if (golden.size() < FEWEST_GOLDEN) {
            throw new ModelRefusedException("it has " + golden.size() + " golden inputs, fewer than " + FEWEST_GOLDEN);
        }
        for (Golden one : golden) {
            double probability = scorer.probability(one.features());
            if (Double.compare(probability, one.probability()) != 0) {
                throw new ModelRefusedException(
                        "a golden input scores " + probability + ", stored was " + one.probability());
            }
        }
    }

    private static void requireReasons(List<Golden> golden, Scorer scorer) throws ModelRefusedException {
        double[] contributions = new double[Feature.COUNT];
        for (Golden one : golden) {
            scorer.explain(one.features(), contributions);
            double explained =
                    scorer.baseline() + DoubleStream.of(contributions).sum();
            double logit = scorer.logit(one.features());
            if (!(Math.abs(explained - logit) <= SINGLE_PRECISION_SUM * (1 + Math.abs(logit)))) {
                throw new ModelRefusedException(
                        "its reasons add up to log-odds of " + explained + ", its score is " + logit);
            }
        }
    }

    private static LogOddsModel compiled(Model<Label> model) {
        try {
            if (ModelCompiler.compile(model) instanceof LogOddsModel compiled) {
                return compiled;
            }
            throw new IllegalArgumentException("a " + model.getName() + " has no log-odds to calibrate");
        } catch (UncompilableException uncompilable) {
            throw new IllegalArgumentException("the model " + uncompilable.getMessage(), uncompilable);
        }
    }

    private static void requireAgreement(ModelParts parts, LogOddsModel compiled) {
        List<double[]> inputs = parts.golden().stream()
                .map(FeatureVector::toArray)
                .map(features ->
                        parts.standardiser().map(s -> s.inputs(features)).orElse(features))
                .toList();
        double[] own = FraudLabel.probabilities(parts.model(), inputs);
        for (int i = 0; i < own.length; i++) {
            double score = compiled.score(inputs.get(i));
            if (!(Math.abs(score - own[i]) <= ROUNDING)) {
                throw new IllegalArgumentException("compiled it scores " + score + ", by Tribuo " + own[i]);
            }
        }
    }
}
