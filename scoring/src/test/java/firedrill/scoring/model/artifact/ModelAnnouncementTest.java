package firedrill.scoring.model.artifact;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.ByteString;
import firedrill.ingest.event.Topics;
import firedrill.ingest.parameters.Fingerprint;
import firedrill.scoring.decision.wire.ModelAnnouncementCodec;
import firedrill.scoring.decision.wire.ModelMessage;
import firedrill.scoring.model.SampleModels;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ModelAnnouncementTest {

    private static final ModelArtifact PACKED = ModelArtifact.pack(SampleModels.contents());
    private static final ModelAnnouncement GOOD = announced();

    @Test
    void anAnnouncementComesBackAsItWas() throws Exception {
        ModelAnnouncement read = ModelAnnouncementCodec.decode(ModelAnnouncementCodec.encode(GOOD));
        assertThat(ModelAnnouncementCodec.encode(read)).isEqualTo(ModelAnnouncementCodec.encode(GOOD));
        assertThat(read.modelHash()).isEqualTo(PACKED.open().scorer().hash());
        assertThat(read.name()).isEqualTo("test");
        assertThat(read.open(() -> 0).card()).isEqualTo(SampleModels.contents().card());
        assertThat(ModelAnnouncementCodec.key(read)).asString().isEqualTo(read.modelHash());
    }

    @Test
    void aSizeThatIsNotTrueIsRefusedBeforeAnythingElse() {
        refused(message -> message.setTribuoBytes(1L << 30), "it announces 1073741824 bytes and has ");
    }

    @Test
    void anotherDigestIsRefused() {
        refused(message -> message.setSha256("0".repeat(64)), "it announces SHA-256 0000");
    }

    @Test
    void aModelOfAnotherCatalogueIsRefused() {
        refused(message -> message.setFeatureSetHash("0123456789ab"), "it announces feature fingerprint 0123456789ab");
    }

    @Test
    void aModelUnderTheNameOfAnotherIsRefused() {
        refused(message -> message.setModel("0123456789ab"), "it announces hash 0123456789ab, not ");
    }

    @Test
    void aNameThatNoListCanShowIsRefused() throws Exception {
        for (String name : new String[] {"", "evil\u001b[2J", "x".repeat(60_000)}) {
            ModelArtifact named = Recalibration.shiftLogOdds(PACKED, 0.1, name);
            assertThatExceptionOfType(ModelRefusedException.class)
                    .isThrownBy(named::open)
                    .withMessageStartingWith("its name must ");
        }
    }

    @Test
    void zerosInTheModelsPlaceAreRefused() {
        byte[] zeros = new byte[1 << 20];
        refused(
                message -> message.setTribuo(ByteString.copyFrom(zeros))
                        .setTribuoBytes(zeros.length)
                        .setSha256(Fingerprint.sha256(zeros)),
                "its SHA-256 is ");
    }

    @Test
    void nothingIsRefused() {
        for (byte[] nothing : Arrays.asList(null, new byte[0])) {
            assertThatExceptionOfType(ModelRefusedException.class)
                    .isThrownBy(() -> ModelAnnouncementCodec.decode(nothing))
                    .withMessage("the record has no value");
        }
    }

    @Test
    void moreThanTheTopicTakesIsNotRead() {
        assertThatExceptionOfType(ModelRefusedException.class)
                .isThrownBy(() -> ModelAnnouncementCodec.decode(new byte[Topics.MAX_MODEL_BYTES + 1]))
                .withMessage("the record has 16777217 bytes, more than any model");
    }

    @Test
    void whatIsNotProtobufIsRefused() {
        assertThatExceptionOfType(ModelRefusedException.class)
                .isThrownBy(() -> ModelAnnouncementCodec.decode(new byte[] {1, 2, 3}))
                .withMessageStartingWith("the record is not an announcement: ");
    }

    @Test
    void aSlowModelIsRefusedByItsMedianScore() {
        long[] micros = {0};
        assertThatExceptionOfType(ModelRefusedException.class)
                .isThrownBy(() -> GOOD.open(() -> micros[0] += 200_000))
                .withMessage("it takes 2000 µs per score, the limit is 1000");
    }

    @Test
    void aModelThatIsSlowToExplainIsRefusedByItsMedianExplanation() {
        int looksForScores = 2 * 31;
        long[] looks = {0, 0};
        assertThatExceptionOfType(ModelRefusedException.class)
                .isThrownBy(() -> GOOD.open(() -> looks[0]++ < looksForScores ? 0 : (looks[1] += 627_000)))
                .withMessage("it takes 62700 µs per explanation, the limit is 5000");
    }

    @Test
    void aPauseOfTheMachineRefusesNoModel() throws Exception {
        long[] looks = {0};
        assertThat(GOOD.open(() -> ++looks[0] < 20 ? looks[0] * 1_000_000 : 20_000_000 + looks[0]))
                .isNotNull();
    }

    @Test
    void anOldAnnouncementIsReadAsWhatItMeant() throws Exception {
        assertThat(ModelAnnouncementCodec.decode(old("model")))
                .usingRecursiveComparison()
                .isEqualTo(new ModelAnnouncement(
                        "abcdef012345",
                        "challenger of March",
                        1_767_225_600_123L,
                        "ana",
                        "cheaper in shadow",
                        "ab".repeat(32),
                        "0123456789ab",
                        3,
                        ModelArtifact.of(new byte[] {1, 2, 3}, new byte[] {4, 5})));
    }

    @Test
    void aRecalibratedModelIsAVersionOfItsOwnThatRanksAsBefore() throws Exception {
        ModelArtifact shifted = Recalibration.shiftLogOdds(PACKED, 0.5, "shifted");
        LoadedModel old = PACKED.open();
        LoadedModel recalibrated = shifted.open();
        assertThat(recalibrated.scorer().hash()).isNotEqualTo(old.scorer().hash());
        assertThat(recalibrated.card().name()).isEqualTo("shifted");
        assertThat(shifted.referenceDistribution()).isEqualTo(recalibrated.reference());
        List<double[]> rows = SampleModels.rows(3, 200);
        for (double[] row : rows) {
            assertThat(logit(recalibrated.scorer().probability(row)))
                    .isCloseTo(logit(old.scorer().probability(row)) + 0.5, org.assertj.core.data.Offset.offset(1e-6));
            assertThat(recalibrated.reference().bin(recalibrated.scorer().probability(row)))
                    .isEqualTo(old.reference().bin(old.scorer().probability(row)));
        }
    }

    private static double logit(double probability) {
        return Math.log(probability / (1 - probability));
    }

    private static void refused(UnaryOperator<ModelMessage.Builder> change, String reason) {
        assertThatExceptionOfType(ModelRefusedException.class)
                .isThrownBy(() -> ModelAnnouncementCodec.decode(
                                change.apply(ModelMessage.parseFrom(ModelAnnouncementCodec.encode(GOOD)).toBuilder())
                                        .build()
                                        .toByteArray())
                        .open(() -> 0))
                .withMessageStartingWith(reason);
    }

    private static ModelAnnouncement announced() {
        try {
            return ModelAnnouncement.of(PACKED, 7, "ana", "cheaper in shadow");
        } catch (ModelRefusedException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] old(String kind) throws IOException {
        try (InputStream hex = ModelAnnouncementTest.class.getResourceAsStream("/wire/" + kind + ".hex")) {
            return HexFormat.of()
                    .parseHex(new String(Objects.requireNonNull(hex).readAllBytes(), US_ASCII).strip());
        }
    }
}
