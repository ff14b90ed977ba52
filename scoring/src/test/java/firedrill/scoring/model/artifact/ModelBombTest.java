package firedrill.scoring.model.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Any;
import com.google.protobuf.CodedOutputStream;
import com.sun.management.ThreadMXBean;
import firedrill.scoring.decision.wire.ModelAnnouncementCodec;
import firedrill.scoring.model.SampleModels;
import firedrill.scoring.model.compile.XgboostBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.tribuo.classification.sgd.protos.ClassificationLinearSGDProto;
import org.tribuo.math.protos.DenseTensorProto;
import org.tribuo.math.protos.LinearParametersProto;
import org.tribuo.protos.core.CategoricalIDInfoProto;
import org.tribuo.protos.core.ImmutableFeatureMapProto;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.protos.core.VariableInfoProto;

/** Small files that would take much memory or time: each is refused, with the reason, before it has taken it. */
class ModelBombTest {

    private static final ModelArtifact TREES = ModelArtifact.pack(SampleModels.xgboostContents());
    private static final ModelArtifact LINEAR = ModelArtifact.pack(SampleModels.contents());

    /** Copies of the file while it is parsed, and what the JVM allocates on its own account. */
    private static final int COPIES = 10;

    private static final long FIXED_BYTES = 40L << 20;

    @Test
    void threeThousandTreesOfDepthSixAreRefusedByTheirNodes() {
        ModelArtifact bomb = trees(Collections.nCopies(3_000, XgboostBytes.complete(6)));
        refused(bomb, "it has trees of 262,\\d{3} nodes, the limit is 262,144");
    }

    @Test
    void twoTreesOfDepthSixteenAreRefusedByTheStepsOfAnExplanation() {
        refused(
                trees(Collections.nCopies(2, XgboostBytes.complete(16))),
                "it takes [\\d,]+ steps to explain one score, the limit is 2,000,000");
    }

    @Test
    void manyLeavesOfManyFeaturesAreRefusedByTheirMemory() {
        XgboostBytes.Tree chain = XgboostBytes.chain(32);
        refused(
                trees(IntStream.range(0, 3_900)
                        .mapToObj(tree -> new XgboostBytes.Tree(
                                chain.left(), chain.right(), node -> tree % 2 == 0 ? node : 31 - node))
                        .toList()),
                "it would take [\\d,]+ bytes of memory, the limit is 67,108,864");
    }

    @Test
    void aDeepChainIsRefusedByItsDepth() {
        refused(
                trees(Collections.nCopies(2, XgboostBytes.chain(20_000))),
                "it has a tree of depth 33 or more, the limit is 32");
    }

    @Test
    void aCycleIsRefused() {
        XgboostBytes.Tree tree = XgboostBytes.complete(2);
        tree.right()[2] = 0;
        refused(trees(Collections.nCopies(2, tree)), "it has a malformed tree");
    }

    @Test
    void nodesWithManyParentsAreRefused() {
        int depth = 30;
        int[] next = new int[depth + 1];
        for (int node = 0; node <= depth; node++) {
            next[node] = node < depth ? node + 1 : -1;
        }
        XgboostBytes.Tree tree = new XgboostBytes.Tree(next, next, node -> 0);
        refused(trees(Collections.nCopies(2, tree)), "it has a malformed tree");
    }

    @Test
    void weightsThatAreDeclaredAndNotThereAreRefused() throws Exception {
        DenseTensorProto tensor = DenseTensorProto.newBuilder()
                .addDimensions(2)
                .addDimensions(500_000_000)
                .build();
        refused(linear(inside -> withWeights(inside, tensor)), "it has weights of another shape than 2 × \\d+");
    }

    @Test
    void aMillionEmptyMessagesAreRefused() throws Exception {
        ImmutableFeatureMapProto.Builder features = ImmutableFeatureMapProto.newBuilder();
        features.addAllInfo(Collections.nCopies(1_000_000, VariableInfoProto.getDefaultInstance()));
        refused(linear(inside -> withFeatures(inside, Any.pack(features.build()))), "it has more than 100000 fields");
    }

    @Test
    void aPackedArrayIsRefused() throws Exception {
        CategoricalIDInfoProto values = CategoricalIDInfoProto.newBuilder()
                .addAllValue(Collections.nCopies(1_000_000, 0L))
                .build();
        Any info = Any.pack(ImmutableFeatureMapProto.newBuilder()
                .addInfo(VariableInfoProto.newBuilder().setSerializedData(Any.pack(values)))
                .build());
        refused(linear(inside -> withFeatures(inside, info)), "it has more than 100000 fields");
    }

    @Test
    void aMillionUnknownFieldsAreRefusedInAModelAndInARecord() throws Exception {
        byte[] fields = unknownFields(1_000_000);
        refused(Reseal.model(LINEAR, concatenated(LINEAR.modelBytes(), fields)), "it has more than 100000 fields");
        byte[] announcement = ModelAnnouncementCodec.encode(ModelAnnouncement.of(LINEAR, 0, "eve", ""));
        byte[] record = concatenated(announcement, fields);
        refused(() -> ModelAnnouncementCodec.decode(record), record.length, "it has more than 100 fields");
    }

    @Test
    void aMessageWhoseTypeStandsBehindItIsRefused() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        out.writeByteArray(2, unknownFields(1_000_000));
        out.writeString(1, "type.googleapis.com/tribuo.math.impl.DenseTensorProto");
        out.flush();
        ByteArrayOutputStream model = new ByteArrayOutputStream();
        model.writeBytes(ModelProto.parseFrom(LINEAR.modelBytes()).toBuilder()
                .clearSerializedData()
                .build()
                .toByteArray());
        CodedOutputStream outer = CodedOutputStream.newInstance(model);
        outer.writeByteArray(3, bytes.toByteArray());
        outer.flush();
        refused(Reseal.model(LINEAR, model.toByteArray()), "it names the type of a message behind its content");
    }

    @Test
    void aLongSidecarIsRefused() {
        byte[] text = " ".repeat(600_000).getBytes(StandardCharsets.UTF_8);
        refused(ModelArtifact.of(LINEAR.modelBytes(), text), "its sidecar has 600000 bytes, the limit is 524288");
    }

    @Test
    void theBundledModelTakesASmallPartOfEveryBound() throws Exception {
        assertThat(ModelFile.readBundled().heldBytes()).isBetween(500_000L, 5_000_000L);
        assertThat(ModelFile.readBundled().heldBytes())
                .isEqualTo(ModelFile.loadBundled().heldBytes());
    }

    private static ModelArtifact trees(List<XgboostBytes.Tree> trees) {
        return Reseal.trees(TREES, XgboostBytes.of(trees));
    }

    private static ModelArtifact linear(UnaryOperator<ClassificationLinearSGDProto.Builder> change) throws IOException {
        ModelProto model = ModelProto.parseFrom(LINEAR.modelBytes());
        ClassificationLinearSGDProto.Builder inside =
                model.getSerializedData().unpack(ClassificationLinearSGDProto.class).toBuilder();
        return Reseal.model(
                LINEAR,
                model.toBuilder()
                        .setSerializedData(Any.pack(change.apply(inside).build()))
                        .build()
                        .toByteArray());
    }

    private static ClassificationLinearSGDProto.Builder withWeights(
            ClassificationLinearSGDProto.Builder inside, DenseTensorProto tensor) {
        var matrix = LinearParametersProto.newBuilder();
        matrix.getWeightMatrixBuilder()
                .setClassName("org.tribuo.math.la.DenseMatrix")
                .setSerializedData(Any.pack(tensor));
        inside.getParamsBuilder().setSerializedData(Any.pack(matrix.build()));
        return inside;
    }

    private static ClassificationLinearSGDProto.Builder withFeatures(
            ClassificationLinearSGDProto.Builder inside, Any features) {
        inside.getMetadataBuilder().getFeatureDomainBuilder().setSerializedData(features);
        return inside;
    }

    private static byte[] unknownFields(int count) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        for (int i = 0; i < count; i++) {
            out.writeBool(15, true);
        }
        out.flush();
        return bytes.toByteArray();
    }

    private static byte[] concatenated(byte[] one, byte[] other) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(one);
        both.writeBytes(other);
        return both.toByteArray();
    }

    private static void refused(ModelArtifact bomb, String reason) {
        refused(bomb::open, bomb.modelBytes().length + bomb.sidecarBytes().length, reason);
    }

    private static void refused(ThrowingCallable open, int bytes, String reason) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThatThrownBy(open)
                .isInstanceOf(ModelRefusedException.class)
                .message()
                .matches(reason);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                .as("allocated for %,d bytes", bytes)
                .isLessThan(FIXED_BYTES + (long) COPIES * bytes);
    }
}
