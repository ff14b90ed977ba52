package firedrill.scoring.model.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.InvalidProtocolBufferException;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.model.FraudLabel;
import firedrill.scoring.model.SampleModels;
import firedrill.scoring.model.UncompilableException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tribuo.Model;
import org.tribuo.VariableInfo;
import org.tribuo.classification.Label;
import org.tribuo.common.xgboost.XGBoostModel;
import org.tribuo.common.xgboost.protos.XGBoostModelProto;

class XgboostParserTest {

    private static final Model<Label> MODEL = SampleModels.xgboost(0.7);
    private static final byte[] BYTES = bytes();
    private static final int[] IDS = IntStream.range(0, Feature.COUNT).toArray();
    private static final int FIRST_TREE = 4 + 136 + 8 + "multi:softprob".length() + 8 + "gbtree".length() + 160;
    private static final int FIRST_NODE = FIRST_TREE + 148;

    private static byte[] bytes() {
        try {
            return MODEL.serialize()
                    .getSerializedData()
                    .unpack(XGBoostModelProto.class)
                    .getModels(0)
                    .toByteArray();
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theSumsOfAHundredThousandRowsAreXgboostsOwnToTheLastBit() throws Exception {
        CompiledBoostedTrees compiled = (CompiledBoostedTrees) SampleModels.compile(MODEL);
        List<double[]> rows = SampleModels.rows(8, 100_000);
        float[][] sums = sums(rows);
        int fraud = MODEL.getOutputIDInfo().getID(FraudLabel.FRAUD);
        for (int i = 0; i < sums.length; i++) {
            assertThat(compiled.logit(rows.get(i))).isEqualTo((double) sums[i][fraud] - sums[i][1 - fraud]);
        }
    }

    /** XGBoost's own, before its softmax. */
    private static float[][] sums(List<double[]> rows) throws XGBoostError {
        float[] cells = new float[rows.size() * Feature.COUNT];
        for (VariableInfo info : MODEL.getFeatureIDMap()) {
            Feature feature = Feature.valueOf(info.getName().toUpperCase(Locale.ROOT));
            int column = MODEL.getFeatureIDMap().getID(info.getName());
            for (int row = 0; row < rows.size(); row++) {
                cells[row * Feature.COUNT + column] = (float) feature.valueIn(rows.get(row));
            }
        }
        DMatrix matrix = new DMatrix(cells, rows.size(), Feature.COUNT, Float.NaN);
        Booster booster = ((XGBoostModel<Label>) MODEL).getInnerModels().get(0);
        float[][] sums = booster.predict(matrix, true);
        matrix.dispose();
        booster.dispose();
        return sums;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0x62696e67 | does not begin like a model of XGBoost 1.6",
                "4 | 0x7fc00000 | has the base score NaN",
                "12 | 3 | has 3 classes, not 2",
                "140 | 1000 | has an objective of 1000 characters",
                "176 | 3 | has 3 trees",
                "176 | -2 | has -2 trees",
                "180 | 2 | grows 2 parallel trees per round",
                "340 | 0 | has a tree of 0 nodes",
                "340 | 1048576 | ends in the middle of a tree"
            })
    void aNumberThatDoesNotFitIsRefused(int at, String number, String reason) {
        int value = (int) (long) Long.decode(number);
        ByteOrder order = number.startsWith("0x6") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        refused(changed(bytes -> bytes.order(order).putInt(at, value)), reason);
    }

    @Test
    void moreFeaturesThanThereAreAreRefused() {
        refused(
                changed(bytes -> bytes.putInt(8, Feature.COUNT + 1)),
                "reads " + (Feature.COUNT + 1) + " features, more than the " + Feature.COUNT + " that it names");
    }

    @Test
    void anotherObjectiveOrBoosterIsRefused() {
        refused(
                changed(bytes -> put(bytes, 148, "multi:softmaxx")),
                "has the objective multi:softmaxx, not multi:softprob");
        refused(changed(bytes -> put(bytes, 170, "gbdart")), "has the booster gbdart, not gbtree");
    }

    private static void put(ByteBuffer bytes, int at, String text) {
        bytes.put(at, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void aTreeThatIsNoneIsRefused() {
        refused(changed(bytes -> bytes.putInt(FIRST_NODE + 4, 0)), "has a tree of depth 33 or more, the limit is 32");
        refused(changed(bytes -> bytes.putInt(FIRST_NODE + 8, 5_000)), "has a malformed tree");
        refused(
                changed(bytes -> bytes.putInt(FIRST_NODE + 12, Feature.COUNT)),
                "reads feature number " + Feature.COUNT);
        refused(changed(bytes -> bytes.putFloat(FIRST_NODE + 16, Float.NaN)), "has a threshold or leaf value of NaN");
    }

    @Test
    void aLeafThatNoExampleReachedIsRefused() {
        refused(
                changed(bytes -> {
                    int nodes = bytes.getInt(FIRST_TREE + 4);
                    for (int i = 0; i < nodes; i++) {
                        bytes.putFloat(FIRST_NODE + 20 * nodes + 16 * i + 4, 0);
                    }
                }),
                "has a leaf that no example reached");
    }

    @Test
    void treesThatAreNotGrownInTurnAreRefused() {
        byte[] objective = "{\"name\"".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(BYTES).contains(objective);
        refused(
                changed(bytes -> {
                    int at = FIRST_TREE;
                    for (int tree = 0; tree < 60; tree++) {
                        at += 148 + 36 * bytes.getInt(at + 4);
                    }
                    bytes.putInt(at, 1);
                }),
                "does not alternate the trees of its classes");
    }

    @Test
    void whateverTheBytesAreTheyAreReadOrRefused() {
        SplittableRandom random = new SplittableRandom(1);
        int refusals = 0;
        for (int time = 0; time < 5_000; time++) {
            byte[] bytes = random.nextInt(10) == 0 ? Arrays.copyOf(BYTES, random.nextInt(BYTES.length)) : BYTES.clone();
            for (int change = 0; change < 3 && bytes.length > 0; change++) {
                int at = random.nextInt(4) == 0
                        ? random.nextInt(bytes.length)
                        : random.nextInt(Math.min(600, bytes.length));
                bytes[at] = (byte) random.nextInt();
            }
            try {
                assertThat(XgboostParser.read(bytes, IDS, 0).trees()).isNotEmpty();
            } catch (UncompilableException refused) {
                refusals++;
            }
        }
        assertThat(refusals).isGreaterThan(1_000);
    }

    private static byte[] changed(Consumer<ByteBuffer> change) {
        byte[] bytes = BYTES.clone();
        change.accept(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        return bytes;
    }

    private static void refused(byte[] bytes, String reason) {
        assertThatThrownBy(() -> XgboostParser.read(bytes, IDS, 0))
                .isInstanceOf(UncompilableException.class)
                .hasMessage(reason);
    }
}
