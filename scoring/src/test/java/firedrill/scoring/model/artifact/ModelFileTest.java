package firedrill.scoring.model.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Any;
import firedrill.scoring.model.SampleModels;
import firedrill.scoring.model.artifact.Sidecar.GoldenCase;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tribuo.Model;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.protos.ClassificationLinearSGDProto;
import org.tribuo.protos.core.ModelProto;

class ModelFileTest {

    private static final ArtifactContents PARTS = SampleModels.contents();
    private static final ModelArtifact PACKED = ModelArtifact.pack(PARTS);

    @TempDir
    private Path folder;

    @Test
    void aModelReadsBackAsItWasPacked() throws Exception {
        ModelFile.write(folder.resolve("m.tribuo"), PACKED);
        LoadedModel read = ModelFile.load(folder.resolve("m.tribuo"));
        LoadedModel opened = PACKED.open();
        assertThat(read.card()).isEqualTo(PARTS.card());
        assertThat(read.reference()).isEqualTo(PARTS.reference());
        assertThat(read.scorer().hash())
                .matches("[0-9a-f]{12}")
                .isEqualTo(opened.scorer().hash());
        for (double[] row : SampleModels.rows(9, 100)) {
            assertThat(read.scorer().probability(row)).isEqualTo(opened.scorer().probability(row));
        }
    }

    @Test
    void theModelsFileIsTribuosOwn() throws Exception {
        Path file = folder.resolve("m.tribuo");
        ModelFile.write(file, PACKED);
        assertThat(Model.deserializeFromFile(file)).isInstanceOf(LinearSGDModel.class);
    }

    @Test
    void lineEndsOfAnotherSystemDoNotBreakTheSeal() throws Exception {
        String text = new String(PACKED.sidecarBytes(), StandardCharsets.UTF_8).replace("\n", "\r\n");
        assertThat(ModelArtifact.of(PACKED.modelBytes(), text.getBytes(StandardCharsets.UTF_8))
                        .open()
                        .card())
                .isEqualTo(PARTS.card());
    }

    @Test
    void everyFlippedBitIsRefused() {
        SplittableRandom random = new SplittableRandom(1);
        for (int time = 0; time < 200; time++) {
            refused(ModelArtifact.of(flipped(PACKED.modelBytes(), random), PACKED.sidecarBytes()));
            refused(ModelArtifact.of(PACKED.modelBytes(), flipped(PACKED.sidecarBytes(), random)));
        }
    }

    @Test
    void everyTruncationIsRefused() {
        SplittableRandom random = new SplittableRandom(2);
        for (int time = 0; time < 50; time++) {
            refused(ModelArtifact.of(cut(PACKED.modelBytes(), random), PACKED.sidecarBytes()));
            refused(ModelArtifact.of(PACKED.modelBytes(), cut(PACKED.sidecarBytes(), random)));
        }
    }

    @Test
    void aForeignClassIsRefusedBeforeTribuoReadsIt() {
        refused(
                resealed(model -> model.toBuilder()
                        .setClassName("org.tribuo.classification.liblinear.LibLinearClassificationModel")
                        .build()),
                "it is a org.tribuo.classification.liblinear.LibLinearClassificationModel, neither a logistic regression nor XGBoost's trees");
    }

    @Test
    void aNestedForeignClassIsRefusedBeforeTribuoReadsIt() {
        refused(
                resealed(model -> inside(model, linear -> {
                    linear.getMetadataBuilder().getOutputDomainBuilder().setClassName("evil.Loader");
                    return linear;
                })),
                "it names a class that is not on the allowlist: evil.Loader");
    }

    @Test
    void aMessageThatALogisticRegressionDoesNotNeedIsRefused() {
        refused(
                resealed(model -> inside(model, linear -> {
                    linear.getMetadataBuilder()
                            .getFeatureDomainBuilder()
                            .setSerializedData(Any.pack(ModelProto.getDefaultInstance()));
                    return linear;
                })),
                "it holds a message that is not on the allowlist: tribuo.core.ModelProto");
    }

    @Test
    void aModelOfAnotherCatalogueIsRefused() {
        refused(withSidecar(s -> new Sidecar(
                s.checksum(),
                s.format(),
                s.modelSha256(),
                "0123456789ab",
                s.inputs(),
                s.calibration(),
                s.reference(),
                s.golden(),
                s.card())));
    }

    @Test
    void aScoreThatDoesNotComeOutToTheBitIsRefused() {
        refused(withSidecar(s -> withGolden(
                s,
                s.golden().stream()
                        .map(one -> new GoldenCase(one.features(), Math.nextUp(one.probability())))
                        .toList())));
    }

    @Test
    void tooFewGoldenInputsAreRefused() {
        refused(withSidecar(s -> withGolden(s, s.golden().subList(0, 19))));
    }

    @Test
    void aGoldenInputOfAnotherShapeIsRefused() {
        refused(withSidecar(s -> withGolden(
                s,
                s.golden().stream()
                        .map(one -> new GoldenCase(new double[3], one.probability()))
                        .toList())));
    }

    @Test
    void aFileThatIsMissingOrTooLargeIsRefused() throws IOException {
        Path file = folder.resolve("m.tribuo");
        assertThatThrownBy(() -> ModelFile.load(file)).isInstanceOf(ModelRefusedException.class);
        ModelFile.write(file, PACKED);
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(ModelArtifact.MAX_BYTES + 1L);
        }
        assertThatThrownBy(() -> ModelFile.load(file))
                .isInstanceOf(ModelRefusedException.class)
                .hasMessageContaining("larger than");
        assertThat(Files.exists(folder.resolve("m.tribuo.part"))).isFalse();
    }

    private static Sidecar withGolden(Sidecar s, List<GoldenCase> golden) {
        return new Sidecar(
                s.checksum(),
                s.format(),
                s.modelSha256(),
                s.featureFingerprint(),
                s.inputs(),
                s.calibration(),
                s.reference(),
                golden,
                s.card());
    }

    private static ModelArtifact withSidecar(UnaryOperator<Sidecar> change) {
        return ModelArtifact.of(PACKED.modelBytes(), change.apply(sidecar()).toBytes());
    }

    /** A malicious model with matching hashes. */
    private static ModelArtifact resealed(UnaryOperator<ModelProto> change) {
        try {
            byte[] tribuo =
                    change.apply(ModelProto.parseFrom(PACKED.modelBytes())).toByteArray();
            return Reseal.model(PACKED, tribuo);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ModelProto inside(ModelProto model, UnaryOperator<ClassificationLinearSGDProto.Builder> change) {
        try {
            ClassificationLinearSGDProto.Builder linear =
                    model.getSerializedData().unpack(ClassificationLinearSGDProto.class).toBuilder();
            return model.toBuilder()
                    .setSerializedData(Any.pack(change.apply(linear).build()))
                    .build();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Sidecar sidecar() {
        try {
            return Sidecar.read(PACKED.sidecarBytes());
        } catch (ModelRefusedException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] flipped(byte[] bytes, SplittableRandom random) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return bytes;
    }

    private static byte[] cut(byte[] bytes, SplittableRandom random) {
        return Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }

    private static void refused(ModelArtifact model) {
        assertThatThrownBy(model::open).isInstanceOf(ModelRefusedException.class);
    }

    private static void refused(ModelArtifact model, String reason) {
        assertThatThrownBy(model::open)
                .isInstanceOf(ModelRefusedException.class)
                .hasMessage(reason);
    }
}
