package firedrill.scoring.model.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Any;
import firedrill.scoring.model.SampleModels;
import firedrill.scoring.model.compile.Scorer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tribuo.Model;
import org.tribuo.common.xgboost.XGBoostModel;
import org.tribuo.common.xgboost.protos.XGBoostModelProto;
import org.tribuo.protos.core.ModelProto;

/** What {@link ModelFileTest} says of a logistic regression, where XGBoost's trees differ. */
class XgboostModelFileTest {

    private static final ArtifactContents PARTS = SampleModels.xgboostContents();
    private static final ModelArtifact PACKED = ModelArtifact.pack(PARTS);

    @TempDir
    private Path folder;

    @Test
    void aModelReadsBackAsItWasPacked() throws Exception {
        Path file = folder.resolve("m.tribuo");
        ModelFile.write(file, PACKED);
        LoadedModel read = ModelFile.load(file);
        assertThat(read.card()).isEqualTo(PARTS.card());
        Scorer trained =
                Scorer.of(SampleModels.compileLogOdds(PARTS.model()), PARTS.standardiser(), PARTS.calibration(), "");
        for (double[] row : SampleModels.rows(9, 1_000)) {
            assertThat(read.scorer().probability(row)).isEqualTo(trained.probability(row));
        }
        assertThat(Files.size(file)).isLessThan(2_000_000);
        assertThat(Model.deserializeFromFile(file)).isInstanceOf(XGBoostModel.class);
    }

    @Test
    void everyFlippedBitIsRefused() {
        SplittableRandom random = new SplittableRandom(1);
        for (int time = 0; time < 200; time++) {
            byte[] bytes = PACKED.modelBytes();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(
                            () -> ModelArtifact.of(bytes, PACKED.sidecarBytes()).open())
                    .isInstanceOf(ModelRefusedException.class);
        }
    }

    /** Malicious bytes: XGBoost itself does not detect three in four changes. */
    @Test
    void aFlippedBitWhoseHashesFitChangesNothingOrIsRefused() throws Exception {
        SplittableRandom random = new SplittableRandom(2);
        double[] row = SampleModels.rows(3, 1).get(0);
        double honest = PACKED.open().scorer().probability(row);
        int refused = 0;
        for (int time = 0; time < 500; time++) {
            byte[] bytes = PACKED.modelBytes();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                assertThat(Reseal.model(PACKED, bytes).open().scorer().probability(row))
                        .isBetween(0.0, 1.0);
            } catch (ModelRefusedException expected) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(50);
        assertThat(honest).isEqualTo(PACKED.open().scorer().probability(row));
    }

    @Test
    void aForeignConverterIsRefusedBeforeTribuoReadsIt() throws Exception {
        ModelProto model = ModelProto.parseFrom(PACKED.modelBytes());
        XGBoostModelProto.Builder inside = model.getSerializedData().unpack(XGBoostModelProto.class).toBuilder();
        inside.getConverterBuilder().setClassName("evil.Converter");
        byte[] bytes = model.toBuilder()
                .setSerializedData(Any.pack(inside.build()))
                .build()
                .toByteArray();
        assertThatThrownBy(() -> Reseal.model(PACKED, bytes).open())
                .isInstanceOf(ModelRefusedException.class)
                .hasMessage("it names a class that is not on the allowlist: evil.Converter");
    }
}
